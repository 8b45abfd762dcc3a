from __future__ import annotations

import threading
from decimal import Decimal

import pytest
from django.db import connection, transaction

from anjie.access.actors import Actor
from anjie.desk import people
from anjie.desk.intake import search_words
from anjie.desk.models import ContactPoint, Event, Holding, Party, Person, TimelineHead
from anjie.desk.people import PersonFacts, find_or_create_persons
from anjie.desk.places import CONTACT_POINT, PERSON_ID
from anjie.foundation import clock
from anjie.foundation.sealed import Field, sealer
from anjie.lines.recovery.placement.actions import CARD
from anjie.lines.recovery.placement.actions import place as place_all
from tests.cases import batch, facts_of, place
from tests.people import World

BAD_ID = "320102199001011231"  # its check digit is wrong on purpose


def test_an_opened_case_has_all_that_hangs_on_it(world: World) -> None:
    # given a row with a card, a mobile, a contract and a holder
    with clock.stopped("2026-09-01T09:30:00+08:00"):
        # when it is placed
        case = place(
            world, name="单小明", amount="12345.60", holder="李催收", batch_no="B-1", id_no=BAD_ID,
            mobile="10012345678", card_no="6222020000000000000", contract_no="HT-0001", serial_no="xl 7",
            commission_rate=Decimal("0.15"), region="江苏省", tags=["优质"],
        )  # fmt: skip
    # then the case is whole
    assert (case.title_key, case.state, case.balance) == ("shan xiao ming", "open", Decimal("12345.60"))
    assert case.no.startswith("C260901-")
    assert case.unit == world.units["北一组"]
    assert case.batch == batch(world, no="B-1")
    assert case.assigned_at == clock.read_instant("2026-09-01T09:30:00+08:00")
    # and its sealed values open for their own rows only
    person = case.person
    assert sealer().open(person.id_sealed, PERSON_ID, person.pk) == BAD_ID
    assert person.id_mask == "320***********1231"
    assert bytes(person.mobile_index) == sealer().index("100 1234 5678", Field.PHONE)
    phone = ContactPoint.objects.get(case=case)
    assert sealer().open(phone.sealed, CONTACT_POINT, phone.pk) == "10012345678"
    assert (phone.mask, phone.owner, phone.person_id) == ("100****5678", "单小明", person.pk)
    assert sealer().open(case.placement.card_sealed, CARD, case.pk) == "6222020000000000000"
    assert case.placement.card_mask == "6222***********0000"
    # and it is found, held, and begun on the timeline
    assert {"小明", "单", "#HT0001", "#XL7"} <= set(case.search.grams)
    assert case.search.tags == ["优质"]
    assert Party.objects.filter(case=case, person=person, part="debtor").count() == 1
    assert Holding.objects.get(case=case).membership_id == world["李催收"].membership_id
    event = Event.objects.get(case_id=case.pk)
    assert (event.seq, event.verb, event.facts) == (1, "case.opened", {"amount": "12345.60"})
    head = TimelineHead.objects.get(case_id=case.pk)
    assert (head.seq, bytes(head.hash)) == (1, bytes(event.hash))


def test_one_person_for_one_id_number_however_written(world: World) -> None:
    # given a person on the desk and, in one file, two rows of his and two rows of a new one
    known = place(world, name="张三", id_no="32010219900101123x")
    # when they are placed together
    opened = place_all(
        Actor.job("test"),
        [
            facts_of(world, name="张三", id_no="32010219900101123X"),
            facts_of(world, name="李四", id_no="320102199001011223"),
            facts_of(world, name="李四", id_no=" 3201021990 01011223"),
        ],
    )
    # then the desk knows two persons
    assert opened.person_ids[0] == known.person_id
    assert opened.person_ids[1] == opened.person_ids[2]
    assert Person.objects.count() == 2


def test_many_persons_are_made_portion_by_portion(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    # given more new persons than are written at once, one of them twice, some by mobile alone
    monkeypatch.setattr(people, "_PORTION", 2)
    rows = [PersonFacts(f"张{n}", id_no=f"32010219900101{n % 5:04d}") for n in range(6)]
    rows += [PersonFacts(f"李{n}", mobile=f"1000000000{n}") for n in range(3)]
    # when they are found or made
    ids = find_or_create_persons(rows)
    # then each is one person, sealed for his own row
    assert ids[0] == ids[5]
    assert len(set(ids)) == 8
    for pk, row in zip(ids, rows, strict=True):
        person = Person.objects.get(pk=pk)
        assert person.name == ("张0" if pk == ids[0] else row.name)
        assert not row.id_no or sealer().open(person.id_sealed, PERSON_ID, pk) == row.id_no


def test_without_id_number_mobile_and_name_decide(world: World) -> None:
    # given three rows of one mobile, one of them under another name, and two rows without any number
    rows = [
        PersonFacts("张三", mobile="10000000001"),
        PersonFacts("张三", mobile="+86 10000000001"),
        PersonFacts("张三丰", mobile="10000000001"),
        PersonFacts("无名"),
        PersonFacts("无名"),
    ]
    # when they are found or created twice
    first = find_or_create_persons(rows)
    again = find_or_create_persons(rows)
    # then numbers identify, and rows without one are somebody new each time
    assert first[0] == first[1] == again[0]
    assert first[2] == again[2] != first[0]
    assert len({*first[3:], *again[3:]}) == 4


def test_a_person_known_by_mobile_takes_on_the_id_number_that_comes_later(world: World) -> None:
    # given somebody known by mobile and name only
    [known] = find_or_create_persons([PersonFacts("张三", mobile="10000000001")])
    # when rows bring his ID number, and another ID number under the same mobile and name
    found = find_or_create_persons(
        [
            PersonFacts("张三", id_no=BAD_ID, mobile="10000000001"),
            PersonFacts("张三", id_no="320102199001011223", mobile="10000000001"),
        ]
    )
    # then the first is he, with the number sealed for his row, the second somebody else
    assert found[0] == known
    assert found[1] != known
    person = Person.objects.get(pk=known)
    assert sealer().open(person.id_sealed, PERSON_ID, person.pk) == BAD_ID


def test_the_same_phone_twice_in_a_row_is_one_contact_point(world: World) -> None:
    case = place(world, phones=("10000000001", "100-0000-0001", "10000000002"))
    assert [point.mask for point in case.contact_points.all()] == ["100****0001", "100****0002"]


def test_any_name_can_be_opened_and_found_by_its_parts(world: World) -> None:
    # given names with every sign an array or COPY could trip over
    for name in ['O"Brien', "a\\b", "{x,y}", "NULL", "王\t五", "'; drop table desk_case; --"]:
        # when they are placed
        case = place(world, name=name)
        # then they come back as they were, and the words they are found by are kept one by one
        assert case.title == name
        assert case.search.grams == search_words(name, [case.placement.serial_no])


def test_a_row_that_fails_opens_nothing(world: World) -> None:
    # given a good row and one whose amount no column can hold
    rows = [facts_of(world), facts_of(world, amount="1" + "0" * 20)]
    # when they are placed
    with pytest.raises(Exception, match="numeric field overflow"):
        place_all(Actor.job("test"), rows)
    # then nothing is there
    assert (Person.objects.count(), Event.objects.count()) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_the_same_people_at_once_make_each_person_once() -> None:
    # given two imports that name the same 300 people, in opposite order
    people = [PersonFacts(f"人{n}", id_no=f"3201021990010{n:05d}", mobile="") for n in range(150)]
    people += [PersonFacts(f"人{n}", mobile=f"100{n:08d}") for n in range(150)]
    found: dict[str, list[int]] = {}
    barrier = threading.Barrier(2)

    def run(name: str, rows: list[PersonFacts]) -> None:
        try:
            with transaction.atomic():
                barrier.wait()
                found[name] = find_or_create_persons(rows)
        finally:
            connection.close()

    # when both run at the same moment
    threads = [
        threading.Thread(target=run, args=("first", people)),
        threading.Thread(target=run, args=("second", people[::-1])),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # then both got the same persons, each once
    assert found["first"] == found["second"][::-1]
    assert Person.objects.count() == 300
