"""Workbooks in and out: read, find the header, map, clean, check, mark, write."""
