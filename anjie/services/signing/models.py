"""Offers to sign a paper, each signer's evidence, and the keys of this installation's own certificates."""

from __future__ import annotations

from django.db import models

from anjie.access.models import Account, Membership
from anjie.services.papers.models import Paper


class Authority(models.Model):
    """This installation's certificates, made at first use: one root, and leaves that sign for some years."""

    class Kind(models.TextChoices):
        ROOT = "root", "根证书"
        LEAF = "leaf", "签署证书"

    kind = models.CharField(max_length=4, choices=Kind.choices)
    certificate = models.TextField(help_text="PEM")
    key_sealed = models.BinaryField(null=True, help_text="PEM of the private key")
    not_after = models.DateTimeField()
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-id")


class Offer(models.Model):
    """A final paper that is with its signers; the hash is of the PDF they are shown."""

    class State(models.TextChoices):
        OPEN = "open", "签署中"
        DONE = "done", "已完成"
        STOPPED = "stopped", "已撤回"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="offers")
    sha256 = models.CharField(max_length=64)
    pages = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.OPEN)
    by = models.ForeignKey(Membership, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(fields=["paper"], condition=models.Q(state="open"), name="one_open_offer")
        ]


class Signer(models.Model):
    """One who is to sign, bound to a mobile (and an account where he has one), with what he did and when."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="signers")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    part = models.CharField(max_length=40, help_text="in whose place he signs: 申请人, 调解员")
    mobile_sealed = models.BinaryField(null=True)
    mobile_mask = models.CharField(max_length=20)
    account = models.ForeignKey(Account, models.PROTECT, null=True, related_name="+")
    token_hash = models.CharField(
        max_length=64, unique=True, null=True, help_text="SHA-256 of the link's token"
    )
    token_ends_at = models.DateTimeField(null=True)
    sends = models.PositiveSmallIntegerField(default=0, help_text="links sent by short message")
    sent_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    grant_hash = models.CharField(max_length=64, blank=True)
    grant_ends_at = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_address = models.CharField(max_length=60, blank=True)
    seen_pages = models.JSONField(default=list, help_text="numbers of the pages that were shown")
    seen_sha256 = models.CharField(max_length=64, blank=True, help_text="of the document that was shown")
    seen_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    signed_address = models.CharField(max_length=60, blank=True)
    agent = models.CharField(max_length=200, blank=True)
    image_sealed = models.BinaryField(null=True, help_text="the drawn signature, PNG in base64")
    image_sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("position", "id")
