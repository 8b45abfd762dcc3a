"""The PAdES signature over a finished PDF, made and proved.

Its libraries take half a second to load: who signs or proves asks for this module then, not when the program starts.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from asn1crypto import keys, pem
from asn1crypto import x509 as asn1
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from anjie.services.signing.pages import page_count


def sign(pdf: bytes, certificate: str, root: str, key: str, *, reason: str) -> bytes:
    """The PDF with a PAdES signature by this installation's certificate."""
    signer = signers.SimpleSigner(
        signing_cert=_certificate_of(certificate),
        signing_key=keys.PrivateKeyInfo.load(pem.unarmor(key.encode())[2]),
        cert_registry=_store([root]),
    )
    meta = signers.PdfSignatureMetadata(
        field_name="Anjie",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=reason,
        name="案结 文书签署",
    )
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    last = page_count(pdf) - 1
    signed = signers.PdfSigner(meta, signer, new_field_spec=SigFieldSpec("Anjie", on_page=last)).sign_pdf(
        writer
    )
    return bytes(signed.getvalue())


def verify(pdf: bytes, roots: Sequence[str]) -> list[dict[str, Any]]:
    """Each signature of a PDF, judged against these roots: whole, by whom, when, and whether the file was changed after.

    Raises ValueError when it is no PDF that can be read.
    """
    try:
        signatures = PdfFileReader(io.BytesIO(pdf), strict=False).embedded_signatures
        return [_judged(one, [_certificate_of(root) for root in roots]) for one in signatures]
    except (PdfReadError, KeyError) as error:
        raise ValueError("not a PDF that can be read") from error


def _judged(signature: EmbeddedPdfSignature, trusted: Sequence[asn1.Certificate]) -> dict[str, Any]:
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=trusted, allow_fetching=False))
    return {
        "field": signature.field_name,
        "intact": bool(status.intact),
        "valid": bool(status.valid),
        "trusted": bool(status.trusted),
        "whole": bool(status.bottom_line),
        "covers": status.coverage.name if status.coverage else "",
        "by": status.signing_cert.subject.human_friendly,
        "at": status.signer_reported_dt,
    }


def _certificate_of(text: str) -> asn1.Certificate:
    return asn1.Certificate.load(pem.unarmor(text.encode())[2])


def _store(certificates: Sequence[str]) -> SimpleCertificateStore:
    store = SimpleCertificateStore()  # type: ignore[no-untyped-call]
    for one in certificates:
        store.register(_certificate_of(one))
    return store
