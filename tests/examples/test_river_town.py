"""The harder example: its whole account is held against what a careful reader makes of it."""

import re
import tomllib
from pathlib import Path

import pytest

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_sites
from firsthand.model.accounts import Account
from firsthand.model.incidents import Incident, Toll
from firsthand.pipeline import make_account
from firsthand.settings import make_settings

EXAMPLE = Path(__file__).parents[2] / "examples" / "river-town"
TRUTH = tomllib.loads((EXAMPLE / "truth.toml").read_text("utf-8"))
Copied = dict[str, list[int]]
NAMES = tuple(TRUTH["incidents"])


@pytest.fixture(scope="module")
def account() -> Account:
    made = make_account(
        [EXAMPLE],
        fallback=Fallback(publisher=None, published=None),
        sites=find_sites([EXAMPLE]),
        settings=make_settings(),
        progress=lambda _stage, _done, _all: None,
    )
    return made.account


def number_reports(account: Account) -> dict[str, int]:
    """Number the reports as their files are, by the address that each of them gives."""
    numbers = {}
    for path in EXAMPLE.glob("*-*.*"):
        found = re.search(r"https://[\w./-]+", path.read_text("utf-8"))
        if found is not None:
            numbers[found[0]] = int(path.name[:2])
    return {report.id: numbers[report.uri or ""] for report in account.reports}


def find(account: Account, name: str) -> Incident:
    wanted = TRUTH["incidents"][name]
    found = [
        incident
        for incident in account.incidents
        if incident.place is not None
        and incident.place.name == wanted["place"]
        and incident.time is not None
        and (incident.time.start or "").startswith(wanted["day"])
    ]
    assert len(found) == 1, [incident.title for incident in account.incidents]
    return found[0]


def list_claims(account: Account, ids: tuple[str, ...]) -> set[int]:
    numbers = number_reports(account)
    return {numbers[claim.report] for claim in account.claims if claim.id in ids}


def list_wanted(kind: str) -> list[tuple[str, dict[str, object]]]:
    return [(name, wanted) for name in NAMES for wanted in TRUTH["incidents"][name].get(kind, ())]


def find_toll(incident: Incident, outcome: object, status: object = "all") -> Toll:
    (toll,) = [
        toll
        for toll in incident.tolls
        if (toll.outcome, toll.status, toll.side, toll.scope) == (outcome, status, None, None)
    ]
    return toll


def test_all_reports_are_read(account: Account) -> None:
    assert len(account.reports) == 45
    assert account.refused == ()


@pytest.mark.parametrize("name", NAMES)
def test_three_incidents_near_each_other_stay_apart(account: Account, name: str) -> None:
    numbers = number_reports(account)
    found = {numbers[report] for report in find(account, name).reports}
    assert set(TRUTH["incidents"][name]["reports"]) <= found
    assert not found & set(TRUTH["incidents"][name].get("not", ()))


@pytest.mark.parametrize(("name", "wanted"), list_wanted("tolls"))
def test_tolls_are_what_a_careful_reader_makes_of_them(
    account: Account, name: str, wanted: dict[str, object]
) -> None:
    toll = find_toll(find(account, name), wanted["outcome"], wanted["status"])
    assert (toll.low, toll.high, toll.open) == (wanted["low"], wanted["high"], wanted["open"])
    assert toll.best is None
    stated = {entry.low for entry in toll.history if entry.claim in toll.claims}
    assert set(wanted["stated"]) <= stated  # type: ignore[call-overload]  # a list of numbers
    if "combined" in wanted:
        assert toll.combined is not None
        both = toll.combined
        assert [both.low, both.high, both.moved] == wanted["combined"]


@pytest.mark.parametrize(("name", "wanted"), list_wanted("left_out"))
def test_what_is_left_out_says_why(account: Account, name: str, wanted: dict[str, object]) -> None:
    toll_codes = {
        (number, item.code)
        for toll in find(account, name).tolls
        if toll.outcome == wanted["outcome"]
        for item in toll.excluded
        for number in list_claims(account, (item.claim,))
    }
    assert (wanted["report"], wanted["code"]) in toll_codes


@pytest.mark.parametrize(("name", "wanted"), list_wanted("wider"))
def test_a_figure_for_more_than_the_incident_is_a_toll_of_its_own(
    account: Account, name: str, wanted: dict[str, object]
) -> None:
    wide = [toll for toll in find(account, name).tolls if toll.scope is not None]
    assert len(wide) == len(TRUTH["incidents"][name]["wider"])
    (own,) = [toll for toll in wide if toll.low == wanted["value"]]
    assert own.outcome == wanted["outcome"]
    assert list_claims(account, own.claims) == {wanted["report"]}


@pytest.mark.parametrize(("name", "wanted"), list_wanted("responsibility"))
def test_who_alleges_accepts_and_denies_is_told_with_its_days(
    account: Account, name: str, wanted: dict[str, object]
) -> None:
    names = {actor.id: actor.name for actor in account.actors}
    found = {
        (names.get(item.actor, item.actor), item.stance, item.first)
        for item in find(account, name).responsibility
    }
    assert (wanted["party"], wanted["stance"], wanted["first"]) in found


@pytest.mark.parametrize(("name", "wanted"), list_wanted("denials"))
def test_denials_are_paired_with_what_they_deny(
    account: Account, name: str, wanted: dict[str, object]
) -> None:
    found = [
        item
        for item in find(account, name).denials
        if list_claims(account, (item.claim,)) <= set(wanted["report"])  # type: ignore[call-overload]
        and item.question == wanted["question"]
    ]
    assert found
    assert any(item.answers for item in found) or wanted["withdrawn"]
    withdrawn = {number for item in found for number in list_claims(account, item.withdrawn)}
    assert withdrawn == set(wanted["withdrawn"])  # type: ignore[call-overload]  # numbers


@pytest.mark.parametrize("name", NAMES)
def test_contradictions_are_questions_with_two_answers(account: Account, name: str) -> None:
    wanted = TRUTH["incidents"][name]
    found = {item.about: item for item in find(account, name).contradictions}
    assert set(wanted["contradictions"]) <= set(found)
    assert all(len(item.sides) > 1 for item in found.values())
    assert all(side.origins for item in found.values() for side in item.sides)


def test_a_denial_followed_by_acceptance_is_no_contradiction(account: Account) -> None:
    abouts = [item.about for item in find(account, "station").contradictions]
    assert not any("General Staff" in about or "army" in about for about in abouts)


@pytest.mark.parametrize("name", NAMES)
def test_cautions_tell_what_weakens_it(account: Account, name: str) -> None:
    found = {item.code for item in find(account, name).cautions}
    assert set(TRUTH["incidents"][name]["cautions"]) <= found
    assert "falling figure" not in found


@pytest.mark.parametrize("name", NAMES)
def test_criteria_are_judged_and_no_grade_is_given(account: Account, name: str) -> None:
    grading = find(account, name).grading
    assert grading is not None
    assert grading.grade is None
    met = {item.name.partition(":")[0]: item.met for item in grading.criteria}
    assert {grade: met[grade] for grade in TRUTH["incidents"][name]["criteria"]} == (
        TRUTH["incidents"][name]["criteria"]
    )


@pytest.mark.parametrize("wanted", TRUTH["copies"], ids=lambda item: f"of {item['origin'][0]:02d}")
def test_copies_are_grouped_with_their_origin(account: Account, wanted: Copied) -> None:
    numbers = number_reports(account)
    groups = {
        tuple(sorted(numbers[name] for name in group.reports)): group.origin
        for group in account.copies
    }
    key = tuple(wanted["reports"])
    assert key in groups
    origin = groups[key]
    assert origin is None or [numbers[origin]] == wanted["origin"]


def test_titles_take_no_side(account: Account) -> None:
    text = " ".join(incident.title for incident in account.incidents).casefold()
    assert not any(word in text for word in ("regime", "massacre", "martyr", "militant", "terror"))
