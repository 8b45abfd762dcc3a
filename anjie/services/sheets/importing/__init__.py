"""Importing: an upload read to its preview, confirmed, landed by its line, undone."""
