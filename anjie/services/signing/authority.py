"""The installation's own certificates: a root made at first use, leaves that sign, keys sealed in the database."""

from __future__ import annotations

from datetime import timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from django.db import connection, transaction

from anjie.foundation import clock
from anjie.foundation.sealed import sealer
from anjie.services.signing.models import Authority

PLACE = "signing_authority.key_sealed"
ROOT_LIVES = timedelta(days=365 * 20)
LEAF_LIVES = timedelta(days=365 * 3)
LEAF_LEFT = timedelta(days=365)
"""A leaf with less than this left is followed by a new one."""
ORGANISATION = "案结 Anjie"
_LOCK = 7_310_442


def root() -> Authority:
    """The root certificate, made when there is none."""
    return _ready()[0]


def leaf() -> tuple[Authority, Authority, str]:
    """The leaf that signs now, its root, and its private key as PEM."""
    above, signing = _ready()
    assert signing.key_sealed is not None
    return signing, above, sealer().open(signing.key_sealed, PLACE, signing.pk)


def roots() -> list[str]:
    """Every root this installation ever had, as PEM: papers signed long ago verify too."""
    root()
    found = Authority.objects.filter(kind=Authority.Kind.ROOT)
    return list(found.values_list("certificate", flat=True))


def _ready() -> tuple[Authority, Authority]:
    found = _standing()
    if found is not None:
        return found
    with transaction.atomic(), connection.cursor() as cursor:
        # Two who sign first at the same moment make one root.
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
        above = Authority.objects.filter(
            kind=Authority.Kind.ROOT, not_after__gt=clock.now() + LEAF_LIVES
        ).first()
        above = above or _make_root()
        return _standing() or (above, _make_leaf(above))


def _standing() -> tuple[Authority, Authority] | None:
    above = Authority.objects.filter(kind=Authority.Kind.ROOT).first()
    signing = Authority.objects.filter(
        kind=Authority.Kind.LEAF, not_after__gt=clock.now() + LEAF_LEFT
    ).first()
    return (above, signing) if above and signing else None


def _make_root() -> Authority:
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    name = _name("案结 本机签署根证书")
    made = (
        _builder(name, name, key.public_key(), ROOT_LIVES)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    return _keep(Authority.Kind.ROOT, made, key)


def _make_leaf(above: Authority) -> Authority:
    assert above.key_sealed is not None
    pem = sealer().open(above.key_sealed, PLACE, above.pk).encode()
    above_key = serialization.load_pem_private_key(pem, None)
    assert isinstance(above_key, rsa.RSAPrivateKey)
    issuer = x509.load_pem_x509_certificate(above.certificate.encode())
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    made = (
        _builder(_name("案结 文书签署"), issuer.subject, key.public_key(), LEAF_LIVES)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        # Without contentCommitment no verifier trusts it for signing documents.
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(above_key.public_key()), critical=False
        )
        .sign(above_key, hashes.SHA256())
    )
    return _keep(Authority.Kind.LEAF, made, key)


def _builder(
    subject: x509.Name, issuer: x509.Name, key: rsa.RSAPublicKey, lives: timedelta
) -> x509.CertificateBuilder:
    now = clock.now()
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + lives)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
    )


def _usage(**on: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{name: on.get(name, False) for name in names})


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, ORGANISATION),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )


def _keep(kind: str, certificate: x509.Certificate, key: rsa.RSAPrivateKey) -> Authority:
    made = Authority.objects.create(
        kind=kind,
        certificate=certificate.public_bytes(serialization.Encoding.PEM).decode(),
        not_after=certificate.not_valid_after_utc,
        made_at=clock.now(),
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    made.key_sealed = sealer().seal(pem, PLACE, made.pk)
    made.save(update_fields=["key_sealed"])
    return made
