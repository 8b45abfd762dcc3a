"""Writing: workbooks and text tables that leave the house."""
