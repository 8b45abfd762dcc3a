"""Where the desk keeps sealed values: the place each is bound to, and how a contact point is indexed and masked."""

from __future__ import annotations

from collections.abc import Callable

from anjie.desk.models import ContactPoint
from anjie.foundation import masks
from anjie.foundation.sealed import Field

PERSON_ID = "desk_person.id_sealed"
CONTACT_POINT = "desk_contactpoint.sealed"

INDEX_OF_KIND: dict[str, Field] = {
    ContactPoint.Kind.MOBILE: Field.PHONE,
    ContactPoint.Kind.PHONE: Field.PHONE,
    ContactPoint.Kind.ADDRESS: Field.ADDRESS,
    ContactPoint.Kind.EMAIL: Field.MAIL,
}
MASK_OF_KIND: dict[str, Callable[[str], str]] = {
    ContactPoint.Kind.MOBILE: masks.phone,
    ContactPoint.Kind.PHONE: masks.phone,
    ContactPoint.Kind.ADDRESS: masks.address,
    ContactPoint.Kind.EMAIL: masks.mail,
}
