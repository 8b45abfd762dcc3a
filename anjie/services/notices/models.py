"""One message to one person about one event, and how it left the house: by WeChat or as a short message."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account, Membership
from anjie.services.notices.templates import page_of


class Notice(models.Model):
    """One message about one event to a membership, or to an account that acts as itself; ``key`` makes it unique."""

    membership = models.ForeignKey(
        Membership, models.CASCADE, null=True, related_name="notices", db_index=False
    )
    account = models.ForeignKey(
        Account, models.CASCADE, null=True, related_name="notices", db_index=False, help_text="a party's"
    )
    key = models.CharField(max_length=120)
    verb = models.CharField(max_length=48)
    title = models.CharField(max_length=80)
    text = models.CharField(max_length=300)
    case_id = models.BigIntegerField(null=True)
    link = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["membership", "-id"], name="notice_member"),
            models.Index(
                fields=["membership"], condition=models.Q(read_at__isnull=True), name="notice_unread"
            ),
            models.Index(
                fields=["account", "-id"], condition=models.Q(account__isnull=False), name="notice_account"
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["membership", "key"], name="notice_once"),
            models.UniqueConstraint(fields=["account", "key"], name="notice_once_account"),
            models.CheckConstraint(
                condition=models.Q(membership__isnull=True) ^ models.Q(account__isnull=True),
                name="notice_has_one_reader",
            ),
        ]

    @property
    def page(self) -> str:
        """Where a tap leads on the phone of a party; colleagues' phones know their own page of a case."""
        return page_of(self.verb, self.case_id) if self.account_id else ""


class TemplateIds(models.Model):
    """What the vendors call our templates, as an administrator entered it."""

    code = models.CharField(max_length=48, primary_key=True)
    wechat_id = models.CharField(max_length=64, blank=True)
    sms_id = models.CharField(max_length=32, blank=True)
    changed_at = models.DateTimeField()


class WechatCredit(models.Model):
    """How many messages of a template a WeChat user still wants; each of his consents is worth one."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    template = models.CharField(max_length=48)
    left = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "template"], name="wechat_credit_once")]


class Outside(models.Model):
    """Somebody without an account, told once of one event by his number; what only he may read is sealed, and gone when sent."""

    key = models.CharField(max_length=120, unique=True)
    name = models.CharField(max_length=120)
    number_sealed = models.BinaryField(null=True)
    number_mask = models.CharField(max_length=80)
    secret_sealed = models.BinaryField(null=True, help_text="facts for his eyes only, as JSON")
    case_id = models.BigIntegerField(null=True)


class Delivery(models.Model):
    """A notice on its way through one channel outside the product, never twice through the same."""

    class Channel(models.TextChoices):
        WECHAT = "wechat", "微信"
        SMS = "sms", "短信"

    class State(models.TextChoices):
        QUEUED = "queued", "排队中"
        SENDING = "sending", "发送中"
        UNSURE = "unsure", "结果待查"
        SENT = "sent", "已提交"
        DELIVERED = "delivered", "已送达"
        RECORDED = "recorded", "仅记录，未发送"
        FAILED = "failed", "失败"

    notice = models.ForeignKey(Notice, models.CASCADE, null=True, related_name="deliveries")
    account = models.ForeignKey(Account, models.CASCADE, null=True, related_name="+")
    outside = models.OneToOneField(
        "Outside", models.CASCADE, null=True, related_name="delivery", help_text="who has no account"
    )
    template = models.CharField(max_length=48)
    channel = models.CharField(max_length=8, choices=Channel.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.QUEUED)
    reason = models.CharField(max_length=200, blank=True)
    facts = models.JSONField(default=dict, help_text="the facts in words")
    vendor_reference = models.CharField(max_length=80, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    due_at = models.DateTimeField()
    stale_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["notice", "channel"], name="delivery_once"),
            models.CheckConstraint(
                condition=models.Q(notice__isnull=False, account__isnull=False, outside__isnull=True)
                | models.Q(notice__isnull=True, account__isnull=True, outside__isnull=False),
                name="delivery_has_one_reader",
            ),
        ]
        indexes = [
            models.Index(
                fields=["channel", "due_at"],
                condition=models.Q(state__in=["queued", "sending", "unsure"]),
                name="delivery_open",
            ),
            models.Index(
                fields=["vendor_reference"], condition=~models.Q(vendor_reference=""), name="delivery_vendor"
            ),
            models.Index(fields=["state", "-id"], name="delivery_state"),
        ]

    @property
    def reference(self) -> str:
        """Ours, which the vendor carries: the same on every try."""
        return f"anjie-{self.pk}"
