"""An enterprise shows its licence: a picture, one at a time, seen by its owner."""

from __future__ import annotations

import io
from typing import Any

import pytest

from anjie.access.actors import Actor
from anjie.access.models import Account
from anjie.foundation.refusals import Invalid, NotFound, Refusal
from anjie.services.files import own
from anjie.services.files.models import AccountFile, Blob

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def enterprise(db: None, settings: Any, tmp_path: Any) -> Actor:
    settings.MEDIA_ROOT = tmp_path
    return Actor.party(Account.objects.create(kind="enterprise", username="e", name="测试商贸有限公司"))


def test_a_new_picture_takes_the_place_of_the_one_before(enterprise: Actor) -> None:
    own.show_licence(enterprise, name="执照.png", file=io.BytesIO(PNG + b"one"))
    own.show_licence(enterprise, name="执照2.png", file=io.BytesIO(PNG + b"two"))
    row = own.licence(enterprise)
    assert (row.name, row.blob.size, AccountFile.objects.count(), Blob.objects.count()) == (
        "执照2.png",
        11,
        1,
        1,
    )


def test_what_lies_about_its_type_is_refused(enterprise: Actor) -> None:
    for name, content in (("执照.png", b"MZ\x90"), ("执照.txt", b"text"), ("执照.zip", b"PK\x03\x04")):
        with pytest.raises(Refusal) as refused:
            own.show_licence(enterprise, name=name, file=io.BytesIO(content))
        assert getattr(refused.value, "code", "") in (
            "files.program",
            "files.licence_type",
            "files.type_lies",
        )
    assert not Blob.objects.exists()


def test_a_person_has_no_licence(enterprise: Actor) -> None:
    person = Actor.party(Account.objects.create(kind="person", username="p", name="吴晓"))
    with pytest.raises(Invalid) as refused:
        own.show_licence(person, name="执照.png", file=io.BytesIO(PNG))
    assert (refused.value.code, AccountFile.objects.count()) == ("files.no_enterprise", 0)
    with pytest.raises(NotFound):
        own.licence(person)
