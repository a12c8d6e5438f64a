"""Speakers are gathered by who they are, never by what they are called."""

from msgspec import structs
from tests.publish.samples import CLAIM, REPORT

from firsthand.model.accounts import Copies
from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.publish.chains import find_speaker, gather_voices, join_same_words, name_speaker

REPORTS = {"r-1": structs.replace(REPORT, id="r-1"), "r-2": structs.replace(REPORT, id="r-2")}
(LINK,) = CLAIM.attribution
MISSION = Actor(id="a-2", name="Meridian Mission", type="organisation", names=())


def make_claim(name: str, report: str = "r-1", **changes: object) -> Claim:
    attribution = () if not changes else (structs.replace(LINK, **changes),)
    return structs.replace(CLAIM, id=name, report=report, quote=name, attribution=attribution)


def test_two_people_called_he_in_two_reports_stay_two() -> None:
    claims = [make_claim("c-1", speaker="he"), make_claim("c-2", "r-2", speaker="He")]
    assert len(gather_voices(claims, REPORTS, {})) == 2


def test_words_for_somebody_in_copies_of_one_text_mean_one() -> None:
    claims = [
        make_claim("c-1", speaker="an official"),
        make_claim("c-2", "r-2", speaker="an official"),
    ]
    group = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="one text")
    (voice,) = gather_voices(claims, REPORTS, {}, [group])
    assert voice.claims == ("c-1", "c-2")


def test_one_actor_in_two_reports_is_one_voice_with_all_names() -> None:
    claims = [
        make_claim("c-1", speaker="the mission", actor="a-2"),
        make_claim("c-3", speaker="The Meridian Mission", actor="a-2"),
        make_claim("c-2", "r-2", speaker="Meridian Mission", actor="a-2"),
    ]
    (voice,) = gather_voices(claims, REPORTS, {"a-2": MISSION})
    assert (voice.name, voice.also) == ("Meridian Mission", ("the mission",))
    assert voice.claims == ("c-1", "c-3", "c-2")


def test_who_was_there_comes_first_and_the_reports_themselves_last() -> None:
    claims = [
        make_claim("c-1"),
        make_claim("c-2", speaker="a colonel"),
        make_claim("c-3", speaker="a trader", firsthand=True),
    ]
    names = [voice.name for voice in gather_voices(claims, REPORTS, {})]
    assert names == ["a trader", "a colonel", "@SUM(A1) (the report itself)"]


def test_whether_they_were_there_is_unknown_unless_a_text_says() -> None:
    claims = [make_claim("c-1", speaker="a trader"), make_claim("c-2", speaker="a trader")]
    (voice,) = gather_voices(claims, REPORTS, {})
    assert voice.firsthand is None
    absent = [*claims, make_claim("c-3", speaker="a trader", firsthand=False)]
    (voice,) = gather_voices(absent, REPORTS, {})
    assert voice.firsthand is False


def test_a_chain_keeps_its_relays_and_every_report_that_carries_it() -> None:
    relay = structs.replace(LINK, role="relay", speaker="a broadcaster")
    chained = [
        structs.replace(CLAIM, id=f"c-{report}", report=report, attribution=(relay, LINK))
        for report in REPORTS
    ]
    chains = [chain for voice in gather_voices(chained, REPORTS, {}) for chain in voice.chains]
    assert [[link.role for link in chain.links] for chain in chains] == [["relay", "speaker"]] * 2
    assert [chain.reports for chain in chains] == [("r-1",), ("r-2",)]


def test_the_body_spoken_for_is_named() -> None:
    claim = make_claim("c-1", speaker="a spokesman", speaks_for="a-2")
    (voice,) = gather_voices([claim], REPORTS, {"a-2": MISSION})
    assert voice.body == "Meridian Mission"


def test_the_first_speaker_is_the_innermost_and_a_relay_is_none() -> None:
    relay = structs.replace(LINK, role="relay", speaker="a broadcaster")
    claim = structs.replace(CLAIM, attribution=(relay,))
    assert find_speaker(claim) is None
    assert find_speaker(structs.replace(CLAIM, attribution=(relay, LINK))) == LINK


def test_who_is_not_named_is_said_not_to_be_named() -> None:
    assert name_speaker(make_claim("c-1", speaker=None), REPORTS) == "somebody not named"
    nobody = {"r-1": structs.replace(REPORT, publisher=None)}
    assert name_speaker(make_claim("c-1"), nobody) == "the report itself"


def test_those_not_named_in_a_report_may_be_several() -> None:
    (voice,) = gather_voices([make_claim("c-1", speaker=None)], REPORTS, {})
    assert voice.name == "not named, maybe several people"


def test_the_same_words_stand_together_whatever_their_case() -> None:
    one = structs.replace(CLAIM, id="c-1", quote="Nine  dead")
    other = structs.replace(CLAIM, id="c-2", quote="nine dead")
    assert join_same_words([one, other]) == (("c-1", "c-2"),)
