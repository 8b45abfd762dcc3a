"""Exporting: what a list gives out, asked for, approved, written as the person who asked."""
