"""Reading: what a file a bank sent really is, and the rows of its sheets."""
