"""The whole path on the example: what its account says is what a careful reader would say."""

from pathlib import Path

import pytest

from firsthand.ingest.documents import Fallback
from firsthand.ingest.formats import find_sites
from firsthand.model.accounts import Account
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Toll
from firsthand.pipeline import join_readings, make_account, name_software
from firsthand.settings import make_settings

EXAMPLE = Path(__file__).parent.parent / "examples" / "harbour-market"


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


@pytest.fixture(scope="module")
def market(account: Account) -> Incident:
    (incident,) = [item for item in account.incidents if "2019-05-14" in item.title]
    return incident


def find_toll(incident: Incident, outcome: str, scope: str | None = None) -> Toll:
    (toll,) = [
        toll
        for toll in incident.tolls
        if (toll.outcome, toll.status, toll.scope) == (outcome, "all", scope)
    ]
    return toll


def name_speakers(account: Account, ids: tuple[str, ...]) -> list[str | None]:
    claims = {claim.id: claim for claim in account.claims}
    return [claims[name].attribution[-1].speaker for name in ids if claims[name].attribution]


def show(claim: Claim) -> str:
    return " > ".join(link.speaker or "?" for link in claim.attribution)


def test_the_shelling_and_its_precedent_are_two_incidents(account: Account) -> None:
    titles = [incident.title for incident in account.incidents]
    assert len(titles) == 2
    assert titles[0].startswith("Ferry Dock, 2016-11-19")
    assert titles[1].startswith("Harbour Market, 2019-05-14")


def test_the_toll_runs_from_the_ministrys_figure_to_the_councils(market: Incident) -> None:
    toll = find_toll(market, "killed")
    assert (toll.low, toll.high, toll.open, toll.best) == (4, 31, True, None)
    lows = {entry.low for entry in toll.history}
    assert {4, 9, 14, 19, 22, 26, 31} <= lows


def test_a_figure_for_the_whole_province_is_a_toll_of_its_own(market: Incident) -> None:
    wide = [toll for toll in market.tolls if toll.scope is not None]
    assert [(toll.low, toll.high) for toll in wide] == [(58, 58)]
    assert any("a different scope" in item.reason for item in find_toll(market, "killed").excluded)


def test_the_earlier_figures_of_the_council_are_left_out_with_the_reason(
    account: Account, market: Incident
) -> None:
    claims = {claim.id: claim for claim in account.claims}
    later = [item for item in find_toll(market, "killed").excluded if "later figure" in item.reason]
    figures = {count.low for item in later for count in claims[item.claim].casualties}
    assert {22, 26} <= figures


def test_the_copies_of_the_wire_are_one_group_with_the_wire_as_origin(account: Account) -> None:
    (group,) = account.copies
    publishers = {report.id: report.publisher for report in account.reports}
    assert sorted(publishers[name] or "" for name in group.reports) == [
        "Coast Radio Online",
        "Tavarra Wire",
        "The Belmuro Courier",
    ]
    assert group.origin is not None
    assert publishers[group.origin] == "Tavarra Wire"


def test_the_denial_is_not_lost(account: Account, market: Incident) -> None:
    denied = [item for item in market.responsibility if item.stance == "denied"]
    assert denied
    assert all(
        claim.stance == "denied" or (claim.act is not None and claim.act.negated)
        for item in denied
        for claim in account.claims
        if claim.id in item.claims
    )


def test_the_cable_is_read_with_all_links_of_its_chain(account: Account) -> None:
    chains = [show(claim) for claim in account.claims if "cleared before" in claim.quote]
    assert chains == [
        "the broadcaster Channel Nine > The cable > the Marenian army chief, General Pell Harrow"
    ]


def test_contested_figures_are_shown_side_by_side(market: Incident) -> None:
    (about,) = [item for item in market.contradictions if item.about == "how many were killed"]
    assert {"4", "19", "31"} <= {side.answer for side in about.sides}


def test_titles_and_cautions_take_no_side(account: Account) -> None:
    text = " ".join(incident.title for incident in account.incidents).casefold()
    assert not any(word in text for word in ("regime", "massacre", "martyr", "terror"))


def test_nothing_read_gives_an_empty_account() -> None:
    empty = join_readings((), (), (), name_software())
    assert (empty.claims, empty.incidents, empty.copies) == ((), (), ())


def test_every_id_of_an_account_leads_somewhere(account: Account) -> None:
    claims = {claim.id for claim in account.claims}
    assert len(claims) == len(account.claims)
    reports = {report.id for report in account.reports}
    for incident in account.incidents:
        assert set(incident.claims) <= claims
        assert set(incident.reports) <= reports
        for toll in incident.tolls:
            assert set(toll.claims) <= claims
            assert {item.claim for item in toll.excluded} <= claims
            assert {entry.claim for entry in toll.history} <= claims
