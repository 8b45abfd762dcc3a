"""Who keeps the working calendar."""

from anjie.access.deeds import Deed


class CalendarDeed(Deed):
    """The calendar every term obeys."""

    CALENDAR_MANAGE = "term.calendar_manage", "维护工作日历与暂停事由"
