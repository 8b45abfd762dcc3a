"""What is kept while a case is mediated: records, offers behind their wall, what is said in the rooms, online meetings."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account, Membership
from anjie.desk.public import Case, Party
from anjie.services.bookings.models import Booking
from anjie.services.files.models import Blob

__all__ = [
    "MediationRecord", "Offer", "OfferAnswer", "OfferShare", "OnlineMeeting", "Recording", "RoomMessage", "RoomSeen",
]  # fmt: skip


class MediationRecord(models.Model):
    """What a mediator noted of the case: progress, a problem, a session. Offers do not belong here."""

    class Kind(models.TextChoices):
        PROGRESS = "progress", "进展"
        PROBLEM = "problem", "问题"
        SESSION = "session", "调解笔录"
        CONTACT = "contact", "联系当事人"

    case = models.ForeignKey(Case, models.CASCADE, related_name="mediation_records")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    happened_at = models.DateTimeField()
    booking = models.ForeignKey(Booking, models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    key = models.CharField(max_length=40, help_text="the sender's own, so that a double tap is one")

    class Meta:
        ordering = ("-happened_at", "-id")
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="mediation_record_once")]


class Offer(models.Model):
    """An offer or a concession made in mediation, without prejudice: only its mediators read it, and whom it was shown to."""

    class Kind(models.TextChoices):
        OFFER = "offer", "方案"
        CONCESSION = "concession", "让步"
        LIMIT = "limit", "底线"

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    of = models.ForeignKey(
        Party, models.PROTECT, null=True, related_name="+", help_text="whose; null: the mediator's own"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField()
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    key = models.CharField(max_length=40)

    class Meta:
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["by", "key"], name="offer_once")]


class OfferShare(models.Model):
    """To whom an offer was disclosed, by whom and when; what was seen cannot be unseen."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="shares")
    party = models.ForeignKey(Party, models.PROTECT, related_name="+")
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["offer", "party"], name="offer_shared_once")]


class OfferAnswer(models.Model):
    """What a side answered to an offer it was shown, without prejudice: read by the case's mediators and by itself."""

    class Said(models.TextChoices):
        ACCEPTED = "accepted", "接受"
        DECLINED = "declined", "不接受"
        COUNTERED = "countered", "提出其他方案"

    share = models.OneToOneField(OfferShare, models.CASCADE, related_name="answer")
    said = models.CharField(max_length=10, choices=Said.choices)
    text = models.TextField(blank=True)
    amount = models.DecimalField(max_digits=16, decimal_places=2, null=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="+")
    at = models.DateTimeField()


class RoomMessage(models.Model):
    """One message in the joint room or in the private room of one party; ``audience`` is who was told to see it."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+")
    party = models.ForeignKey(
        Party,
        models.PROTECT,
        null=True,
        related_name="+",
        help_text="whose private room; null: the joint one",
    )
    audience = models.CharField(max_length=24)
    text = models.TextField(blank=True)
    blob = models.ForeignKey(Blob, models.PROTECT, null=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    account = models.ForeignKey(
        Account, models.PROTECT, null=True, related_name="+", help_text="the party who wrote it"
    )
    name = models.CharField(max_length=60, help_text="of who wrote it, then")
    at = models.DateTimeField()
    key = models.CharField(max_length=40)

    class Meta:
        ordering = ("id",)
        indexes = [models.Index(fields=["case", "party", "id"], name="room_message")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "by", "account", "key"], nulls_distinct=False, name="room_message_once"
            ),
            models.CheckConstraint(
                condition=models.Q(by__isnull=True) ^ models.Q(account__isnull=True),
                name="room_message_by_one",
            ),
            # A private message that says it is for everybody must not exist.
            models.CheckConstraint(
                condition=models.Q(party__isnull=True, audience="everyone")
                | (models.Q(party__isnull=False) & ~models.Q(audience="everyone")),
                name="room_and_audience_agree",
            ),
        ]


class RoomSeen(models.Model):
    """How far somebody has read a room."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="+", db_index=False)
    room = models.CharField(max_length=12)
    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    message_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "room", "account"], name="room_seen_once")]


class OnlineMeeting(models.Model):
    """The vendor's meeting of an online booking, from being asked for to being there."""

    class State(models.TextChoices):
        WAITING = "waiting", "正在建立会议"
        MADE = "made", "会议已建立"
        BY_HAND = "by_hand", "待填写会议链接"
        FAILED = "failed", "会议未能建立"
        CANCELLED = "cancelled", "已取消"

    booking = models.OneToOneField(Booking, models.CASCADE, primary_key=True, related_name="online_meeting")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    round = models.SmallIntegerField(
        default=1, help_text="grows with each new time: each has its own meeting"
    )
    tries = models.SmallIntegerField(default=0)
    failure = models.CharField(max_length=80, blank=True, help_text="the vendor's code of the last failure")
    told_at = models.DateTimeField(null=True, help_text="when the parties were told this time")


class Recording(models.Model):
    """A recording that stays in the vendor's cloud: its link in the case."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="recordings")
    recording_id = models.CharField(max_length=80)
    view_url = models.CharField(max_length=1000, blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints = [models.UniqueConstraint(fields=["booking", "recording_id"], name="recording_once")]
