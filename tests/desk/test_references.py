"""A load asks once whether all it points to is there: no orphan gets in, and none is made meanwhile."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, OperationalError, connection, transaction

from anjie.access.actors import Actor
from anjie.desk.models import Case, CaseSearch, ContactPoint, Event, Party, Person, TimelineHead
from anjie.desk.references import delete_unpointed, prove, proved_at_the_end
from anjie.desk.sums import wrong
from anjie.lines.recovery.placement.actions import place as place_all
from anjie.lines.recovery.placement.models import Placement
from tests.cases import facts_of, place
from tests.people import World

NOWHERE = 2**40


def test_our_own_database_lets_a_load_prove_at_the_end(world: World) -> None:
    with proved_at_the_end({}), connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("replica",)
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("origin",)


@pytest.mark.parametrize("missing", ["batch_id", "clerk_id", "unit_id", "organisation_id"])
def test_a_load_that_points_nowhere_writes_nothing(world: World, missing: str) -> None:
    # given two rows, the second of which points to what is not there
    good, bad = facts_of(world, name="张三", holder=None), facts_of(world, name="李四", holder=None)
    bad = replace(bad, case=replace(bad.case, **{missing: NOWHERE}))
    # when they are placed
    with pytest.raises(IntegrityError, match="pointed to and not there"):
        place_all(Actor.job("test"), [good, bad])
    # then neither is there, nor anything of them
    for model in (Case, Party, ContactPoint, CaseSearch, Placement, Event, TimelineHead, Person):
        assert not model.objects.exists(), model


def test_a_placement_continues_one_that_is_there(world: World) -> None:
    with pytest.raises(IntegrityError, match="1 rows of recovery_placement"):
        place_all(Actor.job("test"), [replace(facts_of(world), previous_id=NOWHERE)])
    assert not Case.objects.exists()


def test_after_a_load_every_row_is_checked_again(world: World) -> None:
    case = place(world, name="张三")
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(case_id=NOWHERE, person_id=case.person_id, part="contact")
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert Party.objects.count() == 1


def test_only_persons_nobody_points_to_are_deleted(world: World) -> None:
    # given a person with a case, one who is a party only, one with a number only, and one of whom nothing is left
    case = place(world, name="张三")
    party, number, nobody = (Person.objects.create(name=name) for name in ("李四", "王五", "赵六"))
    Party.objects.create(case=case, person=party, part="contact")
    ContactPoint.objects.filter(case=case).update(person=number)
    # when all four are to go
    with transaction.atomic():
        deleted = delete_unpointed("desk_person", [case.person_id, party.pk, number.pk, nobody.pk])
    # then the last one is gone, and rows are checked as before
    assert deleted == 1
    assert set(Person.objects.values_list("name", flat=True)) == {"张三", "李四", "王五"}
    with connection.cursor() as cursor:
        cursor.execute("SHOW session_replication_role")
        assert cursor.fetchone() == ("origin",)


@pytest.mark.django_db(transaction=True)
def test_what_a_load_points_to_cannot_go_before_it_has_ended() -> None:
    # given a person no case needs
    person = Person.objects.create(name="张三")
    other = connection.copy()
    other.set_autocommit(False)
    try:
        with transaction.atomic():
            # when a load has proved that it is there
            prove({"desk_person": [person.pk]})
            # then nobody can delete it until the load has ended
            with pytest.raises(OperationalError, match="lock timeout"), other.cursor() as cursor:
                # LOCAL: the connection goes back to the pool, and its patience must not.
                cursor.execute("SET LOCAL lock_timeout = '200ms'")
                cursor.execute("DELETE FROM desk_person WHERE id = %s", [person.pk])
    finally:
        other.close()
    assert Person.objects.filter(pk=person.pk).exists()


def test_every_reference_of_what_a_load_writes_is_proved(world: World) -> None:
    # given the tables a load writes, and the rows it writes itself or names to the proof
    written = [
        "desk_case",
        "desk_party",
        "desk_casesearch",
        "desk_holding",
        "desk_contactpoint",
        "recovery_placement",
    ]
    itself = {"case_id"}
    proved = {
        "person_id", "batch_id", "organisation_id", "client_id", "unit_id", "holder_id", "membership_id",
        "clerk_id", "previous_id",
    }  # fmt: skip
    left_empty = {"account_id"}
    # then no foreign key stands on another column
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT a.attname FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)"
            " WHERE c.contype = 'f' AND c.conrelid = ANY(%s::text[]::regclass[])",
            [written],
        )
        assert {name for (name,) in cursor.fetchall()} == itself | proved | left_empty


def test_what_is_kept_by_trigger_is_kept_in_a_load_too(world: World) -> None:
    # given a load of two cases
    place_all(Actor.job("test"), [facts_of(world, amount="10.00"), facts_of(world, amount="20.00")])
    # then the sums beside the cases hold them
    assert wrong() == 0
    # and no trigger of ours that hears inserts is silent in a load
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, tgname FROM pg_trigger"
            " WHERE NOT tgisinternal AND tgtype & 4 = 4 AND tgenabled <> 'A'"
            " AND tgrelid::regclass::text ~ '^(desk|recovery|sheets)_'"
        )
        assert cursor.fetchall() == []
