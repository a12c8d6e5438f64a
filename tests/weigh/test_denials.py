"""A denial answers a question; it is paired with what it denies."""

from msgspec import structs
from tests.values import make_act, make_actor, make_claim, make_count, make_link, make_report

from firsthand.model.claims import Claim
from firsthand.model.incidents import Denial
from firsthand.weigh.denials import Case, ask, find_denials, is_denial
from firsthand.weigh.families import find_families
from firsthand.weigh.origins import trace_origins
from firsthand.weigh.responsibilities import find_responsibilities

ARMY = make_actor("Marenian army", "security force")
STAFF = make_actor("General Staff", "security force")
REPORTS = {
    "r-1": make_report("r-1", publisher="The Lantern", published="2019-05-14"),
    "r-2": make_report("r-2", publisher="Marenia Today", published="2019-05-15"),
    "r-3": make_report("r-3", publisher="Tavarra Wire", published="2019-05-28"),
}
ACTORS = {ARMY.id: ARMY, STAFF.id: STAFF}
BY_ARMY = (make_link("The Marenian army", actor=ARMY.id),)
BY_STAFF = (make_link("The General Staff", actor=STAFF.id),)
SHELLED = make_act("shelling", agents=("the army",), actor=ARMY.id)
OWN = make_act("shelling", agents=("its batteries",))


def make_case(*claims: Claim) -> Case:
    origins = trace_origins(claims, REPORTS, (), ACTORS)
    return Case(
        claims=claims,
        origins=origins,
        actors=ACTORS,
        reports=REPORTS,
        responsibilities=find_responsibilities(claims, origins, ACTORS, REPORTS),
        families=find_families(claims, origins),
    )


def pair(*claims: Claim) -> tuple[Denial, ...]:
    return find_denials(make_case(*claims))


def test_who_denies_having_done_it_answers_who_says_so() -> None:
    said = make_claim("c-1", act=SHELLED, speakers=(make_link("a nurse"),))
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    (found,) = pair(said, denied)
    assert (found.question, found.answers, found.by) == ("who did it", ("c-1",), ARMY.id)
    assert found.withdrawn == ()


def test_a_denial_withdrawn_later_by_the_same_party_keeps_both() -> None:
    said = make_claim("c-1", act=SHELLED, speakers=(make_link("a nurse"),))
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    admitted = make_claim("c-3", report="r-3", act=OWN, speakers=BY_STAFF)
    (found,) = pair(said, denied, admitted)
    assert (found.claim, found.withdrawn) == ("c-2", ("c-3",))


def test_an_act_denied_without_a_doer_is_denied_to_have_happened() -> None:
    said = make_claim("c-1", act=make_act("air_strike"), speakers=(make_link("a nurse"),))
    denied = make_claim(
        "c-2", report="r-2", act=make_act("air_strike", negated=True), speakers=BY_ARMY
    )
    (found,) = pair(said, denied)
    assert (found.question, found.answers) == ("whether it happened", ("c-1",))


def test_no_civilians_denies_who_was_hit() -> None:
    said = make_claim(
        "c-1", counts=(make_count(4, 4, status="civilian"),), speakers=(make_link("a nurse"),)
    )
    none = make_count(0, 0, status="civilian")
    denied = make_claim("c-2", report="r-2", counts=(none,), stance="denied", speakers=BY_ARMY)
    (found,) = pair(said, denied)
    assert (found.question, found.answers) == ("who was hit", ("c-1",))


def test_a_denied_figure_is_paired_with_who_gives_it() -> None:
    said = make_claim("c-1", counts=(make_count(50, 50),), speakers=(make_link("a nurse"),))
    denied = make_claim(
        "c-2", report="r-2", counts=(make_count(50, 50),), stance="denied", speakers=BY_ARMY
    )
    other = make_claim("c-3", counts=(make_count(9, 9),), speakers=(make_link("a porter"),))
    (found,) = pair(said, denied, other)
    assert (found.question, found.answers) == ("how many", ("c-1",))


def test_a_denial_of_what_nobody_says_says_so() -> None:
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    (found,) = pair(denied)
    assert found.answers == ()
    assert found.reason.endswith("no claim here says what it denies")


def test_the_same_words_of_one_speaker_deny_once() -> None:
    denied = make_claim("c-2", report="r-2", act=OWN, stance="denied", speakers=BY_ARMY)
    copied = structs.replace(denied, id="c-3", report="r-3")
    assert [found.claim for found in pair(copied, denied)] == ["c-2"]


def test_a_negated_act_is_a_denial_and_an_opinion_none() -> None:
    negated = make_claim("c-1", act=make_act(negated=True))
    assert is_denial(negated)
    assert ask(negated) == "whether it happened"
    assert not is_denial(structs.replace(negated, stance="opinion"))
    assert not is_denial(structs.replace(negated, quote="no warning shots were fired"))
