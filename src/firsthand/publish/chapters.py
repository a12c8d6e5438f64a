"""Chapters: everything the page shows of one incident, put together."""

from collections.abc import Mapping

from msgspec import Struct

from firsthand.model.accounts import Account
from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Toll
from firsthand.model.reports import Report
from firsthand.model.victims import Victim
from firsthand.publish.borders import load_borders
from firsthand.publish.chains import Voice, gather_voices
from firsthand.publish.charts import Chart, draw_steps
from firsthand.publish.maps import Locator, draw_locator
from firsthand.publish.norms import Invoked, gather_norms
from firsthand.publish.opinions import Wording, list_opinions, list_wordings
from firsthand.publish.overviews import Overview, draw_overview
from firsthand.publish.responsibilities import Party, gather_parties
from firsthand.publish.timelines import Phase, tell_timeline
from firsthand.publish.unknowns import list_unknowns

_CONDUCT = frozenset({"knowledge", "warning", "omission", "obligation"})


class Shelf(Struct, frozen=True, kw_only=True):
    """The values of an account by their ids, with the texts of its reports."""

    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    actors: Mapping[str, Actor]
    incidents: Mapping[str, Incident]
    texts: Mapping[str, str]


class Drawn(Struct, frozen=True, kw_only=True):
    """A toll with its chart, and the reasons for what was left out with their claims."""

    toll: Toll
    chart: Chart | None
    left_out: tuple[tuple[str, tuple[str, ...]], ...]


class Chapter(Struct, frozen=True, kw_only=True):
    """One incident as the page tells it.

    `time_claim` and `place_claim` are those whose words give its time and place; `conduct` are
    claims about who knew, warned, owed a duty or failed to act; `nearby` are such claims in the
    same reports that are tied to no incident.
    """

    incident: Incident
    claims: tuple[Claim, ...]
    time_claim: Claim | None
    place_claim: Claim | None
    locator: Locator | None
    overview: Overview | None
    tolls: tuple[Drawn, ...]
    voices: tuple[Voice, ...]
    parties: tuple[Party, ...]
    conduct: tuple[Claim, ...]
    nearby: tuple[Claim, ...]
    victims: tuple[Victim, ...]
    phases: tuple[Phase, ...]
    norms: tuple[Invoked, ...]
    opinions: tuple[Claim, ...]
    wordings: tuple[Wording, ...]
    unknowns: tuple[str, ...]


def make_shelf(account: Account, texts: Mapping[str, str]) -> Shelf:
    """Put the values of an account where they can be found by id."""
    return Shelf(
        claims={claim.id: claim for claim in account.claims},
        reports={report.id: report for report in account.reports},
        actors={actor.id: actor for actor in account.actors},
        incidents={incident.id: incident for incident in account.incidents},
        texts=texts,
    )


def make_chapters(account: Account, shelf: Shelf) -> tuple[Chapter, ...]:
    """Make a chapter of each incident; what most reports speak of comes first."""
    ordered = sorted(
        account.incidents,
        key=lambda incident: (-len(incident.reports), -len(incident.claims), incident.id),
    )
    return tuple(_make_chapter(incident, account, shelf) for incident in ordered)


def _make_chapter(incident: Incident, account: Account, shelf: Shelf) -> Chapter:
    claims = tuple(shelf.claims[name] for name in incident.claims)
    victims = tuple(victim for victim in account.victims if victim.incident == incident.id)
    voices = gather_voices(claims, shelf.reports, shelf.actors, account.copies)
    conduct = _list_conduct(incident, shelf)
    places = [claim.place for claim in account.claims if claim.place is not None]
    return Chapter(
        incident=incident,
        claims=claims,
        time_claim=next((claim for claim in claims if _gives_time(claim, incident)), None),
        place_claim=next((claim for claim in claims if _gives_place(claim, incident)), None),
        locator=draw_locator(incident.place, places),
        overview=draw_overview(incident.place, load_borders()),
        tolls=tuple(_draw(toll) for toll in incident.tolls),
        voices=voices,
        parties=gather_parties(incident, shelf.actors),
        conduct=conduct,
        nearby=tuple(
            claim
            for claim in account.claims
            if claim.incident is None and claim.report in incident.reports
            if _is_conduct(claim) and claim not in conduct
        ),
        victims=victims,
        phases=tell_timeline(incident, shelf.claims, shelf.incidents),
        norms=gather_norms(claims, shelf.actors),
        opinions=list_opinions(claims),
        wordings=list_wordings(claims, shelf.texts),
        unknowns=list_unknowns(incident, voices, victims, shelf.reports),
    )


def _gives_time(claim: Claim, incident: Incident) -> bool:
    return claim.time is not None and claim.time == incident.time


def _gives_place(claim: Claim, incident: Incident) -> bool:
    return claim.place is not None and claim.place == incident.place


def _list_conduct(incident: Incident, shelf: Shelf) -> tuple[Claim, ...]:
    """List the claims about conduct that are tied to an incident, or related to it as warnings."""
    related = (item.claim for item in incident.related if item.claim is not None)
    names = dict.fromkeys((*incident.claims, *related))
    return tuple(shelf.claims[name] for name in names if _is_conduct(shelf.claims[name]))


def _is_conduct(claim: Claim) -> bool:
    return claim.kind in _CONDUCT and claim.stance != "opinion"


def _draw(toll: Toll) -> Drawn:
    reasons: dict[str, dict[str, None]] = {}
    for item in toll.excluded:
        reasons.setdefault(item.reason, {})[item.claim] = None
    return Drawn(
        toll=toll,
        chart=draw_steps(toll),
        left_out=tuple((reason, tuple(claims)) for reason, claims in reasons.items()),
    )
