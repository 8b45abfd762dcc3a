"""A bundle proved whole from nothing but the file: no database, no network, only hashes and a signature."""

from __future__ import annotations

import base64
import hashlib
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

INDEX, PAGE, SUMS, SIGNATURE, CERTIFICATES = (
    "index.json",
    "目录.html",
    "SHA256SUMS",
    "SHA256SUMS.sig",
    "certificates.pem",
)
UNSUMMED = (SUMS, SIGNATURE, CERTIFICATES)
_SUM = re.compile(r"([0-9a-f]{64})  (.+)")
_PART = 1024 * 1024


def sums_of(contents: Mapping[str, str]) -> str:
    """The file of hashes as ``sha256sum -c`` reads it, by path."""
    return "".join(f"{digest}  {path}\n" for path, digest in contents.items())


def digest(content: bytes) -> str:
    """The hash of a content."""
    return hashlib.sha256(content).hexdigest()


def verify(file: Path) -> dict[str, Any]:
    """``{"ok", "message", "faults", "count", "signed_by"}`` of a bundle, from nothing but the file.

    Every fault names the content: changed, missing, or not listed. A bundle of an archived file is signed; one for
    the court is not.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            return _verified(archive)
    except (zipfile.BadZipFile, OSError, KeyError, ValueError, UnicodeDecodeError) as error:
        return _told([f"压缩包已损坏，或不是案卷包（{_named(error)}）"], 0, "")


def _verified(archive: zipfile.ZipFile) -> dict[str, Any]:
    names = [one for one in archive.namelist() if not one.endswith("/")]
    sums = archive.read(SUMS)
    listed = {}
    for line in sums.decode().splitlines():
        found = _SUM.fullmatch(line)
        if found is None:
            raise ValueError(SUMS)
        listed[found[2]] = found[1]
    faults = [f"“{name}”出现了两次" for name in sorted({one for one in names if names.count(one) > 1})]
    faults += [f"缺少“{path}”" for path in listed if path not in names]
    faults += [f"“{name}”不在目录中" for name in names if name not in listed and name not in UNSUMMED]
    faults += [
        f"“{path}”已被改动"
        for path, told in listed.items()
        if path in names and _hash_in(archive, path) != told
    ]
    signed_by = ""
    if SIGNATURE in names or CERTIFICATES in names:
        try:
            signed_by = check_signature(sums, archive.read(SIGNATURE), archive.read(CERTIFICATES))
        except ValueError as error:
            faults.append(f"“{SUMS}”的签名不正确（{error}）")
    return _told(faults, len(listed), signed_by)


def _hash_in(archive: zipfile.ZipFile, path: str) -> str:
    found = hashlib.sha256()
    try:
        with archive.open(path) as content:
            while part := content.read(_PART):
                found.update(part)
    except zipfile.BadZipFile:
        return ""
    return found.hexdigest()


def _told(faults: list[str], count: int, signed_by: str) -> dict[str, Any]:
    message = (
        f"案卷包完整，{count} 份内容与目录一致。" if not faults else f"核验未通过：{'；'.join(faults)}。"
    )
    return {"ok": not faults, "message": message, "faults": faults, "count": count, "signed_by": signed_by}


def _named(error: Exception) -> str:
    return str(error).strip("'\"") or type(error).__name__


def check_signature(content: bytes, signature: bytes, certificates: bytes) -> str:
    """Who signed, with the fingerprint of his root; a ValueError in words where it is not so."""
    try:
        leaf, root = x509.load_pem_x509_certificates(certificates)
        leaf.verify_directly_issued_by(root)
        key = leaf.public_key()
        assert isinstance(key, rsa.RSAPublicKey)
        key.verify(base64.b64decode(signature, validate=True), content, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature:
        raise ValueError("目录或签名已被改动") from None
    except (ValueError, TypeError, AssertionError):
        raise ValueError("签名或证书无法读取") from None
    return f"{leaf.subject.rfc4514_string()}，根证书指纹 {root.fingerprint(hashes.SHA256()).hex()}"
