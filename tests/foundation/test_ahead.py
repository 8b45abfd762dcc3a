"""Work one step ahead: in order, no further than asked, and what goes wrong is told to who takes it."""

import sys
import threading

import pytest

from anjie.foundation.ahead import HANDED_OVER_SECONDS, ahead, handing_over_soon


def test_results_come_in_order_from_another_thread():
    seen = list(ahead(lambda n: (n * n, threading.get_ident()), range(20)))
    assert [square for square, _ in seen] == [n * n for n in range(20)]
    assert {thread for _, thread in seen} != {threading.get_ident()}


def test_no_more_is_taken_than_is_needed_to_stay_ahead():
    taken: list[int] = []

    def items():
        for n in range(100):
            taken.append(n)
            yield n

    results = ahead(str, items(), depth=2)
    assert next(results) == "0"
    assert taken == [0, 1, 2]
    results.close()


def test_what_goes_wrong_is_raised_where_the_result_is_taken():
    results = ahead(lambda n: 1 // n, [1, 0, 1])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_threads_hand_over_soon_until_the_last_who_wanted_it_is_through():
    usual = sys.getswitchinterval()
    first, second = handing_over_soon(), handing_over_soon()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(HANDED_OVER_SECONDS)
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == usual
