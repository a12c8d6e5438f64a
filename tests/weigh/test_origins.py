"""Claims go back to first speakers; voices of one body are one origin."""

from msgspec import structs
from tests.values import make_actor, make_claim, make_count, make_link, make_report

from firsthand.model.accounts import Copies
from firsthand.model.claims import Claim
from firsthand.model.reports import Report
from firsthand.weigh.origins import (
    Family,
    count_origins,
    find_publisher,
    find_speaker,
    group_sources,
    is_headline,
    trace_origins,
)

MINISTRY = make_actor("Defence Ministry")
MAAD = make_actor("Teren Maad", "person")
WIRE = make_report("r-1", publisher="Tavarra Wire", title="Nine killed in Belmuro")
COURIER = make_report("r-2", publisher="The Courier")
COPIES = Copies(id="k-1", origin="r-1", reports=("r-1", "r-2"), reason="they share most words")


def trace(*claims: Claim, reports: tuple[Report, ...] = (WIRE, COURIER)) -> list[str]:
    by_id = {report.id: report for report in reports}
    traced = trace_origins(claims, by_id, (COPIES,), {MINISTRY.id: MINISTRY, MAAD.id: MAAD})
    return [traced[claim.id].key for claim in claims]


def test_the_last_speaker_of_a_chain_is_the_first_to_have_said_it() -> None:
    claim = make_claim(
        "c-1",
        speakers=(
            make_link("The Lantern"),
            make_link("AP", role="relay"),
            make_link("a nurse"),
            make_link("the hospital's list", role="relay"),
        ),
    )
    found = find_speaker(claim)
    assert found is not None
    assert found.speaker == "a nurse"
    assert find_speaker(make_claim("c-2")) is None


def test_a_spokesman_and_the_ministry_are_one_origin() -> None:
    first = make_claim(
        "c-1",
        speakers=(
            make_link("the ministry's spokesman, Maad", actor=MAAD.id, speaks_for=MINISTRY.id),
        ),
    )
    later = make_claim("c-2", speakers=(make_link("Colonel Maad", actor=MAAD.id),))
    own = make_claim("c-3", speakers=(make_link("The ministry", actor=MINISTRY.id),))
    assert trace(first, later, own) == [f"actor:{MINISTRY.id}"] * 3


def test_a_copy_goes_back_to_the_report_it_was_copied_from() -> None:
    assert trace(make_claim("c-1"), make_claim("c-2", report="r-2")) == ["author:tavarra wire"] * 2


def test_a_figure_in_a_headline_is_that_of_the_speaker_in_the_text() -> None:
    headline = make_claim("c-1", start=0, counts=(make_count(9, 9),))
    below = make_claim(
        "c-2", counts=(make_count(9, None),), speakers=(make_link("M", actor=MINISTRY.id),)
    )
    assert is_headline(headline, WIRE)
    assert not is_headline(below, WIRE)
    assert trace(headline, below) == [f"actor:{MINISTRY.id}"] * 2


def test_sources_that_cannot_be_told_apart_make_a_range_of_origins() -> None:
    claims = (
        make_claim("c-1", speakers=(make_link("a medical source"),)),
        make_claim("c-2", speakers=(make_link("residents"),)),
        make_claim("c-3", speakers=(make_link("The ministry", actor=MINISTRY.id),)),
    )
    traced = trace_origins(claims, {"r-1": WIRE}, (), {MINISTRY.id: MINISTRY})
    count = count_origins(traced.values())
    assert (count.low, count.high, count.unresolved) == (1, 3, 2)


def test_no_claim_rests_on_no_origin() -> None:
    assert count_origins(()).low == 0


def test_a_body_that_publishes_its_own_words_is_the_origin() -> None:
    council = make_actor("Halveth Council")
    assert find_publisher("Halveth Council Abroad", [council]) == council
    assert find_publisher("Halveth Councillor", [council]) is None
    assert find_publisher("The Lantern", [council, make_actor("The Lantern", "outlet")]) is None
    assert find_publisher(None, [council]) is None


def test_reports_are_grouped_by_copied_text_and_by_first_speaker() -> None:
    claims = (
        make_claim("c-1", speakers=(make_link("The ministry", actor=MINISTRY.id),)),
        make_claim("c-2", report="r-2", speakers=(make_link("The ministry", actor=MINISTRY.id),)),
    )
    traced = trace_origins(
        claims, {"r-1": WIRE, "r-2": COURIER}, (COPIES,), {MINISTRY.id: MINISTRY}
    )
    groups = group_sources(claims, traced, (COPIES,))
    assert [group.reason for group in groups] == [
        "copies: they share most words",
        "first speaker: Defence Ministry",
    ]
    assert all(group.reports == ("r-1", "r-2") for group in groups)


def test_organs_of_one_state_are_one_origin_at_least() -> None:
    army = make_actor("Marenian army", "security force")
    claims = (
        make_claim("c-1", speakers=(make_link("The ministry", actor=MINISTRY.id),)),
        make_claim("c-2", report="r-2", speakers=(make_link("The army", actor=army.id),)),
    )
    known = {MINISTRY.id: MINISTRY, army.id: army}
    traced = trace_origins(claims, {"r-1": WIRE, "r-2": COURIER}, (), known)
    family = Family(keys=(f"actor:{MINISTRY.id}", f"actor:{army.id}"), reason="organs of one state")
    apart, together = count_origins(traced.values()), count_origins(traced.values(), (family,))
    assert (apart.low, apart.high) == (2, 2)
    assert (together.low, together.high, together.unresolved) == (1, 2, 1)
    (group,) = group_sources(claims, traced, (), (family,))
    assert group.reason == "organs of one state: Defence Ministry, Marenian army"
    assert group.reports == ("r-1", "r-2")


def test_a_lawyer_is_no_second_origin() -> None:
    link = structs.replace(make_link("a lawyer, Maad", actor=MAAD.id), standing="lawyer")
    claim = make_claim("c-1", speakers=(link,))
    (origin,) = trace_origins((claim,), {"r-1": WIRE}, (), {MAAD.id: MAAD}).values()
    assert (origin.resolved, origin.reason) == (False, "a lawyer speaks for a client")
    count = count_origins((origin,))
    assert (count.low, count.high) == (1, 1)
