"""Unknowns: what an incident's reports leave open, said in whole sentences."""

from collections.abc import Iterator, Mapping, Sequence

from firsthand.model.incidents import Incident, Toll
from firsthand.model.reports import Report
from firsthand.model.victims import Victim
from firsthand.publish.chains import Voice
from firsthand.publish.wordings import count_things, show_figure, show_outcome

_EXACT_TIMES = ("minute", "hour", "part of day", "day")
# How victims read by name are told from those only described (`read/victims.py`).
_NAMED = "named as harmed"


def list_unknowns(
    incident: Incident,
    voices: Sequence[Voice],
    victims: Sequence[Victim],
    reports: Mapping[str, Report],
) -> tuple[str, ...]:
    """List what is not known of an incident, each in one sentence."""
    return (
        *_ask_circumstances(incident),
        *_ask_responsibility(incident),
        *_ask_tolls(incident, victims),
        *_ask_speakers(incident, voices),
        *_ask_reports(incident, reports),
    )


def is_named(victim: Victim) -> bool:
    """Tell whether a victim has a name, not only a description."""
    return any(name.reason == _NAMED for name in victim.names)


def _ask_circumstances(incident: Incident) -> Iterator[str]:
    time, place = incident.time, incident.place
    if time is None or (time.start is None and time.end is None):
        yield "When it happened: no claim says so in a way that could be resolved."
    elif time.precision not in _EXACT_TIMES:
        yield f"The day: the time is known only to the {time.precision}."
    if place is None:
        yield "Where it happened: no claim says."
    elif place.latitude is None:
        yield f"Where “{place.name}” lies: {place.reason}."
    elif place.precision != "site":
        yield f"The exact spot: the place is known only to the precision “{place.precision}”."


def _ask_responsibility(incident: Incident) -> Iterator[str]:
    said = {item.stance for item in incident.responsibility}
    if not said & {"alleged", "accepted"}:
        yield "Who did it: no claim read here names anybody."
    if "alleged" in said and not said & {"accepted", "denied"}:
        yield "What those named say themselves: no answer of theirs was found in these reports."


def _ask_tolls(incident: Incident, victims: Sequence[Victim]) -> Iterator[str]:
    if not incident.tolls:
        yield "How many were harmed: no claim gives a count."
    for toll in incident.tolls:
        if toll.status != "all" or toll.scope is not None:
            continue
        said = show_outcome(toll.outcome)
        if toll.open:
            yield f"How many are {said} at most: a claim that counts says “at least” or the like."
        if _wants_names(toll):
            yield f"Who those {said} are: {toll.named} named, of {show_figure(toll)} stated."
    unnamed = sum(not is_named(victim) for victim in victims)
    if unnamed:
        yield f"The names of {count_things(unnamed, 'person', 'people')} who are only described."


def _wants_names(toll: Toll) -> bool:
    return toll.low is None or toll.named < toll.low


def _ask_speakers(incident: Incident, voices: Sequence[Voice]) -> Iterator[str]:
    speakers = [voice for voice in voices if not voice.author]
    silent = sum(voice.firsthand is None for voice in speakers)
    if silent:
        yield (
            f"Whether they were there: not said of {silent} of "
            f"{count_things(len(speakers), 'speaker')}."
        )
    own = sum(len(voice.claims) for voice in voices if voice.author)
    if own:
        yield (
            f"How the reports know: for {count_things(own, 'claim')} no speaker was found; "
            "the report itself speaks."
        )
    origins = incident.sources.origins if incident.sources is not None else None
    if origins is not None and origins.unresolved:
        number = count_things(origins.unresolved, "origin")
        others = "" if origins.high == 1 else ", and whether any is the same as another"
        yield f"Who {number} of these claims are{others}."


def _ask_reports(incident: Incident, reports: Mapping[str, Report]) -> Iterator[str]:
    unread = sum(len(reports[name].unread) for name in incident.reports)
    if unread:
        yield (
            f"What {count_things(unread, 'sentence')} of these reports say: they hold numbers or "
            "words of violence and gave no claim. They are underlined in the texts."
        )
