"""A decision is checked before it is kept."""

import pytest
from tests.keep.conftest import TEXT, WHEN
from tests.values import make_claim, make_count

from firsthand.errors import UsageError
from firsthand.keep.accounts import make_case_account
from firsthand.keep.cases import Case
from firsthand.keep.decisions import Entered, decide, edit_claim, find_claim, find_incident
from firsthand.keep.decisions import make_claim as add
from firsthand.model.decisions import Decision
from firsthand.model.media import Box, MediaPart


def test_a_decision_gets_its_own_id_even_if_it_is_made_twice(case: Case) -> None:
    draft = Decision(id="", when=WHEN, who="Ana", kind="confirm", target="c-r-1", why="seen")
    assert decide(case, draft).id != decide(case, draft).id


def test_claims_and_incidents_are_found_by_the_beginning_of_their_id(case: Case) -> None:
    account = make_case_account(case, WHEN).account
    assert find_claim(account, "c-r-1").id == "c-r-1"
    assert find_incident(account, "i-").id == account.incidents[0].id
    with pytest.raises(UsageError, match="begins 2 claims"):
        find_claim(account, "c-")
    with pytest.raises(UsageError, match="no claim"):
        find_claim(account, "x")


def test_a_field_is_changed_by_its_way() -> None:
    claim = make_claim("c-1", counts=(make_count(9, 9),))
    edited = edit_claim(claim, {"stance": "denied", "casualties.0.low": "12", "place": "null"})
    assert (edited.stance, edited.casualties[0].low) == ("denied", 12)


@pytest.mark.parametrize(
    "changes",
    [{"stance": "bogus"}, {"quote": "other"}, {"casualties.3.low": "1"}, {"colour": "red"}],
)
def test_a_change_that_cannot_be_is_refused(changes: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        edit_claim(make_claim("c-1", counts=(make_count(9, 9),)), changes)


def test_a_claim_added_by_hand_quotes_its_parts() -> None:
    claim = add("r-1", TEXT, Entered(parts=((0, 11),)), {"kind": "casualties"})
    assert (claim.quote, claim.kind, claim.pattern) == ("Nine people", "casualties", "by hand")
    with pytest.raises(UsageError):
        add("r-1", TEXT, Entered(parts=((0, 9_999),)), {})


def test_a_claim_from_a_picture_quotes_what_people_saw_and_where() -> None:
    box = Box(page=None, left=1, top=2, right=30, bottom=40)
    entered = Entered(
        source=MediaPart(box=box), quote="Neuf morts", translation="Nine dead", translator="Ana"
    )
    claim = add("r-1", "", entered, {"kind": "casualties"})
    assert (claim.parts, claim.quote, claim.translation) == ((), "Neuf morts", "Nine dead")
    assert claim.source == MediaPart(box=box)
    whole = add("r-1", "", Entered(quote="Neuf morts"), {"kind": "casualties"})
    assert whole.source == MediaPart()
    assert whole.id != claim.id


def test_parts_of_a_text_in_another_language_can_be_translated() -> None:
    text = "Neuf morts sur le marché."
    entered = Entered(parts=((0, 10),), translation="Nine dead", translator="Ana")
    claim = add("r-1", text, entered, {})
    assert (claim.quote, claim.source, claim.translator) == ("Neuf morts", None, "Ana")


@pytest.mark.parametrize(
    ("text", "entered", "reason"),
    [
        (TEXT, Entered(), "Say what the claim rests on"),
        (TEXT, Entered(quote="nine"), "Say what the claim rests on"),
        (TEXT, Entered(parts=((0, 4),), quote="Nine"), "the text itself is quoted"),
        ("", Entered(), "--quote"),
        ("", Entered(quote="neuf", translation="nine"), "needs its translator"),
    ],
)
def test_a_claim_that_rests_on_nothing_is_refused(text: str, entered: Entered, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        add("r-1", text, entered, {})
