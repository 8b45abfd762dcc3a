"""The mediator library, who mediates which case, and declared conflicts."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.access.models import Membership, Organisation
from anjie.desk.public import Case
from anjie.lines.mediation.application.models import Dispute

__all__ = ["Appointment", "Mediator"]


class Mediator(models.Model):
    """Somebody who mediates: his membership as a mediator and what is known of him."""

    class State(models.TextChoices):
        ACTIVE = "active", "在岗"
        AWAY = "away", "暂停接案"
        LEFT = "left", "已离任"

    membership = models.OneToOneField(Membership, models.PROTECT, primary_key=True, related_name="mediator")
    institution = models.ForeignKey(Organisation, models.PROTECT, related_name="mediators")
    profession = models.CharField(max_length=40, blank=True)
    specialties = ArrayField(models.CharField(max_length=24), default=list, help_text="kinds of disputes")
    appointed_on = models.DateField(null=True, help_text="任职日期")
    joined_on = models.DateField(null=True, help_text="到职日期")
    state = models.CharField(max_length=8, choices=State.choices, default=State.ACTIVE)
    note = models.CharField(max_length=500, blank=True)


class Appointment(models.Model):
    """One mediator on one case, from being asked to leaving it; conflicts of interest are declared here.

    ``outcome`` is the dispute's from the moment its case is closed, and ``days`` what it took from being asked to the
    day of the outcome, kept here for the figures of mediators; blank until then, whatever a closing that is still
    being signed says.
    """

    class State(models.TextChoices):
        ASKED = "asked", "待接受"
        ACCEPTED = "accepted", "已接受"
        DECLINED = "declined", "已回避或谢绝"
        REPLACED = "replaced", "已改派"
        DONE = "done", "已完成"

    case = models.ForeignKey(Case, models.CASCADE, related_name="appointments")
    mediator = models.ForeignKey(Mediator, models.PROTECT, related_name="appointments")
    is_lead = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    due_on = models.DateField(help_text="by when he answers")
    conflict = models.CharField(max_length=300, blank=True, help_text="declared; empty: he declared none")
    declared_at = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    outcome = models.CharField(
        max_length=10, choices=Dispute.Outcome.choices, default=Dispute.Outcome.NONE, blank=True
    )
    days = models.IntegerField(null=True, help_text="from being asked to the day of the outcome")

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "mediator"],
                condition=models.Q(ended_at__isnull=True),
                name="mediator_on_a_case_once",
            ),
            models.UniqueConstraint(
                fields=["case"],
                condition=models.Q(ended_at__isnull=True, is_lead=True),
                name="one_lead_per_case",
            ),
        ]
        indexes = [
            # Tallies read nothing else.
            models.Index(
                fields=["mediator", "state"],
                include=["case", "asked_at", "outcome", "days"],
                name="appointment_mediator",
            )
        ]
