"""The product's answer to what may not be done: a code, a Chinese sentence, the facts behind it."""

from __future__ import annotations

from typing import Any, Self


class Refusal(Exception):
    """Something may not be done; nothing was changed.

    ``code`` is stable and dotted (``contact.hours``), ``message`` is shown to the person as it
    is (what happened, which fact made it so, what to do next), ``facts`` are plain values.
    ``status`` is the HTTP status that carries it.
    """

    status = 409

    def __init__(self, code: str, message: str, **facts: Any) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.facts = facts

    def with_status(self, status: int) -> Self:
        """The same refusal carried by another HTTP status."""
        self.status = status
        return self

    def as_dict(self) -> dict[str, Any]:
        """The refusal as the API and the command line print it."""
        return {"code": self.code, "message": self.message, "facts": self.facts}


class NotFound(Refusal):
    """Missing, or out of the actor's reach: both look the same."""

    status = 404

    def __init__(self, what: str = "记录", code: str = "not_found") -> None:
        super().__init__(code, f"没有找到该{what}，或您无权查看。请核对编号，或联系主管。")


class Forbidden(Refusal):
    """The active membership lacks the permission for this deed."""

    status = 403

    def __init__(self, permission: str, label: str = "") -> None:
        named = f"“{label}”" if label else "此操作"
        super().__init__(
            "access.forbidden",
            f"当前身份没有{named}的权限。请切换身份，或联系系统管理员开通。",
            permission=permission,
        )


class Invalid(Refusal):
    """The request itself is wrong: a value missing, malformed or out of range."""

    status = 422
