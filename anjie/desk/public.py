"""The desk's door: what services and lines may use of it."""

from anjie.desk.balances import lower_balances, raise_balances
from anjie.desk.case_page import (
    CasePage,
    Fact,
    Facts,
    LastResult,
    Tab,
    case_page_of,
    fact,
    present,
    register_case_page,
)
from anjie.desk.deeds import DeskDeed
from anjie.desk.holding import assign_cases, end_holdings, set_terms
from anjie.desk.intake import CaseFacts, ContactFacts, Opened, add_contact_points, open_cases
from anjie.desk.lines import Line, Move, State, find_move, line_of, lines, register_line
from anjie.desk.loading import copy_rows, take_ids
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
from anjie.desk.people import PersonFacts, find_or_create_persons
from anjie.desk.reach import case_for, cases_for, reach_of
from anjie.desk.timeline import open_timelines, record, record_all, record_each, record_from
from anjie.desk.timeline_read import register_notes

__all__ = [
    "Batch",
    "Case",
    "CaseFacts",
    "CasePage",
    "CaseSearch",
    "ContactFacts",
    "ContactPoint",
    "CustomField",
    "DeskDeed",
    "Event",
    "Fact",
    "Facts",
    "Holding",
    "LastResult",
    "Line",
    "Move",
    "Moved",
    "Opened",
    "Party",
    "Person",
    "PersonFacts",
    "Preference",
    "SavedView",
    "State",
    "Tab",
    "add_contact_points",
    "announce",
    "assign_cases",
    "case_for",
    "case_page_of",
    "cases_for",
    "copy_rows",
    "end_holdings",
    "fact",
    "find_move",
    "find_or_create_persons",
    "line_of",
    "lines",
    "lower_balances",
    "move_case",
    "move_cases",
    "moves_for",
    "on",
    "open_cases",
    "open_timelines",
    "present",
    "raise_balances",
    "reach_of",
    "record",
    "record_all",
    "record_each",
    "record_from",
    "register_case_page",
    "register_line",
    "register_notes",
    "set_terms",
    "take_ids",
]
