"""The desk's door: what services and lines may use of it."""

from anjie.desk.balances import lower_balances, raise_balances, set_owed
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
from anjie.desk.choices import register_choices
from anjie.desk.choosing import Target, chosen
from anjie.desk.contacts import MOST_POINTS, SOURCES
from anjie.desk.corrections import correct_custom, correct_words, remove_contact_points, set_work_days
from anjie.desk.deeds import DeskDeed
from anjie.desk.filters import (
    CaseQuery,
    Filter,
    among,
    at_least,
    at_most,
    day_begins,
    filtered,
    query_of,
    register_query,
)
from anjie.desk.holding import assign_cases, end_holdings, held_by, set_terms
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
from anjie.desk.queries_list import Page, list_cases, register_beside, rows
from anjie.desk.query_fields import Clean, Day, Id, Ids, Money, Text, Words
from anjie.desk.reach import case_for, cases_for, reach_of
from anjie.desk.search import Finder, register_finder
from anjie.desk.sorts import CASE_SORTS, Sort
from anjie.desk.taking import taken
from anjie.desk.timeline import open_timelines, record, record_all, record_each, record_from
from anjie.desk.timeline_read import register_notes
from anjie.desk.twins import already_there, contact_room

__all__ = [
    "CASE_SORTS",
    "MOST_POINTS",
    "SOURCES",
    "Batch",
    "Case",
    "CaseFacts",
    "CasePage",
    "CaseQuery",
    "CaseSearch",
    "Clean",
    "ContactFacts",
    "ContactPoint",
    "CustomField",
    "Day",
    "DeskDeed",
    "Event",
    "Fact",
    "Facts",
    "Filter",
    "Finder",
    "Holding",
    "Id",
    "Ids",
    "LastResult",
    "Line",
    "Money",
    "Move",
    "Moved",
    "Opened",
    "Page",
    "Party",
    "Person",
    "PersonFacts",
    "Preference",
    "SavedView",
    "Sort",
    "State",
    "Tab",
    "Target",
    "Text",
    "Words",
    "add_contact_points",
    "already_there",
    "among",
    "announce",
    "assign_cases",
    "at_least",
    "at_most",
    "case_for",
    "case_page_of",
    "cases_for",
    "chosen",
    "contact_room",
    "copy_rows",
    "correct_custom",
    "correct_words",
    "day_begins",
    "end_holdings",
    "fact",
    "filtered",
    "find_move",
    "find_or_create_persons",
    "held_by",
    "line_of",
    "lines",
    "list_cases",
    "lower_balances",
    "move_case",
    "move_cases",
    "moves_for",
    "on",
    "open_cases",
    "open_timelines",
    "present",
    "query_of",
    "raise_balances",
    "reach_of",
    "record",
    "record_all",
    "record_each",
    "record_from",
    "register_beside",
    "register_case_page",
    "register_choices",
    "register_finder",
    "register_line",
    "register_notes",
    "register_query",
    "remove_contact_points",
    "rows",
    "set_owed",
    "set_terms",
    "set_work_days",
    "take_ids",
    "taken",
]
