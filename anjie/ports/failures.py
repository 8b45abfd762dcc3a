"""How a vendor's no is told in our words: try again, do not, or nobody knows whether it was done."""

from __future__ import annotations


class VendorFailure(Exception):
    """A vendor did not do what was asked; ``code`` is his, ``said`` is for the log and holds nothing personal."""

    def __init__(self, code: str, said: str = "") -> None:
        super().__init__(f"{code} {said}".strip())
        self.code = code[:80]
        self.said = said[:160]


class Later(VendorFailure):
    """Not done, and the same request may succeed later: busy, rate, network, quota of the minute."""


class Never(VendorFailure):
    """Not done, and the same request will never succeed: a wrong number, template or account."""


class Unsure(VendorFailure):
    """The request went out and no answer came: it may have been done, so it is not simply sent again."""


class NotConfigured(Never):
    """No vendor is bound to this need; what can be recorded is recorded, this cannot."""

    def __init__(self) -> None:
        super().__init__("not_configured", "no vendor is configured")
