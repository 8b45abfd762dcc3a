"""What is done about a complaint, and within how many working days: the graver, the sooner."""

from __future__ import annotations

STEPS: dict[str, tuple[tuple[str, int], ...]] = {
    "minor": (("核实情况", 3), ("答复投诉人", 5)),
    "general": (("核实情况", 2), ("答复投诉人", 3), ("整改并反馈委托方", 5)),
    "major": (("报告公司管理层与委托方", 1), ("核实情况", 1), ("答复投诉人", 2), ("整改并反馈委托方", 3)),
}
"""By severity: what is to be done, and in how many working days after the complaint was received."""
MOST_STEPS = 30
