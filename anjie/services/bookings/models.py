"""Rooms with their open hours, and bookings that never overlap."""

from __future__ import annotations

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import BigIntegerRangeField, DateTimeRangeField
from django.db import models
from django.db.models import F, Func, Q, Value

from anjie.access.models import Membership, Organisation
from anjie.desk.public import Case


class Room(models.Model):
    """A room of an institution or unit, with its seats and weekly open hours."""

    name = models.CharField(max_length=40)
    place = models.CharField(max_length=80, help_text="address or floor, as people are told it")
    seats = models.PositiveSmallIntegerField()
    unit = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", help_text="null: every unit's"
    )
    hours = models.JSONField(default=dict, help_text='{"1": [["09:00", "12:00"]]}, 1 is Monday')
    closed_on_holidays = models.BooleanField(default=True)
    note = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ("place", "name", "id")
        constraints = [models.UniqueConstraint(fields=["place", "name"], name="room_once")]

    def __str__(self) -> str:
        return self.name


class Closure(models.Model):
    """Days on which a room is not to be had, and why."""

    room = models.ForeignKey(Room, models.CASCADE, related_name="closures")
    from_on = models.DateField()
    to_on = models.DateField()
    reason = models.CharField(max_length=80)

    class Meta:
        ordering = ("from_on", "id")


class Booking(models.Model):
    """A time kept for a case: in a room, or online where a link is sent instead."""

    class Kind(models.TextChoices):
        ROOM = "room", "现场"
        ONLINE = "online", "线上"

    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.ROOM)
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="bookings", db_index=False)
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=80)
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField(null=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=200, blank=True, help_text="why it was moved or cancelled")
    meeting_ref = models.CharField(max_length=64, blank=True, help_text="the vendor's own id of the meeting")
    meeting_code = models.CharField(max_length=32, blank=True, help_text="what people type to join")
    meeting_password = models.CharField(max_length=16, blank=True)
    join_url = models.CharField(max_length=500, blank=True)
    key = models.CharField(
        max_length=40, blank=True, help_text="the sender's own, so that a double tap is one"
    )

    class Meta:
        ordering = ("from_at", "id")
        indexes = [models.Index(fields=["room", "from_at"], name="booking_room")]
        constraints = [
            models.CheckConstraint(condition=Q(to_at__gt=F("from_at")), name="booking_ends_after_it_begins"),
            models.UniqueConstraint(fields=["by", "key"], condition=~Q(key=""), name="booking_key_once"),
            models.CheckConstraint(
                condition=Q(kind="room", room__isnull=False) | Q(kind="online", room__isnull=True),
                name="booking_room_or_online",
            ),
            # Ranges of one room id each: GiST compares them without an extension.
            ExclusionConstraint(
                name="bookings_never_overlap",
                expressions=[
                    (
                        Func(
                            "room",
                            "room",
                            Value("[]"),
                            function="int8range",
                            output_field=BigIntegerRangeField(),
                        ),
                        "&&",
                    ),
                    (
                        Func(
                            "from_at",
                            "to_at",
                            Value("[)"),
                            function="tstzrange",
                            output_field=DateTimeRangeField(),
                        ),
                        "&&",
                    ),
                ],
                condition=Q(cancelled_at__isnull=True, room__isnull=False),
            ),
        ]
