"""What one may do about those who registered on the phone."""

from __future__ import annotations

from anjie.access.deeds import Deed


class PeopleDeed(Deed):
    """Personal and enterprise users, and the review of an enterprise's registration."""

    PERSONS_SEE = "people.persons_see", "查看个人用户"
    ENTERPRISES_SEE = "people.enterprises_see", "查看企业用户"
    VERIFY = "people.verify", "审核企业认证"
    SETTINGS = "people.settings", "设置企业认证"
