"""Incidents keep the ids they were first given."""

from tests.values import make_claim, make_report

from firsthand.model.accounts import Account, Software
from firsthand.model.incidents import Incident
from firsthand.review.names import follow_names, keep_names, lead_names, rename_incidents


def make_incident(name: str, *claims: str) -> Incident:
    return Incident(
        id=name, title="", time=None, place=None, acts=(), claims=claims, reports=("r-1",)
    )


def test_a_new_incident_keeps_its_own_id() -> None:
    names = keep_names([make_incident("i-1", "c-1")], {})
    assert names.kept == {"i-1": "i-1"}
    assert names.redirects == {}


def test_an_incident_that_got_an_earlier_claim_keeps_its_first_id() -> None:
    names = keep_names([make_incident("i-new", "c-0", "c-1")], {"c-1": "i-1"})
    assert names.kept == {"i-new": "i-1"}


def test_of_a_merged_one_the_id_leads_to_the_other() -> None:
    known = {"c-1": "i-1", "c-2": "i-1", "c-3": "i-2"}
    names = keep_names([make_incident("i-new", "c-1", "c-2", "c-3")], known)
    assert names.kept == {"i-new": "i-1"}
    assert names.redirects == {"i-2": "i-1"}


def test_of_a_split_one_the_larger_part_keeps_the_id() -> None:
    known = {"c-1": "i-1", "c-2": "i-1", "c-3": "i-1"}
    parts = [make_incident("i-a", "c-3"), make_incident("i-b", "c-1", "c-2")]
    assert keep_names(parts, known).kept == {"i-a": "i-a", "i-b": "i-1"}


def test_no_two_incidents_get_one_id() -> None:
    known = {"c-1": "i-1", "c-2": "i-1", "c-3": "i-1"}
    parts = [make_incident("i-1", "c-1"), make_incident("i-0", "c-2", "c-3")]
    names = keep_names(parts, known).kept
    assert names["i-0"] == "i-1"
    assert names["i-1"] not in ("i-0", "i-1")
    halves = [make_incident("i-1", "c-1"), make_incident("i-0", "c-2")]
    assert keep_names(halves, known).kept == {"i-1": "i-1", "i-0": "i-0"}


def test_names_lead_over_what_came_between_to_what_is_there() -> None:
    redirects = {"i-1": "i-2", "i-2": "i-3", "i-4": "i-3", "i-5": "i-6", "i-6": "i-5"}
    led = lead_names(redirects, {"i-3", "i-4"})
    assert led == {"i-1": "i-3", "i-2": "i-3", "i-5": "i-5", "i-6": "i-6"}


def test_ids_are_changed_wherever_they_stand() -> None:
    account = Account(
        software=Software(firsthand="", model="", gazetteer=""),
        reports=(make_report(),),
        refused=(),
        claims=(make_claim("c-1", incident="i-new"), make_claim("c-2")),
        actors=(),
        victims=(),
        copies=(),
        incidents=(make_incident("i-new", "c-1"),),
    )
    renamed = rename_incidents(account, {"i-new": "i-1"})
    assert [claim.incident for claim in renamed.claims] == ["i-1", None]
    assert renamed.incidents[0].id == "i-1"


def test_a_claim_read_anew_in_the_place_of_another_takes_over_its_incident() -> None:
    before = [make_claim("c-1", start=0), make_claim("c-2", start=100), make_claim("c-3")]
    now = [make_claim("c-8", start=5), make_claim("c-9", start=300), make_claim("c-3")]
    known = {"c-1": "i-1", "c-2": "i-2", "c-3": "i-3"}
    assert follow_names(before, now, known) == {**known, "c-8": "i-1"}
