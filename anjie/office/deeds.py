"""What may be done in the office."""

from anjie.access.deeds import Deed


class OfficeDeed(Deed):
    """Announcements."""

    ANNOUNCE = "office.announce", "发布公告"
