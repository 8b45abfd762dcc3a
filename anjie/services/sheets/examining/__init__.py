"""Examining: the header found, columns mapped, every row cleaned and checked, every fault collected."""
