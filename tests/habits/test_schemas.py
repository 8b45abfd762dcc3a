"""Names in the API's description, from which the faces' types are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ninja import Schema


def described(above: type[Schema] = Schema) -> Iterator[type[Schema]]:
    """Every schema class of ours that is loaded, however deep it inherits."""
    for schema in above.__subclasses__():
        if schema.__module__.startswith("anjie."):
            yield schema
        yield from described(schema)


def test_every_schema_has_a_name_of_its_own() -> None:
    """Ninja keeps one of two schemas with the same name, and the client's types of the other are wrong."""
    from config.api import api

    published = api.get_openapi_schema()["components"]["schemas"]
    ours = {f"{schema.__module__}.{schema.__name__}" for schema in described()}
    assert {"anjie.access.schemas.MeOut", "anjie.desk.schemas_case.CasePageOut"} <= ours
    assert "MeOut" in published

    times = Counter(name.rsplit(".", 1)[1] for name in ours)
    assert sorted(name for name in ours if times[name.rsplit(".", 1)[1]] > 1) == []
