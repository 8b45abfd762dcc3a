"""Declaring: how a line says what a kind of workbook holds, and what may be said of a cell."""
