"""Cautions: what a reader must know before relying on an incident."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, OriginCount, Toll
from firsthand.model.reports import Caution, Report


def find_cautions(
    incident: Incident,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    origins: OriginCount,
    tolls: Sequence[Toll],
) -> tuple[Caution, ...]:
    """Find what weakens an incident: a single origin, no date, no place, a figure that fell."""
    return (
        *_check_origins(origins),
        *_check_circumstances(incident, reports),
        *(caution for toll in tolls for caution in _check_history(toll)),
        *_check_hedges(claims),
    )


def _check_origins(origins: OriginCount) -> Iterator[Caution]:
    if origins.high == 1:
        yield Caution(code="single origin", text="Everything here goes back to one origin.")
    elif origins.low <= 1:
        yield Caution(
            code="maybe single origin",
            text=f"At most {origins.high} origins, but it is not known that they are more than one.",
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


def _check_history(toll: Toll) -> Iterator[Caution]:
    """Warn where an origin's later figure is smaller than its earlier one."""
    last: dict[str, tuple[str, int]] = {}
    for entry in toll.history:
        number = max(entry.low or 0, entry.high or 0)
        if entry.speaker is None or entry.counting == "additional" or entry.as_of is None:
            continue
        before = last.get(entry.speaker)
        if before is not None and number < before[1] and entry.as_of > before[0]:
            yield Caution(
                code="falling figure",
                text=f"{entry.speaker} gave {before[1]} {toll.outcome}, later {number}.",
                claims=(entry.claim,),
            )
        last[entry.speaker] = (entry.as_of, number)


def _check_hedges(claims: Sequence[Claim]) -> Iterator[Caution]:
    harmful = [claim for claim in claims if claim.casualties]
    if harmful and all(claim.stance == "alleged" for claim in harmful):
        yield Caution(
            code="only alleged",
            text="Every figure is given as alleged or reported, none is asserted.",
            claims=tuple(claim.id for claim in harmful),
        )
