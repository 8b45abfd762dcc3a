"""Whether each side will mediate: every time it was asked, and what it said."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership
from anjie.desk.public import Case, Party

__all__ = ["ConsentAnswer", "RobotTask"]


class ConsentAnswer(models.Model):
    """One time a party was asked; the latest willing or unwilling one counts."""

    class Said(models.TextChoices):
        WILLING = "willing", "愿意调解"
        UNWILLING = "unwilling", "不愿调解"
        UNCLEAR = "unclear", "未明确答复"
        NOT_REACHED = "not_reached", "未接通"

    class Way(models.TextChoices):
        SELF = "self", "本人在线答复"
        CALL = "call", "工作人员电话"
        MEETING = "meeting", "当面"
        ROBOT = "robot", "语音机器人"

    case = models.ForeignKey(Case, models.CASCADE, related_name="consent_answers")
    party = models.ForeignKey(Party, models.CASCADE, related_name="consent_answers")
    said = models.CharField(max_length=12, choices=Said.choices)
    way = models.CharField(max_length=8, choices=Way.choices)
    note = models.CharField(max_length=500, blank=True)
    attempt_id = models.BigIntegerField(null=True, help_text="the contact gate's record of the call")
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)
        indexes = [models.Index(fields=["party", "-id"], name="consent_party")]


class RobotTask(models.Model):
    """The robot's errand of asking one party: at most three attempts, then people take over."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待外呼"
        CALLING = "calling", "正在外呼"
        DONE = "done", "已得到答复"
        HANDED_OVER = "handed_over", "转人工"
        CANCELLED = "cancelled", "已取消"

    case = models.ForeignKey(Case, models.CASCADE, related_name="robot_tasks")
    party = models.ForeignKey(Party, models.CASCADE, related_name="robot_tasks")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.SmallIntegerField(default=0)
    next_at = models.DateTimeField()
    why = models.CharField(max_length=200, blank=True)
    reference = models.CharField(max_length=64, blank=True)
    turns = models.JSONField(
        default=list, help_text="[{at, says, text, intent, confidence}] of the last call"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "party"], name="robot_asks_a_party_once")]
        indexes = [
            models.Index(fields=["next_at"], condition=models.Q(state="waiting"), name="robot_waiting")
        ]
