"""What is not known is said in whole sentences."""

from msgspec import structs
from tests.publish.samples import CLAIM, INCIDENT, PLACE, REPORT, TIME, TOLL

from firsthand.model.actors import Name
from firsthand.model.incidents import Incident, OriginCount, Responsibility, Sources
from firsthand.model.reports import Unread
from firsthand.model.victims import Victim
from firsthand.publish.chains import gather_voices
from firsthand.publish.unknowns import is_named, list_unknowns

REPORTS = {REPORT.id: REPORT}
VICTIM = Victim(
    id="v-1",
    names=(Name(text="a girl", report=REPORT.id, start=0, end=6, reason="described as harmed"),),
    outcome="killed",
)


def ask(incident: Incident, *victims: Victim) -> str:
    voices = gather_voices([CLAIM], REPORTS, {})
    return "\n".join(list_unknowns(incident, voices, victims, REPORTS))


def test_a_bare_incident_asks_when_where_who_and_how_many() -> None:
    asked = ask(structs.replace(INCIDENT, time=None, place=None, tolls=(), sources=None))
    for words in ("When it happened", "Where it happened", "Who did it", "How many were harmed"):
        assert words in asked


def test_a_coarse_time_and_place_are_named_as_such() -> None:
    asked = ask(
        structs.replace(
            INCIDENT,
            time=structs.replace(TIME, precision="month"),
            place=structs.replace(PLACE, precision="district"),
        )
    )
    assert "known only to the month" in asked
    assert "“district”" in asked
    unresolved = structs.replace(PLACE, latitude=None, longitude=None, reason="in no table")
    assert "Where “Belmuro” lies: in no table." in ask(structs.replace(INCIDENT, place=unresolved))


def test_an_accusation_without_an_answer_is_said_to_have_none() -> None:
    alleged = Responsibility(actor="a-1", stance="alleged", claims=(CLAIM.id,))
    asked = ask(structs.replace(INCIDENT, responsibility=(alleged,)))
    assert "no answer of theirs" in asked
    assert "Who did it" not in asked


def test_open_bounds_and_missing_names_are_told() -> None:
    asked = ask(structs.replace(INCIDENT, tolls=(structs.replace(TOLL, open=True),)), VICTIM)
    assert "How many are said to be killed at most" in asked
    assert "Who those said to be killed are: 0 named, of at least 9 stated." in asked
    assert "The names of 1 person who are only described." in asked


def test_origins_that_cannot_be_told_apart_are_told() -> None:
    sources = Sources(reports=1, publishers=1, origins=OriginCount(low=1, high=3, unresolved=2))
    assert "2 origins" in ask(structs.replace(INCIDENT, sources=sources))


def test_sentences_without_a_claim_are_counted() -> None:
    report = structs.replace(REPORT, unread=(Unread(start=0, end=4),))
    asked = list_unknowns(INCIDENT, (), (), {REPORT.id: report})
    assert any("1 sentence of these reports" in line for line in asked)


def test_a_description_is_no_name() -> None:
    assert not is_named(VICTIM)
    named = structs.replace(VICTIM.names[0], reason="named as harmed")
    assert is_named(structs.replace(VICTIM, names=(named,)))
