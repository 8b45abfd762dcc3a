"""Signatures beside a content, by this installation's own certificates; :mod:`anjie.foundation.bundle` proves them."""

from __future__ import annotations

import base64

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from anjie.services.signing import authority


def sign(content: bytes) -> tuple[str, str]:
    """The signature in base64, and the certificates of who signed and of his root as PEM."""
    leaf, root, pem = authority.leaf()
    key = serialization.load_pem_private_key(pem.encode(), None)
    assert isinstance(key, rsa.RSAPrivateKey)
    made = key.sign(content, padding.PKCS1v15(), hashes.SHA256())
    return base64.b64encode(made).decode(), leaf.certificate + root.certificate
