"""Seeds: the words around which claims are made, each with the parts that say it whole."""

from collections.abc import Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc, Token

from firsthand.model.acts import Act
from firsthand.model.attributions import Attribution
from firsthand.model.casualties import Casualties
from firsthand.model.claims import Kind
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.norms import Norm
from firsthand.model.spans import Part, contains, covers, hull, join_parts, overlap
from firsthand.read.acts import kind_of
from firsthand.read.chains import (
    SILENT_KINDS,
    find_by_cue,
    find_chain,
    index_sayings,
    list_saying_parts,
)
from firsthand.text.clauses import (
    clause_parts,
    find_clause,
    phrase_parts,
    trim_part,
)
from firsthand.text.parses import get_text

# What an act of saying is, when its content holds nothing that makes a claim of its own.
SPEECH_KINDS: dict[str, Kind] = {"warn": "warning", "know": "knowledge"}

# The words before the subject of a clause that belong to it, at most this many characters.
LONGEST_OPENING = 60

# Acts that are the deed behind an outcome: the count belongs to the claim of that act.
OUTCOME_ACTS = {"killed": "killing", "injured": "injuring", "detained": "detention"}


class Seed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What one claim is made of: its trigger, its parts, and what was found in them."""

    trigger: Part
    parts: tuple[Part, ...]
    kind: Kind
    pattern: str
    act: Act | None = None
    casualties: tuple[Casualties, ...] = ()
    norms: tuple[Norm, ...] = ()


def find_seeds(
    doc: Doc,
    acts: Sequence[Act],
    counts: Sequence[Casualties],
    norms: Sequence[Norm],
    attributions: Sequence[Attribution],
) -> tuple[Seed, ...]:
    """Gather findings into seeds: every act, count, norm and saying ends up in exactly one."""
    said = index_sayings(attributions)
    seeds = _seed_acts(doc, acts, said)
    seeds = _add_counts(doc, seeds, counts, said)
    seeds = _add_norms(doc, seeds, norms, said)
    seeds.extend(_seed_sayings(doc, seeds, said))
    return tuple(_separate(doc, sorted(seeds, key=lambda seed: (seed.trigger, seed.kind))))


def _seed_acts(doc: Doc, acts: Sequence[Act], said: SpanIndex[Attribution]) -> list[Seed]:
    seeds = []
    for act in acts:
        trigger = (act.start, act.end)
        cued = find_by_cue(said.near(trigger), trigger)
        if cued is not None and kind_of(act.type) in SPEECH_KINDS.values():
            continue
        parts = _find_parts(doc, trigger, said, nominal=act.form == "nominal")
        parts = _add_participants(doc, parts, act, trigger)
        kind = _judge_kind(act, trigger, said)
        seeds.append(Seed(trigger=trigger, parts=parts, kind=kind, pattern=act.pattern, act=act))
    return seeds


def _judge_kind(act: Act, trigger: Part, said: SpanIndex[Attribution]) -> Kind:
    """An act that somebody warns of is a warning: it is said to be coming, not done."""
    chain = find_chain(said.near(trigger), trigger)
    if chain and chain[-1].kind == "warn" and kind_of(act.type) == "act":
        return "warning"
    return kind_of(act.type)


def _add_participants(
    doc: Doc, parts: tuple[Part, ...], act: Act, trigger: Part
) -> tuple[Part, ...]:
    """Stretch the parts over the act's agents and targets where they stand in the sentence."""
    sentence = _find_token(doc, trigger).sent
    spans = [(person.start, person.end) for person in (*act.agents, *act.targets)]
    near = [span for span in spans if contains((sentence.start_char, sentence.end_char), span)]
    return join_parts((*parts, *near), get_text(doc))


def _add_counts(
    doc: Doc, seeds: list[Seed], counts: Sequence[Casualties], said: SpanIndex[Attribution]
) -> list[Seed]:
    """Put each count into the claim of its act; a count without an act makes its own claim."""
    homes = list(seeds)
    by_sentence = _group_by_sentence(doc, homes)
    for count in counts:
        span = (count.start, count.end)
        sentence = by_sentence.setdefault(_find_sentence(doc, span), [])
        index = _find_home(homes, sentence, count)
        if index is None:
            sentence.append(len(homes))
            homes.append(_seed_count(doc, count, said))
            continue
        home = homes[index]
        parts = join_parts((*home.parts, span), get_text(doc))
        homes[index] = structs.replace(home, parts=parts, casualties=(*home.casualties, count))
    return homes


def _seed_count(doc: Doc, count: Casualties, said: SpanIndex[Attribution]) -> Seed:
    span = (count.start, count.end)
    parts = _find_parts(doc, span, said, nominal=False)
    return Seed(
        trigger=span,
        parts=join_parts((*parts, span), get_text(doc)),
        kind="casualties",
        pattern=count.pattern,
        casualties=(count,),
    )


def _group_by_sentence(doc: Doc, seeds: Sequence[Seed]) -> dict[int, list[int]]:
    """List the places of seeds by the sentence of their trigger: their parts never leave it."""
    grouped: dict[int, list[int]] = {}
    for place, seed in enumerate(seeds):
        grouped.setdefault(_find_sentence(doc, seed.trigger), []).append(place)
    return grouped


def _find_sentence(doc: Doc, span: Part) -> int:
    start: int = _find_token(doc, span).sent.start
    return start


def _find_home(seeds: Sequence[Seed], places: Sequence[int], count: Casualties) -> int | None:
    """Find the seed a count belongs to: the deed behind its outcome, else the tightest around."""
    span = (count.start, count.end)
    around = [
        index
        for index in places
        if seeds[index].kind in ("act", "casualties", "warning") and _touches(seeds[index], span)
    ]
    if not around:
        return None
    deed = OUTCOME_ACTS.get(count.outcome)

    def rank(index: int) -> tuple[bool, int, int]:
        seed = seeds[index]
        fits = seed.act is not None and seed.act.type == deed
        size = sum(end - start for start, end in seed.parts)
        return not fits, size, abs(seed.trigger[0] - count.start)

    return min(around, key=rank)


def _touches(seed: Seed, span: Part) -> bool:
    return covers(seed.parts, span) or any(overlap(part, span) for part in (seed.trigger,))


def _add_norms(
    doc: Doc, seeds: list[Seed], norms: Sequence[Norm], said: SpanIndex[Attribution]
) -> list[Seed]:
    homes = list(seeds)
    by_sentence = _group_by_sentence(doc, homes)
    for norm in norms:
        span = (norm.start, norm.end)
        sentence = by_sentence.setdefault(_find_sentence(doc, span), [])
        around = [place for place in sentence if covers(homes[place].parts, span)]
        if around:
            index = min(around, key=lambda place: _size(homes[place].parts))
            homes[index] = structs.replace(homes[index], norms=(*homes[index].norms, norm))
            continue
        sentence.append(len(homes))
        homes.append(
            Seed(
                trigger=span,
                parts=_find_parts(doc, span, said, nominal=False),
                kind="obligation" if norm.relation == "owed" else "statement",
                pattern=f"norm {norm.relation}",
                norms=(norm,),
            )
        )
    return homes


def _seed_sayings(doc: Doc, seeds: Sequence[Seed], said: SpanIndex[Attribution]) -> list[Seed]:
    """Make a claim of each saying whose content no other claim speaks of.

    That somebody knew of an act is a claim beside the act's own.
    """
    by_trigger = index_spans(((seed.trigger,), seed) for seed in seeds)
    sayings = []
    for attribution in said.items:
        whole = hull(list_saying_parts(attribution))
        near = by_trigger.near(whole)
        if any(find_by_cue((attribution,), seed.trigger) for seed in near):
            continue
        if attribution.kind != "know" and _is_spoken_for(attribution, near, said.near(whole)):
            continue
        parts = _trim_all(attribution.content, get_text(doc))
        if attribution.kind in SILENT_KINDS:
            parts = _with_cue(doc, attribution, parts)
        # One bare word ("denied everything", "promised observers") asserts nothing by itself.
        if parts and (len(parts) > 1 or " " in get_text(doc)[parts[0][0] : parts[0][1]]):
            sayings.append(
                Seed(
                    trigger=parts[0],
                    parts=parts,
                    kind=_judge_saying(doc, attribution),
                    pattern=attribution.pattern,
                )
            )
    return sayings


def _judge_saying(doc: Doc, attribution: Attribution) -> Kind:
    """A threat to those who did something comes after it: that is no warning of it."""
    words = (doc.char_span(*part, alignment_mode="expand") for part in attribution.content)
    done = any(
        token.lower_ == "those" and any(c.dep_ == "relcl" and c.tag_ == "VBD" for c in token.rights)
        for span in words
        if span is not None
        for token in span
    )
    kind = SPEECH_KINDS.get(attribution.kind, "statement")
    return "statement" if kind == "warning" and done else kind


def _is_spoken_for(
    attribution: Attribution, seeds: Sequence[Seed], others: Sequence[Attribution]
) -> bool:
    return any(covers(attribution.content, seed.trigger) for seed in seeds) or any(
        _is_inside(other, attribution) for other in others
    )


def _is_inside(inner: Attribution, outer: Attribution) -> bool:
    """Tell whether another saying lies wholly in this one's content, so that it speaks for it."""
    return (
        inner is not outer
        and inner.content != outer.content
        and bool(inner.content)
        and covers(outer.content, hull(inner.content))
    )


def _with_cue(doc: Doc, attribution: Attribution, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Add the words for who knows and that they know, from where the clause begins.

    In "X showed that the one – and by implication the other – knew" the parser finds only the
    other: without the words before, the quote would leave somebody out.
    """
    spans = [
        span
        for link in attribution.links
        for span in (link.speaker_span, link.cue_span)
        if span is not None
    ]
    whole = [*parts, *spans]
    if len(spans) > 1 and hull(spans)[1] - hull(spans)[0] <= 2 * LONGEST_OPENING:
        whole.append(hull(spans))
    first = min(whole)
    cue = attribution.links[-1].cue_span or first
    opening = next((word for word in _find_token(doc, cue).lefts if word.lower_ == "that"), None)
    start = first[0] if opening is None else opening.idx + len(opening)
    if 0 < first[0] - start <= LONGEST_OPENING:
        whole.append((start, first[1]))
    return _trim_all(join_parts(whole, get_text(doc)), get_text(doc))


def _find_parts(
    doc: Doc, trigger: Part, said: SpanIndex[Attribution], *, nominal: bool
) -> tuple[Part, ...]:
    """Find the words that say it whole, inside what the innermost speaker is said to say."""
    token = _find_token(doc, trigger)
    clause = find_clause(token)
    parts = phrase_parts(token) if nominal and clause is token.sent.root else clause_parts(clause)
    if not covers(parts, trigger):
        parts = phrase_parts(token)
    parts = _clip(parts, find_chain(said.near(trigger), trigger))
    parts = _trim_all(parts, get_text(doc))
    return parts if covers(parts, trigger) else (trigger,)


def _clip(parts: tuple[Part, ...], chain: Sequence[Attribution]) -> tuple[Part, ...]:
    if not chain:
        return parts
    clipped = [
        (max(start, low), min(end, high)) for start, end in parts for low, high in chain[-1].content
    ]
    return tuple(sorted(part for part in clipped if part[0] < part[1]))


def _separate(doc: Doc, seeds: Sequence[Seed]) -> list[Seed]:
    """Give seeds of one kind that share their parts shorter ones of their own.

    One that finds none gives its counts and norms to the seed that has its words.
    """
    taken: dict[tuple[str, tuple[Part, ...]], int] = {}
    separate: list[Seed] = []
    for seed in seeds:
        parts = next((p for p in _list_parts(doc, seed) if (seed.kind, p) not in taken), None)
        if parts is not None:
            taken[seed.kind, parts] = len(separate)
            separate.append(structs.replace(seed, parts=parts))
            continue
        place = taken[seed.kind, (seed.trigger,)]
        home = separate[place]
        separate[place] = structs.replace(
            home,
            casualties=(*home.casualties, *seed.casualties),
            norms=(*home.norms, *seed.norms),
        )
    return separate


def _list_parts(doc: Doc, seed: Seed) -> list[tuple[Part, ...]]:
    """List the words that may say a seed, the fullest first; all hold its trigger."""
    phrase = phrase_parts(_find_token(doc, seed.trigger))
    tries = (seed.parts, phrase, _bare_parts(seed, get_text(doc)), (seed.trigger,))
    return [parts for parts in tries if covers(parts, seed.trigger)]


def _bare_parts(seed: Seed, text: str) -> tuple[Part, ...]:
    """Return the trigger with its counts and participants alone."""
    people = (*seed.act.agents, *seed.act.targets) if seed.act is not None else ()
    spans = [(person.start, person.end) for person in people]
    spans += [(count.start, count.end) for count in seed.casualties]
    return join_parts((seed.trigger, *spans), text)


def _find_token(doc: Doc, span: Part) -> Token:
    """Return the syntactic head of the words at a span."""
    words = doc.char_span(*span, alignment_mode="expand")
    if words is None:
        raise ValueError(f"{span} lies outside a text of {len(doc.text)} characters")
    return words.root


def _trim_all(parts: Sequence[Part], text: str) -> tuple[Part, ...]:
    trimmed = (trim_part(part, text) for part in parts)
    return tuple(part for part in trimmed if part[0] < part[1])


def _size(parts: Sequence[Part]) -> int:
    return sum(end - start for start, end in parts)
