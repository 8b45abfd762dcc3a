"""The sealing keys of this installation, and how a serving process follows when they change."""

from __future__ import annotations

from anjie.foundation.sealed import KeyRing, KeysMissing, Sealer
from config import home

_held: tuple[tuple[int, int, int], Sealer] | None = None


def current() -> Sealer:
    """The sealer for the keys as the secrets file holds them now.

    The file is looked at each time, so that a key added by ``anjie rotate-keys`` opens values here at once.
    """
    global _held
    try:
        seen = home.secrets_file().stat()
    except OSError:
        raise KeysMissing(
            "sealed.keys_missing",
            "没有找到密钥文件，加密字段无法读写，系统不提供服务。请从备份恢复 ANJIE_HOME 下的 secrets.json。",
        ) from None
    stamp = (seen.st_ino, seen.st_mtime_ns, seen.st_size)
    if _held is None or _held[0] != stamp:
        home.forget()
        _held = (stamp, Sealer(ring_of(home.secrets())))
    return _held[1]


def ring_of(secrets: home.Secrets) -> KeyRing:
    """The key ring of these secrets: ``k2`` is key 2, the first in the list is in use."""
    sealing = {int(one.id.removeprefix("k")): one.key for one in secrets.seal_keys}
    return KeyRing(sealing, int(secrets.seal_keys[0].id.removeprefix("k")), secrets.index_key)
