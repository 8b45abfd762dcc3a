"""Whether each side will mediate: every time it was asked, and what it said."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Membership, Organisation
from anjie.desk.public import Case, Party

__all__ = ["ConsentAnswer", "ConsentPolicy", "RobotCall", "RobotTask", "RobotTurn"]


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
    """The robot's errand of asking one party: at most three calls, then people take over."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待外呼"
        CALLING = "calling", "正在外呼"
        DONE = "done", "已得到答复"
        HANDED_OVER = "handed_over", "转人工"
        CANCELLED = "cancelled", "已取消"

    case = models.ForeignKey(Case, models.CASCADE, related_name="robot_tasks")
    party = models.ForeignKey(Party, models.CASCADE, related_name="robot_tasks")
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    attempts = models.SmallIntegerField(default=0, help_text="calls that went out")
    unplaced = models.SmallIntegerField(default=0, help_text="calls in a row that did not go out")
    next_at = models.DateTimeField()
    why = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "party"], name="robot_asks_a_party_once"),
            models.CheckConstraint(condition=models.Q(attempts__lte=3), name="robot_calls_three_times"),
        ]
        indexes = [
            models.Index(fields=["next_at"], condition=models.Q(state="waiting"), name="robot_waiting")
        ]


class RobotCall(models.Model):
    """One call of an errand, written before the robot is asked for it; ``reference`` is what the robot knows it by."""

    class State(models.TextChoices):
        PLACING = "placing", "正在拨出"
        PLACED = "placed", "通话中"
        UNSURE = "unsure", "结果待查"
        ENDED = "ended", "已结束"
        NOT_PLACED = "not_placed", "未拨出"

    task = models.ForeignKey(RobotTask, models.CASCADE, related_name="calls")
    reference = models.CharField(max_length=40, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLACING)
    number_mask = models.CharField(max_length=80)
    attempt_id = models.BigIntegerField(null=True, help_text="the contact gate's permit")
    dialogue = models.CharField(max_length=40)
    placed_at = models.DateTimeField()
    look_at = models.DateTimeField(help_text="when the robot is asked about it, had it not told by then")
    vendor_reference = models.CharField(max_length=80, blank=True)
    connected = models.BooleanField(null=True)
    identified = models.BooleanField(null=True, help_text="whether it was the party himself who answered")
    said = models.CharField(max_length=12, choices=ConsentAnswer.Said.choices, blank=True)
    why = models.CharField(max_length=200, blank=True)
    audio_sealed = models.BinaryField(null=True, help_text="where the whole call can be heard")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("id",)
        indexes = [
            models.Index(
                fields=["look_at"],
                condition=models.Q(state__in=["placing", "placed", "unsure"]),
                name="robot_call_open",
            )
        ]


class RobotTurn(models.Model):
    """One thing that was said in a call: the words are sealed, what was understood is not."""

    class By(models.TextChoices):
        ROBOT = "robot", "机器人"
        PARTY = "party", "接听人"

    call = models.ForeignKey(RobotCall, models.CASCADE, related_name="turns")
    position = models.PositiveSmallIntegerField()
    by = models.CharField(max_length=6, choices=By.choices)
    step = models.CharField(max_length=40, blank=True)
    text_sealed = models.BinaryField(null=True)
    intent = models.CharField(max_length=20, blank=True)
    confidence = models.DecimalField(max_digits=4, decimal_places=3, null=True)
    audio_sealed = models.BinaryField(null=True)

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["call", "position"], name="robot_turn_once")]


class ConsentPolicy(models.Model):
    """How an institution asks for consent; where it has no row, the defaults hold."""

    class Unwilling(models.TextChoices):
        PERSON = "person", "转人工核实"
        CLOSE = "close", "告知申请人并结束申请"

    institution = models.OneToOneField(Organisation, models.CASCADE, primary_key=True, related_name="+")
    robot_asks = models.BooleanField(default=True)
    spacing_hours = models.PositiveSmallIntegerField(default=4)
    unwilling = models.CharField(max_length=8, choices=Unwilling.choices, default=Unwilling.PERSON)
    changed_at = models.DateTimeField()
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
