"""Claims: everything found in one report, put together into who said what."""

from collections.abc import Sequence

from msgspec import Struct, structs
from spacy.tokens import Doc

from firsthand.lexicon.capitals import load_capitalised
from firsthand.lexicon.gazetteers import Gazetteer
from firsthand.lexicon.sites import Site
from firsthand.model.acts import Act, Participant
from firsthand.model.attributions import Attribution, Link, Stance
from firsthand.model.claims import Claim
from firsthand.model.ids import make_claim_id
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.places import Place
from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Report, Unread
from firsthand.model.spans import Part, covers, overlap, quote_parts
from firsthand.model.times import TimeSpan
from firsthand.model.victims import Victim
from firsthand.read.actors import Cast, find_actors, resolve_span
from firsthand.read.acts import find_acts, find_triggers
from firsthand.read.attributions import find_attributions, find_credits
from firsthand.read.casualties import find_casualties
from firsthand.read.chains import find_chain, index_sayings, join_links
from firsthand.read.circumstances import choose_place, choose_time, find_sentence
from firsthand.read.genres import find_genre
from firsthand.read.norms import find_norms
from firsthand.read.places import find_places
from firsthand.read.roles import BODIES, find_body
from firsthand.read.seeds import Seed, find_seeds
from firsthand.read.stances import is_settled, judge_stance
from firsthand.read.standings import judge_standing
from firsthand.read.times import find_times
from firsthand.read.victims import find_victims
from firsthand.text.cases import is_upper_case, truecase
from firsthand.text.parses import get_text, parse_text

# What a speaker's own words do to their claim is kept before what their cue does: "warned that
# X may attack" is predicted, "denied that X attacked" is denied.
CUE_STANCES: tuple[Stance, ...] = ("denied", "alleged", "predicted", "demanded", "opinion")


class Findings(Struct, frozen=True, kw_only=True):
    """What the rooms of reading found in one text, before it is put together."""

    said: SpanIndex[Attribution]
    own_words: SpanIndex[Part]
    cast: Cast
    times: SpanIndex[TimeSpan]
    places: SpanIndex[Place]


def read_report(document: Document, gazetteer: Gazetteer, sites: tuple[Site, ...]) -> Reading:
    """Read one report: parse its text once, find, and put the findings together as claims."""
    return read_doc(parse_document(document), document.report, gazetteer, sites)


def read_doc(doc: Doc, report: Report, gazetteer: Gazetteer, sites: tuple[Site, ...]) -> Reading:
    """Read a parsed report."""
    counts = find_casualties(doc, report.id)
    places = find_places(doc, gazetteer, sites)
    known = [(place.start, place.end) for place in places if place.latitude is not None]
    attributions = find_attributions(doc)
    findings = Findings(
        said=index_sayings(attributions),
        own_words=_find_own_words(doc, attributions),
        cast=find_actors(doc, report.id, known, report.publisher),
        times=index_spans(([t.span], t) for t in find_times(doc, report.published) if t.span),
        places=index_spans(([(place.start, place.end)], place) for place in places),
    )
    seeds = find_seeds(doc, find_acts(doc), counts, find_norms(doc), attributions)
    claims = tuple(_make_claim(doc, report, seed, findings) for seed in seeds)
    victims = find_victims(doc, report.id, counts)
    return Reading(
        report=structs.replace(
            report,
            genre=report.genre or find_genre(doc, report.title),
            credits=find_credits(doc),
            unread=_find_unread(doc, claims),
        ),
        claims=claims,
        actors=findings.cast.actors,
        victims=_tie_victims(victims, claims),
        places=places,
    )


def parse_document(document: Document) -> Doc:
    """Parse a document's text; one in capitals is shown to the parser in its usual case."""
    text = document.text
    shown = truecase(text, load_capitalised()) if is_upper_case(text) else None
    return parse_text(text, shown=shown)


def _make_claim(doc: Doc, report: Report, seed: Seed, findings: Findings) -> Claim:
    chain = find_chain(findings.said.near(seed.trigger), seed.trigger)
    sentence = find_sentence(doc, seed.trigger)
    told = chain[-1].content if chain else findings.own_words.near(sentence)
    stance, flags = judge_stance(doc, *seed.trigger)
    return Claim(
        id=make_claim_id(report.id, seed.parts, seed.kind),
        report=report.id,
        parts=seed.parts,
        quote=quote_parts(get_text(doc), seed.parts),
        kind=seed.kind,
        stance=_combine_stances(stance, chain, seed, settled=is_settled(doc, *seed.trigger)),
        pattern=seed.pattern,
        attribution=tuple(_resolve_link(doc, link, findings.cast) for link in join_links(chain)),
        act=_resolve_act(seed.act, findings.cast),
        casualties=seed.casualties,
        time=_find_time(doc, seed, chain, findings),
        place=choose_place(doc, findings.places.near(sentence), seed.trigger, told),
        norms=seed.norms,
        flags=flags,
    )


def _find_own_words(doc: Doc, attributions: Sequence[Attribution]) -> SpanIndex[Part]:
    """Return a text without the words for its speakers: a place there is where they speak."""
    speakers = sorted(
        link.speaker_span
        for attribution in attributions
        for link in attribution.links
        if link.speaker_span is not None
    )
    own: list[Part] = []
    place = 0
    for start, end in (*speakers, (len(get_text(doc)), len(get_text(doc)))):
        if place < start:
            own.append((place, start))
        place = max(place, end)
    return index_spans(([part], part) for part in own)


def _find_time(
    doc: Doc, seed: Seed, chain: Sequence[Attribution], findings: Findings
) -> TimeSpan | None:
    """Find when it happened; of a warning also when it was given: "since last week"."""
    times = findings.times.near(find_sentence(doc, seed.trigger))
    own_words = findings.own_words.near(find_sentence(doc, seed.trigger))
    found = choose_time(doc, times, seed.trigger, chain[-1].content if chain else own_words)
    if found is not None or seed.kind != "warning" or not chain:
        return found
    cue = chain[-1].links[-1].cue_span
    return None if cue is None else choose_time(doc, times, cue, own_words)


def _combine_stances(
    stance: Stance, chain: Sequence[Attribution], seed: Seed, *, settled: bool
) -> Stance:
    if stance == "denied" and seed.kind == "omission":
        stance = "asserted"  # "did not respond" says that they failed to
    if stance != "asserted":
        return stance
    if seed.act is not None and seed.act.negated and seed.kind == "act":
        return "denied"
    for attribution in reversed(chain):
        if attribution.stance in ("predicted", "demanded") and settled:
            continue
        if attribution.stance in CUE_STANCES:
            return attribution.stance
    return "asserted"


def _resolve_link(doc: Doc, link: Link, cast: Cast) -> Link:
    if link.speaker_span is None:
        return link
    mention = resolve_span(cast, *link.speaker_span)
    standing, firsthand = judge_standing(doc, *link.speaker_span, mention, cast)
    return structs.replace(
        link,
        actor=None if mention is None else mention.actor,
        resolved_by=None if mention is None else mention.reason,
        speaks_for=_find_body(link.speaker_span, cast),
        standing=standing,
        firsthand=firsthand,
    )


def _find_body(span: Part, cast: Cast) -> str | None:
    near = cast.by_place.near(span)
    bodies = frozenset(item.actor for item in near if cast.types[item.actor] in BODIES)
    return find_body(span, near, bodies)


def _resolve_act(act: Act | None, cast: Cast) -> Act | None:
    if act is None:
        return None
    return structs.replace(
        act,
        agents=_resolve_all(act.agents, cast),
        targets=_resolve_all(act.targets, cast),
    )


def _resolve_all(people: Sequence[Participant], cast: Cast) -> tuple[Participant, ...]:
    resolved = []
    for participant in people:
        mention = resolve_span(cast, participant.start, participant.end)
        actor = None if mention is None else mention.actor
        resolved.append(structs.replace(participant, actor=actor))
    return tuple(resolved)


def _tie_victims(victims: Sequence[Victim], claims: Sequence[Claim]) -> tuple[Victim, ...]:
    index = index_spans((claim.parts, claim) for claim in claims)
    return tuple(_tie_victim(victim, index) for victim in victims)


def _tie_victim(victim: Victim, claims: SpanIndex[Claim]) -> Victim:
    spans = [(name.start, name.end) for name in victim.names]
    ids = [claim.id for span in spans for claim in claims.near(span) if covers(claim.parts, span)]
    return structs.replace(victim, claims=tuple(dict.fromkeys(ids)))


def _find_unread(doc: Doc, claims: Sequence[Claim]) -> tuple[Unread, ...]:
    """Find sentences with a number or a word of violence that gave no claim."""
    taken = index_spans(([part], part) for claim in claims for part in claim.parts)
    triggers = index_spans(([part], part) for part in find_triggers(doc))
    unread = []
    for sentence in doc.sents:
        span = (sentence.start_char, sentence.end_char)
        if any(overlap(span, part) for part in taken.near(span)):
            continue
        numbered = any(token.like_num for token in sentence)
        if numbered or any(overlap(span, part) for part in triggers.near(span)):
            length = len(sentence.text.rstrip())
            unread.append(Unread(start=span[0], end=span[0] + length))
    return tuple(unread)
