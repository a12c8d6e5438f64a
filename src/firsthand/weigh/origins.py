"""Origins: the first speaker or copied text a claim goes back to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, structs

from firsthand.model.accounts import Copies
from firsthand.model.actors import Actor
from firsthand.model.attributions import Link
from firsthand.model.claims import Claim
from firsthand.model.incidents import OriginCount, SourceGroup
from firsthand.model.reports import Report
from firsthand.model.spans import hull
from firsthand.text.names import fold_letters

# A speaker named beside one of these speaks for it: a spokesman for the army, a hospital's nurse.
VOICES = frozenset({"organisation", "security force", "armed organisation", "state"})


class Origin(Struct, frozen=True, kw_only=True):
    """Where a claim goes back to: one key for one origin, the name to show, and the reason.

    `actor` is the resolved actor or null; an origin that is not `resolved` may be the same as any
    other ("a medical source", an outlet that does not say how it knows, a lawyer for a client).
    """

    key: str
    name: str
    actor: str | None
    resolved: bool
    reason: str


class Family(Struct, frozen=True, kw_only=True):
    """The keys of origins that belong to one party, and why."""

    keys: tuple[str, ...]
    reason: str


def trace_origins(
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    copies: Sequence[Copies],
    known: Mapping[str, Actor],
) -> dict[str, Origin]:
    """Trace each claim to its first speaker, by claim id; voices of one body are one origin.

    `known` are the actors by id.
    """
    voices = _find_voices(claims)
    homes = {report: item for item in copies for report in item.reports}
    traced = {
        claim.id: _trace(claim, reports, homes.get(claim.report), known, voices) for claim in claims
    }
    return {claim.id: _trace_headline(claim, claims, reports, traced) for claim in claims}


def find_speaker(claim: Claim) -> Link | None:
    """Return the first speaker of a claim, or None where the report's author speaks."""
    spoken = [link for link in claim.attribution if link.role == "speaker"]
    return spoken[-1] if spoken else None


def is_headline(claim: Claim, report: Report) -> bool:
    """Tell whether a claim stands in its report's title, which is the first line of the text."""
    if report.title is None or not claim.parts:
        return False
    return hull(claim.parts)[1] <= len(report.title)


def count_origins(origins: Iterable[Origin], families: Sequence[Family] = ()) -> OriginCount:
    """Count origins: at least the resolved parties, at most all that differ by their words.

    The origins of one family belong to one party: they are one origin at least.
    """
    apart: dict[str, Origin] = {}
    for origin in origins:
        if origin.key not in apart or not origin.resolved:
            apart[origin.key] = origin
    heads = {key: family.keys[0] for family in families for key in family.keys}
    resolved = {heads.get(key, key) for key, origin in apart.items() if origin.resolved}
    low = max(len(resolved), min(1, len(apart)))
    return OriginCount(low=low, high=len(apart), unresolved=len(apart) - len(resolved))


def group_sources(
    claims: Sequence[Claim],
    origins: Mapping[str, Origin],
    copies: Sequence[Copies],
    families: Sequence[Family] = (),
) -> tuple[SourceGroup, ...]:
    """Group the reports that rest on one copied text, one first speaker or one party."""
    present = {claim.report for claim in claims}
    groups = [
        SourceGroup(reason=f"copies: {item.reason}", reports=shared)
        for item in copies
        if len(shared := tuple(name for name in item.reports if name in present)) > 1
    ]
    by_origin: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for claim in claims:
        origin = origins[claim.id]
        if origin.resolved and claim.report not in by_origin.setdefault(origin.key, []):
            by_origin[origin.key].append(claim.report)
            names[origin.key] = origin.name
    groups += [
        SourceGroup(reason=f"first speaker: {names[key]}", reports=tuple(sorted(by_origin[key])))
        for key in sorted(by_origin)
        if len(by_origin[key]) > 1
    ]
    groups += _group_families(families, claims, origins)
    return tuple(groups)


def _group_families(
    families: Sequence[Family], claims: Sequence[Claim], origins: Mapping[str, Origin]
) -> Iterator[SourceGroup]:
    """Group the reports of one party's voices: they are not independent of each other."""
    for family in families:
        members = [claim for claim in claims if origins[claim.id].key in family.keys]
        names = dict.fromkeys(origins[claim.id].name for claim in members)
        yield SourceGroup(
            reason=f"{family.reason}: {', '.join(sorted(names))}",
            reports=tuple(sorted({claim.report for claim in members})),
        )


def _trace_headline(
    claim: Claim,
    claims: Sequence[Claim],
    reports: Mapping[str, Report],
    traced: Mapping[str, Origin],
) -> Origin:
    """Give a figure in a headline to whoever gives it in the text below."""
    if not is_headline(claim, reports[claim.report]):
        return traced[claim.id]
    figures = {(count.outcome, count.low) for count in claim.casualties}
    for other in claims:
        below = other.report == claim.report and other.attribution
        if not below or is_headline(other, reports[other.report]):
            continue
        if figures & {(count.outcome, count.low) for count in other.casualties}:
            origin = traced[other.id]
            return structs.replace(origin, reason=f"the headline of what {origin.name} says")
    return traced[claim.id]


def _find_voices(claims: Sequence[Claim]) -> dict[str, str]:
    """Find for whom persons speak anywhere: "the ministry's spokesman, X" speaks for it later."""
    return {
        link.actor: link.speaks_for
        for claim in reversed(claims)
        for link in claim.attribution
        if link.actor is not None and link.speaks_for not in (None, link.actor)
    }


def _trace(
    claim: Claim,
    reports: Mapping[str, Report],
    copied: Copies | None,
    known: Mapping[str, Actor],
    voices: Mapping[str, str],
) -> Origin:
    link = find_speaker(claim)
    if link is None:
        return _trace_author(reports[claim.report], reports, copied, known)
    body = known.get(link.speaks_for or voices.get(link.actor or "") or "")
    if body is not None:
        return _origin_of(body, f"“{link.speaker}” speaks for {body.name}")
    actor = known.get(link.actor or "")
    if actor is not None and actor.type not in ("group of people", "document", "unknown"):
        found = _origin_of(actor, link.resolved_by or "named")
        if link.standing != "lawyer":
            return found
        return structs.replace(found, resolved=False, reason="a lawyer speaks for a client")
    words = link.speaker or "somebody who is not named"
    return Origin(
        key=f"words:{fold_letters(words)}",
        name=words,
        actor=link.actor,
        resolved=False,
        reason="who this is cannot be told, so it may be the same as another",
    )


def _trace_author(
    report: Report,
    reports: Mapping[str, Report],
    copied: Copies | None,
    known: Mapping[str, Actor],
) -> Origin:
    reason = "the author of the report speaks"
    if copied is not None and copied.origin is not None and copied.origin != report.id:
        report = reports.get(copied.origin, report)
        reason = f"copied from “{report.title or report.id}”"
    publisher = report.publisher or report.author
    body = find_publisher(publisher, known.values())
    if body is not None:
        return _origin_of(body, f"{body.name} publishes its own words")
    return Origin(
        key=f"author:{fold_letters(publisher)}" if publisher else f"report:{report.id}",
        name=publisher or report.title or "an unknown author",
        actor=None,
        resolved=False,
        reason=f"{reason}; how they know is not said",
    )


def find_publisher(publisher: str | None, actors: Iterable[Actor]) -> Actor | None:
    """Find the body that publishes a report about its own matters; outlets are none."""
    if publisher is None:
        return None
    folded = f"{fold_letters(publisher)} "
    named = [
        actor
        for actor in actors
        if actor.type in VOICES
        and len(actor.name.split()) > 1
        and folded.startswith(f"{fold_letters(actor.name)} ")
    ]
    return max(named, key=lambda actor: (len(actor.name), actor.id), default=None)


def _origin_of(actor: Actor, reason: str) -> Origin:
    return Origin(
        key=f"actor:{actor.id}", name=actor.name, actor=actor.id, resolved=True, reason=reason
    )
