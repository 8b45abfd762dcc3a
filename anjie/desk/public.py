"""The desk's door: what services and lines may use of it."""

from anjie.desk.deeds import DeskDeed
from anjie.desk.lines import Line, Move, State, find_move, line_of, lines, register_line
from anjie.desk.models import (
    Batch,
    Case,
    CaseSearch,
    ContactPoint,
    CustomField,
    Event,
    Holding,
    Party,
    Person,
    Preference,
    SavedView,
)
from anjie.desk.moves import Moved, announce, move_case, move_cases, moves_for, on
from anjie.desk.reach import case_for, cases_for, reach_of
from anjie.desk.timeline import open_timelines, record, record_all, record_each, record_from

__all__ = [
    "Batch",
    "Case",
    "CaseSearch",
    "ContactPoint",
    "CustomField",
    "DeskDeed",
    "Event",
    "Holding",
    "Line",
    "Move",
    "Moved",
    "Party",
    "Person",
    "Preference",
    "SavedView",
    "State",
    "announce",
    "case_for",
    "cases_for",
    "find_move",
    "line_of",
    "lines",
    "move_case",
    "move_cases",
    "moves_for",
    "on",
    "open_timelines",
    "reach_of",
    "record",
    "record_all",
    "record_each",
    "record_from",
    "register_line",
]
