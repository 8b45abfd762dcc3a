"""How many placements a month each client sends, by the size of the demo world."""

SIZES = {"small": (24, 16), "normal": (105, 62), "large": (1050, 620)}
