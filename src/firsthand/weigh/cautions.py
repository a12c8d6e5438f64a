"""Cautions: what a reader must know before relying on an incident."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, OriginCount
from firsthand.model.reports import Caution, Report
from firsthand.weigh.figures import Figure


def find_cautions(
    incident: Incident,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: OriginCount,
    figures: Sequence[Figure],
) -> tuple[Caution, ...]:
    """Find what weakens an incident: a single origin, no date, no place, a figure that fell."""
    return (
        *_check_origins(origins),
        *_check_circumstances(incident, reports),
        *_check_history(figures),
        *_check_hedges(claims),
    )


def _check_origins(origins: OriginCount) -> Iterator[Caution]:
    if origins.high == 1:
        yield Caution(code="single origin", text="Everything here goes back to one origin.")
    elif origins.low <= 1:
        yield Caution(
            code="maybe single origin",
            text=f"Up to {origins.high} origins, but it is not known that they are more than one.",
        )


def _check_circumstances(incident: Incident, reports: Mapping[str, Report]) -> Iterator[Caution]:
    if incident.time is None:
        yield Caution(code="no date", text="No claim says when it happened.")
    if incident.place is None:
        yield Caution(code="no place", text="No claim says where it happened.")
    elif incident.place.latitude is None:
        yield Caution(
            code="place unresolved",
            text=f"Where “{incident.place.name}” lies is not known: {incident.place.reason}.",
        )
    undated = sum(reports[name].published is None for name in incident.reports)
    if undated:
        yield Caution(
            code="no publication date",
            text=f"{undated} of {len(incident.reports)} reports carry no publication date: "
            "their relative times stay unresolved.",
        )


def _check_history(figures: Sequence[Figure]) -> Iterator[Caution]:
    """Warn where an origin's later number for a toll is smaller than its earlier one."""
    last: dict[tuple[object, ...], Figure] = {}
    counted = [figure for figure in figures if _is_number(figure)]
    for figure in sorted(counted, key=lambda f: (f.day, f.order)):
        before = last.get((*figure.row, figure.origin.key))
        if before is not None and _fell(before, figure):
            yield Caution(
                code="falling figure",
                text=f"{figure.origin.name} gave {before.largest} {figure.outcome}, "
                f"later {figure.largest}.",
                claims=(before.claim, figure.claim),
            )
        last[(*figure.row, figure.origin.key)] = figure


def _is_number(figure: Figure) -> bool:
    """Tell whether a figure is a whole number stated on a known day."""
    if figure.as_of is None or figure.individual or figure.vague or figure.stance != "asserted":
        return False
    return figure.counting != "additional"


def _fell(before: Figure, after: Figure) -> bool:
    return after.day > before.day and after.largest < before.largest


def _check_hedges(claims: Sequence[Claim]) -> Iterator[Caution]:
    harmful = [claim for claim in claims if claim.casualties]
    if harmful and all(claim.stance == "alleged" for claim in harmful):
        yield Caution(
            code="only alleged",
            text="Every figure is given as alleged or reported, none is asserted.",
            claims=tuple(claim.id for claim in harmful),
        )
