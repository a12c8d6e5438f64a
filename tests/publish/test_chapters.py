"""A chapter holds everything of one incident."""

from msgspec import structs
from tests.publish.samples import ACCOUNT, CLAIM, INCIDENT, TEXTS, TOLL

from firsthand.model.incidents import Exclusion, Related
from firsthand.publish.chapters import make_chapters, make_shelf


def test_a_chapter_gathers_voices_map_and_tolls() -> None:
    (chapter,) = make_chapters(ACCOUNT, make_shelf(ACCOUNT, TEXTS))
    assert chapter.claims == (CLAIM,)
    assert (chapter.time_claim, chapter.place_claim) == (CLAIM, CLAIM)
    assert chapter.locator is not None
    assert [voice.claims for voice in chapter.voices] == [(CLAIM.id,)]
    assert chapter.tolls[0].toll == TOLL


def test_what_most_reports_speak_of_comes_first() -> None:
    wider = structs.replace(INCIDENT, id="i-2", reports=("r-1", "r-2"), claims=())
    account = structs.replace(ACCOUNT, incidents=(INCIDENT, wider))
    # Both reports of the wider incident must be known to be asked about.
    reports = tuple(
        structs.replace(ACCOUNT.reports[0], id=name) for name in (*wider.reports, *INCIDENT.reports)
    )
    account = structs.replace(account, reports=reports)
    first, _ = make_chapters(account, make_shelf(account, TEXTS))
    assert first.incident.id == "i-2"


def test_claims_left_out_stand_under_their_reason() -> None:
    toll = structs.replace(
        TOLL,
        excluded=(
            Exclusion(claim="c-2", reason="a copy"),
            Exclusion(claim="c-3", reason="vague"),
            Exclusion(claim="c-4", reason="a copy"),
        ),
    )
    account = structs.replace(ACCOUNT, incidents=(structs.replace(INCIDENT, tolls=(toll,)),))
    (chapter,) = make_chapters(account, make_shelf(account, TEXTS))
    assert chapter.tolls[0].left_out == (("a copy", ("c-2", "c-4")), ("vague", ("c-3",)))


def test_claims_about_conduct_stand_apart_and_those_of_no_incident_are_kept_away() -> None:
    own = structs.replace(CLAIM, id="c-2", kind="omission")
    loose = structs.replace(CLAIM, id="c-3", kind="knowledge", incident=None)
    related = structs.replace(CLAIM, id="c-4", kind="warning", incident=None)
    opinion = structs.replace(CLAIM, id="c-5", kind="omission", incident=None, stance="opinion")
    warned = Related(incident=None, claim="c-4", relation="prior warning", reason="a warning")
    incident = structs.replace(INCIDENT, claims=(CLAIM.id, "c-2"), related=(warned,))
    account = structs.replace(
        ACCOUNT, claims=(CLAIM, own, loose, related, opinion), incidents=(incident,)
    )
    (chapter,) = make_chapters(account, make_shelf(account, TEXTS))
    assert chapter.conduct == (own, related)
    assert chapter.nearby == (loose,)
