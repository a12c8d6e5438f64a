"""Cautions: what a reader must know before relying on an incident."""

import re
from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident, Sources, Toll
from firsthand.model.reports import Caution, Report
from firsthand.model.times import contradicts_weekday
from firsthand.weigh.figures import Figure
from firsthand.weigh.series import Break, find_breaks, list_entries

# "died of his wounds", "succumbed to her injuries"
_OF_WOUNDS = re.compile(
    r"\b(?:died|dies|die|dead) (?:\w+ )?(?:of|from) (?:\w+ )?(?:wounds|injuries|burns)\b"
    r"|\bsuccumb\w* to\b",
    re.IGNORECASE,
)


def find_cautions(
    incident: Incident,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    figures: Sequence[Figure],
) -> tuple[Caution, ...]:
    """Find what weakens an incident with its tolls: one origin, no date, a figure that fell."""
    return (
        *_check_origins(incident.sources),
        *_check_circumstances(incident, reports),
        *_check_history(figures),
        *_check_retractions(incident.tolls, {claim.id: claim for claim in claims}),
        *_check_sums(incident.tolls),
        *_check_deaths(incident, claims),
        *_check_hedges(claims),
        *_check_weekdays(claims),
    )


def _check_origins(sources: Sources | None) -> Iterator[Caution]:
    if sources is None:
        return
    origins = sources.origins
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
    """Warn where an origin's numbers for a toll fall, or do not add up with what it says it added.

    "Nine died", later "three more died" and then "15 died" leave three that nobody explained.
    """
    rows: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if _is_number(figure):
            rows.setdefault((*figure.row, figure.origin.key), []).append(figure)
    for own in rows.values():
        for one in find_breaks(list_entries(own)):
            yield _tell_break(one, own[0])


def _tell_break(one: Break, figure: Figure) -> Caution:
    name, outcome = figure.origin.name, figure.outcome
    if one.fault == "falls":
        text = f"{name} gave {one.earlier} {outcome}, later {one.total}."
        return Caution(code="falling figure", text=text, claims=(one.before, one.name))
    return Caution(
        code="does not add up",
        text=f"{name} gave {one.earlier} {outcome} and later {one.total}: with what it says "
        f"was added it would be {one.expected}.",
        claims=(one.before, one.name),
    )


def _is_number(figure: Figure) -> bool:
    """Tell whether a figure is a number stated on a known day."""
    if figure.as_of is None or figure.individual or figure.vague:
        return False
    return figure.stance == "asserted"


def _check_retractions(tolls: Sequence[Toll], claims: Mapping[str, Claim]) -> Iterator[Caution]:
    """Warn of copies that still carry a figure which its publisher took back."""
    missed = [
        item.claim
        for toll in tolls
        for item in toll.excluded
        if item.code == "retracted" and item.reason.startswith("a copy of")
    ]
    copies = tuple(dict.fromkeys(missed))
    if copies:
        reports = len({claims[name].report for name in copies})
        yield Caution(
            code="retracted in copies",
            text=f"{count_reports(reports)} a figure that its origin took back.",
            claims=copies,
        )


def count_reports(number: int) -> str:
    """Begin a sentence with a number of reports."""
    return "One report carries" if number == 1 else f"{number} reports carry"


def _check_deaths(incident: Incident, claims: Sequence[Claim]) -> Iterator[Caution]:
    """Warn that somebody counted as injured died later: two figures may hold one person."""
    died = tuple(claim.id for claim in claims if _died_later(claim, incident))
    if died:
        yield Caution(
            code="injured who died",
            text="Somebody died later of what happened here: earlier figures may count them as "
            "injured, and not among the dead.",
            claims=died,
        )


def _died_later(claim: Claim, incident: Incident) -> bool:
    if claim.stance not in ("asserted", "alleged"):
        return False
    dies = claim.act is not None and claim.act.type == "death" and bool(claim.act.targets)
    if not dies and not any(count.outcome == "killed" for count in claim.casualties):
        return False
    return bool(_OF_WOUNDS.search(claim.quote)) or _is_dated_later(claim, incident)


def _is_dated_later(claim: Claim, incident: Incident) -> bool:
    """Tell whether somebody is said to have died on a day after the incident."""
    if claim.act is None or claim.act.type != "death" or claim.time is None:
        return False
    if incident.time is None or claim.time.start is None or incident.time.start is None:
        return False
    return claim.time.start[:10] > incident.time.start[:10]


def _check_sums(tolls: Sequence[Toll]) -> Iterator[Caution]:
    """Warn where several hospitals each count a part: their sum may count people twice."""
    for toll in tolls:
        if toll.combined is not None:
            both = toll.combined
            yield Caution(
                code="counts of parts",
                text=f"{both.reason}: together {both.low} to {both.high} {toll.outcome}.",
                claims=both.claims,
            )


def _check_hedges(claims: Sequence[Claim]) -> Iterator[Caution]:
    harmful = [claim for claim in claims if claim.casualties]
    if harmful and all(claim.stance == "alleged" for claim in harmful):
        yield Caution(
            code="only alleged",
            text="Every figure is given as alleged or reported, none is asserted.",
            claims=tuple(claim.id for claim in harmful),
        )


def _check_weekdays(claims: Sequence[Claim]) -> Iterator[Caution]:
    """Warn where the text gives a weekday that its date does not fall on: one of them is wrong."""
    for claim in claims:
        if claim.time is not None and contradicts_weekday(claim.time):
            yield Caution(
                code="weekday contradicts date",
                text=f"“{claim.time.text}”: {claim.time.reason}.",
                claims=(claim.id,),
            )
