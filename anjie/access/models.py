"""Who signs in, in which role, for which unit, and the trail of what was done outside any case."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models

from anjie.foundation import clock


class Organisation(models.Model):
    """A unit of ours (company, branch, department, team), a client or a mediation institution."""

    class Kind(models.TextChoices):
        COMPANY = "company", "公司"
        BRANCH = "branch", "分公司"
        DEPARTMENT = "department", "部门"
        TEAM = "team", "小组"
        CLIENT = "client", "委托方"
        INSTITUTION = "institution", "调解机构"

    kind = models.CharField(max_length=12, choices=Kind.choices)
    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=80)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=120, db_index=True, help_text="/1/4/9/: ids from the root to this one")
    is_active = models.BooleanField(default=True)
    contact_name = models.CharField(max_length=60, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    credit_code = models.CharField(max_length=18, blank=True)
    legal_representative = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=500, blank=True)
    version = models.IntegerField(default=0, help_text="one more with every edit: a stale page is refused")
    changed_at = models.DateTimeField(null=True)
    changed_by = models.CharField(max_length=80, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("path",)
        indexes = [models.Index(fields=["kind", "is_active"])]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """A named set of deeds; changing it acts on the next request."""

    code = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=40)
    deeds = ArrayField(models.CharField(max_length=64), default=list)
    offered = ArrayField(models.CharField(max_length=64), default=list)
    """What the versions so far have given a shipped role; a deed taken from it is not given again."""
    is_shipped = models.BooleanField(default=False)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name


class Account(AbstractBaseUser):
    """Somebody who signs in: staff, a person, or an enterprise."""

    class Kind(models.TextChoices):
        STAFF = "staff", "内部人员"
        PERSON = "person", "个人用户"
        ENTERPRISE = "enterprise", "企业用户"

    class Origin(models.TextChoices):
        STAFF = "staff", "管理员建立"
        CODE = "code", "手机验证码注册"
        WECHAT = "wechat", "微信一键注册"

    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.STAFF)
    origin = models.CharField(
        max_length=8, choices=Origin.choices, default=Origin.STAFF, help_text="how it came to be"
    )
    username = models.CharField(max_length=40, unique=True)
    staff_no = models.CharField(max_length=20, unique=True, null=True, blank=True)
    name = models.CharField(max_length=80)
    institution = models.OneToOneField(
        Organisation,
        models.PROTECT,
        null=True,
        related_name="account",
        help_text="the institution whose own account this is: its facts are kept there, and the name is its name",
    )
    mobile_sealed = models.BinaryField(null=True)
    mobile_index = models.BinaryField(null=True, db_index=True)
    mobile_mask = models.CharField(max_length=20, blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    password_changed_at = models.DateTimeField(null=True)
    disabled_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    USERNAME_FIELD = "username"
    objects = BaseUserManager()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.name

    @property
    def is_party(self) -> bool:
        """Whether somebody may act as himself under it: a person, an enterprise, or staff who gave his facts too."""
        return self.kind != self.Kind.STAFF or hasattr(self, "person")


class PersonFacts(models.Model):
    """Who a person says he is; kept, seen and changed by himself."""

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="person")
    id_no_sealed = models.BinaryField(null=True)
    id_no_index = models.BinaryField(null=True, db_index=True)
    id_no_mask = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=1, blank=True)
    address_sealed = models.BinaryField(null=True)
    changed_at = models.DateTimeField()


class EnterpriseFacts(models.Model):
    """What an enterprise says it is; kept, seen and changed by whoever holds the account.

    There is none while the account is bound to an institution: then the organisation's row tells it.
    """

    account = models.OneToOneField(Account, models.CASCADE, primary_key=True, related_name="enterprise")
    credit_code = models.CharField(max_length=18, db_index=True)
    legal_representative = models.CharField(max_length=60)
    contact_name = models.CharField(max_length=60)
    address = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()


class SmsCode(models.Model):
    """A code sent to prove that a number is held: single use, few guesses, short-lived; its keyed hash only is kept."""

    class Purpose(models.TextChoices):
        ENTER = "enter", "登录或注册"
        MOBILE = "mobile", "更换手机号"
        SIGN = "sign", "签署文书"

    class State(models.TextChoices):
        SENDING = "sending", "发送中"
        SENT = "sent", "已提交"
        DELIVERED = "delivered", "已送达"
        RECORDED = "recorded", "仅记录，未发送"
        FAILED = "failed", "失败"

    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    mobile_index = models.BinaryField()
    mobile_mask = models.CharField(max_length=20)
    code_hash = models.BinaryField()
    address = models.GenericIPAddressField(null=True)
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    guesses = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SENDING)
    reason = models.CharField(max_length=200, blank=True)
    vendor_reference = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["mobile_index", "-sent_at"], name="sms_code_number"),
            models.Index(fields=["address", "-sent_at"], name="sms_code_address"),
            models.Index(fields=["-sent_at"], name="sms_code_sent"),
            models.Index(
                fields=["vendor_reference"], condition=~models.Q(vendor_reference=""), name="sms_code_vendor"
            ),
        ]


class WechatBinding(models.Model):
    """The WeChat user who signs in with one tap as this account."""

    account = models.OneToOneField(Account, models.CASCADE, related_name="wechat")
    openid = models.CharField(max_length=64, unique=True)
    unionid = models.CharField(max_length=64, blank=True, db_index=True)
    bound_at = models.DateTimeField()


class Scan(models.Model):
    """A one-time key shown as a QR by one browser: a phone answers it, and that browser alone goes on from there."""

    class Purpose(models.TextChoices):
        SIGN_IN = "sign_in", "扫码登录"
        BIND = "bind", "扫码绑定微信"

    class State(models.TextChoices):
        WAITING = "waiting", "等待扫码"
        SEEN = "seen", "已扫码"
        CONFIRMED = "confirmed", "已确认"
        REFUSED = "refused", "已取消"
        USED = "used", "已完成"

    key_hash = models.CharField(max_length=64, unique=True)
    purpose = models.CharField(max_length=8, choices=Purpose.choices)
    browser_hash = models.CharField(max_length=64, help_text="of a secret only that browser's session holds")
    account = models.ForeignKey(
        Account, models.CASCADE, null=True, related_name="+", help_text="sign-in: who confirmed; bind: whose"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    check_no = models.CharField(
        max_length=4, help_text="shown on both sides, so that people see it is one scan"
    )
    openid = models.CharField(max_length=64, blank=True)
    unionid = models.CharField(max_length=64, blank=True)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(db_index=True)
    expires_at = models.DateTimeField()


class PasswordHistory(models.Model):
    """The hashes an account used before, so the last five are not used again."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="password_history")
    password = models.CharField(max_length=128)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)


class Membership(models.Model):
    """One account in one role for one unit, with how far it may see."""

    class Reach(models.TextChoices):
        OWN = "own", "本人案件"
        TEAM = "team", "本组"
        BRANCH = "branch", "本分公司"
        COMPANY = "company", "本公司"
        ALL = "all", "全部"

    account = models.ForeignKey(Account, models.CASCADE, related_name="memberships")
    role = models.ForeignKey(Role, models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    reach = models.CharField(max_length=8, choices=Reach.choices, default=Reach.OWN)
    client_ids = ArrayField(models.BigIntegerField(), null=True, blank=True, help_text="null: every client")
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(fields=["account", "role", "unit"], name="membership_once"),
        ]

    def __str__(self) -> str:
        return f"{self.account} · {self.role} · {self.unit}"


class LiveSession(models.Model):
    """A signed-in session and, once it has ended, why: the displaced one is told."""

    class End(models.TextChoices):
        SIGNED_OUT = "signed_out", "已退出登录"
        DISPLACED = "displaced", "账号在别处登录"
        IDLE = "idle", "长时间未操作"
        DISABLED = "disabled", "账号已停用"
        RESET = "reset", "密码已重置"
        ADDRESS = "address", "不在允许的登录地址内"
        EXPIRED = "expired", "登录已到期"

    account = models.ForeignKey(Account, models.CASCADE, related_name="sessions")
    membership = models.ForeignKey(Membership, models.CASCADE, null=True, help_text="null: acts as himself")
    is_party = models.BooleanField(
        default=False,
        help_text="began as a party's: lasts for days, several at once, never leads to a membership",
    )
    key_hash = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=12, choices=End.choices, blank=True)
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["account"],
                condition=models.Q(ended_at__isnull=True, is_party=False),
                name="one_live_session_per_account",
            ),
        ]


class AddressList(models.Model):
    """From which addresses staff may work: one list for everybody, one for a role, one for a membership."""

    role = models.OneToOneField(Role, models.CASCADE, null=True, related_name="address_list")
    membership = models.OneToOneField(Membership, models.CASCADE, null=True, related_name="address_list")
    networks = ArrayField(models.CharField(max_length=43), help_text="CIDR: 10.0.0.0/8, 2001:db8::/32")
    note = models.CharField(max_length=200, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=80)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role__isnull=True) | models.Q(membership__isnull=True),
                name="address_list_has_one_scope",
            ),
            models.UniqueConstraint(
                models.Value(1),
                condition=models.Q(role__isnull=True, membership__isnull=True),
                name="one_address_list_for_everybody",
            ),
        ]


class TrailEntry(models.Model):
    """One deed outside any case (sign-in, account, role, export, look-up), chained per actor.

    Append-only by a database trigger; the hash covers the entry and the hash before it.
    """

    actor = models.CharField(max_length=40, help_text="account:12, job:term.remind, partner:3")
    actor_name = models.CharField(max_length=80)
    seq = models.IntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=48)
    facts = models.JSONField(default=dict)
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["actor", "seq"], name="trail_seq_once")]
        indexes = [models.Index(fields=["-at"]), models.Index(fields=["verb", "-at"])]


class TrailHead(models.Model):
    """The last link of an actor's chain."""

    actor = models.CharField(max_length=40, primary_key=True)
    seq = models.IntegerField(default=0)
    hash = models.BinaryField(default=b"")


class TrailCheckpoint(models.Model):
    """What a chained table held up to a day: count and digest of its new links, under a keyed hash.

    Each checkpoint's hash covers the one before, so neither links nor checkpoints can go unnoticed.
    """

    chain = models.CharField(max_length=20)
    at = models.DateTimeField()
    from_id = models.BigIntegerField(help_text="links after this id")
    last_id = models.BigIntegerField(help_text="up to this id")
    links = models.BigIntegerField()
    digest = models.BinaryField()
    prev = models.BinaryField()
    mac = models.BinaryField()

    class Meta:
        ordering = ("chain", "id")
        constraints = [models.UniqueConstraint(fields=["chain", "from_id"], name="checkpoint_follows_once")]


class KeyProof(models.Model):
    """A known text under each sealing key this database has met; tells at start whether ours are its keys."""

    key_id = models.SmallIntegerField(primary_key=True)
    proof = models.BinaryField()
    index = models.BinaryField()
    at = models.DateTimeField()
