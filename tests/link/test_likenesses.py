"""Reports are alike by the rare words of what they claim."""

import pytest
from tests.values import make_claim, make_place, make_reading, make_report

from firsthand.link.likenesses import Likeness, are_alike, find_alike, is_same_day, list_words

COMMON = frozenset({"police", "shooting"})


def make_reports() -> dict[str, frozenset[str]]:
    reports = {f"r-{number:03}": COMMON | {f"word{number}"} for number in range(98)}
    reports["r-a"] = COMMON | {"adreva", "lunde", "moraz"}
    reports["r-b"] = COMMON | {"adreva", "lunde", "moraz"}
    return reports


def test_words_of_claims_and_names_are_listed() -> None:
    reading = make_reading(make_report(), make_claim("c-1"), places=(make_place("Mill Road"),))
    assert list_words(reading) == {"words", "the", "report", "mill", "road"}


def test_reports_that_share_all_their_rare_words_are_alike() -> None:
    alike = find_alike(make_reports())
    assert set(alike) == {("r-a", "r-b")}
    found = alike["r-a", "r-b"]
    assert found.share == pytest.approx(1.0)
    assert found.words == ("adreva", "lunde", "moraz")


def test_one_rare_word_is_chance() -> None:
    reports = make_reports()
    reports["r-b"] = COMMON | {"adreva"}
    assert find_alike(reports) == {}


def test_few_reports_have_no_rare_words() -> None:
    reports = make_reports()
    assert find_alike({name: reports[name] for name in ("r-a", "r-b", "r-001")}) == {}


def test_the_farther_apart_the_more_alike() -> None:
    some, most = Likeness(0.12), Likeness(0.45)
    assert are_alike(some, 2, None, place=None)
    assert not are_alike(some, 30, None, place=None)
    assert are_alike(most, 30, None, place=None)
    assert not are_alike(most, 30, 20, place=None)
    assert not are_alike(most, 2, None, place=False)


def test_reports_of_one_day_need_less() -> None:
    assert is_same_day(Likeness(0.07), place=True)
    assert not is_same_day(Likeness(0.07), place=None)
    assert not is_same_day(Likeness(0.5), place=False)
