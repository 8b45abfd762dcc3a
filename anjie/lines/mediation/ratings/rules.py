"""Who may rate a mediator, and until when."""

from __future__ import annotations

from datetime import date, timedelta

from anjie.foundation.refusals import Invalid, Refusal

RATE_DAYS = 30
"""Days after closing within which a party may rate: as long as both may ask a court, while the meeting is remembered."""
MOST_STARS = 5
LONGEST_COMMENT = 500


def until(closed_on: date) -> date:
    """The last day on which a case closed on this day may be rated."""
    return closed_on + timedelta(days=RATE_DAYS)


def not_to_rate(no: str, is_success: bool, closed_on: date | None, today: date) -> Refusal | None:
    """Why the mediators of a case cannot be rated today, or nothing."""
    if closed_on is None or not is_success:
        return Refusal(
            "rating.not_closed",
            f"案件 {no} 没有以调解成功结案，不能评价。调解成功并签署完成后，我们会通知您评价。",
        )
    last = until(closed_on)
    if today > last:
        return Refusal(
            "rating.too_late",
            f"案件 {no} 于 {closed_on} 结案，评价已于 {last} 截止。如有意见请直接联系调解机构。",
            until=str(last),
        )
    return None


def wrong_rating(stars: int, comment: str) -> Refusal | None:
    """Why stars or words cannot be taken, or nothing."""
    if not 1 <= stars <= MOST_STARS:
        return Invalid("rating.stars", f"评价为 1 至 {MOST_STARS} 星。请重新选择。", stars=stars)
    if len(comment) > LONGEST_COMMENT:
        return Invalid(
            "rating.comment", f"评语有 {len(comment)} 字，最多 {LONGEST_COMMENT} 字。请删减后提交。"
        )
    return None


def another_given(name: str, stars: int, given_on: date) -> Refusal:
    """A rating stands as it was given."""
    return Refusal(
        "rating.given",
        f"您已于 {given_on} 评价{name} {stars} 星，提交后不能更改。如有补充意见请联系调解机构。",
        stars=stars,
    )
