"""Attributions: who is said to say what, and through whom."""

import itertools
import re
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Token

from firsthand.model.attributions import Attribution, Link, Manner, Role, Stance
from firsthand.model.reports import Credit
from firsthand.model.spans import Part, hull, join_parts, overlap
from firsthand.read.contents import (
    cut_out,
    find_clause_content,
    find_head_content,
    find_quoted_content,
    judge_manner,
    sentence_content,
    widen_to_quotations,
)
from firsthand.read.frames import (
    Frame,
    find_agent,
    find_frame,
    find_speaker,
    is_negated,
    is_passive_cue,
)
from firsthand.read.relays import find_relay
from firsthand.text.parses import get_text, slice_text
from firsthand.text.quotations import Quotation, find_quotations

_SHORTEST_FREE_QUOTE = 25
_LABEL = re.compile(r"^([A-Z][^:\n“”\"]{2,50}):\s+(?=[\"“])", re.MULTILINE)
_CREDIT = re.compile(r"\(([A-Z][\w.&' -]{1,40})\)\s+[-–—]{1,2}\s")
_NEVER_SPEAKERS = frozenset({"it", "there", "this", "that", "which", "what", "who"})


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Find the acts of saying in a report; which holds which shows in their contents."""
    quotations = find_quotations(get_text(doc))
    found = [item for token in doc for item in _read_token(token, quotations)]
    found = _drop_repeats(found)
    found += _find_between_halves(doc, quotations, found)
    found += _find_labelled(doc, quotations, found)
    found += _continue_speakers(doc, quotations, found)
    return tuple(sorted(found, key=lambda item: (hull(item.content), item.kind, item.pattern)))


def find_credits(doc: Doc) -> tuple[Credit, ...]:
    """Find agencies credited at the head of a report: "BELMURO, May 14 (Wire) - …"."""
    text = get_text(doc)
    return tuple(
        Credit(name=match[1], start=match.start(1), end=match.end(1))
        for match in _CREDIT.finditer(text)
        if "\n" not in text[max(0, match.start() - 3) : match.start()]
    )


def _read_token(token: Token, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    if token.lower_ == "according" and token.i + 1 < len(token.doc):
        yield from _read_according(token, quotations)
        return
    frame = find_frame(token)
    if frame is None:
        return
    if frame.pos == "verb":
        yield from _read_verb(token, frame, quotations)
    elif frame.pos == "noun":
        yield from _read_noun(token, frame, quotations)
    else:
        yield from _read_adverb(token, frame, quotations)


def _read_verb(verb: Token, frame: Frame, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    if is_negated(verb) and frame.kind not in ("know",):
        return
    speaker = find_speaker(verb)
    if is_passive_cue(verb):
        yield from _read_passive(verb, frame, quotations)
        return
    if speaker is not None and speaker.lower_ in _NEVER_SPEAKERS and speaker.lower_ != "who":
        return
    content = find_clause_content(verb, frame.kind) or find_head_content(verb)
    cue_span = _cue_span(verb)
    speaker_span = None if speaker is None else _widen_inverted(verb, name_phrase(speaker))
    saying = hull([cue_span, *([speaker_span] if speaker_span is not None else [])])
    if frame.kind in ("say", "claim", "warn", "deny", "demand", "expect", "think", "react"):
        content = (*content, *_quoted(verb, saying, content, quotations))
    if not content or (speaker_span is None and not _may_lack_speaker(verb)):
        return
    links = [
        *_relay_links(verb, frame),
        _link(verb.doc, speaker_span, cue_span, f"{frame.kind} verb"),
    ]
    yield from _finish(verb.doc, links, content, frame, quotations)


def _widen_inverted(verb: Token, speaker: Part) -> Part:
    """Start a speaker named after the cue right there: "warned the deputy chief, X, in a cable"."""
    between = [token for token in verb.doc if verb.idx < token.idx < speaker[0]]
    if not between or len(between) > 14 or any(token.pos_ in ("VERB", "AUX") for token in between):
        return speaker
    if any(token.text in '“”"' or token.is_sent_start for token in between):
        return speaker
    return between[0].idx, speaker[1]


def _quoted(
    verb: Token, saying: Part, content: Sequence[Part], quotations: Sequence[Quotation]
) -> tuple[Part, ...]:
    """Return quotations beside a saying, unless its own clause stands between."""
    near = find_quoted_content(verb.doc, saying, quotations)
    if not content:
        return near
    edge = hull([*content, saying])
    return tuple(
        part
        for part in (*near, *find_quoted_content(verb.doc, edge, quotations))
        if any(overlap(part, other) for other in content)
        or part[1] <= saying[0]
        or part[0] >= edge[1]
    )


def _may_lack_speaker(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl") and find_frame(verb) is not None


def _read_passive(
    verb: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Read "X was quoted by Y as saying", "it was reported that", "X is said to have"."""
    doc = verb.doc
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    agent = find_agent(verb)
    agent_span = None if agent is None else name_phrase(agent)
    if verb.lemma_ in ("quote", "cite") and subject is not None:
        content = _words_after(verb, quotations)
        links = [_link(doc, name_phrase(subject), _cue_span(verb), "was quoted")]
        if agent_span is not None:
            links.insert(0, _link(doc, agent_span, _cue_span(verb), "quoted by", role="relay"))
        yield from _finish(doc, links, content, frame, quotations)
        return
    content = find_clause_content(verb, frame.kind)
    if not content and subject is not None:
        to_clause = next((child for child in verb.children if child.dep_ == "xcomp"), None)
        if to_clause is None:
            return
        from_tokens = [*subject.subtree, *to_clause.subtree]
        content = join_parts(((t.idx, t.idx + len(t)) for t in from_tokens), get_text(doc))
    links = [_link(doc, agent_span, _cue_span(verb), f"passive {frame.kind}")]
    if frame.kind == "say" and agent_span is None and frame.stance == "asserted":
        frame = structs.replace(frame, stance="alleged" if verb.lemma_ == "say" else frame.stance)
    yield from _finish(doc, links, content, frame, quotations)


def _words_after(verb: Token, quotations: Sequence[Quotation]) -> tuple[Part, ...]:
    """Return what is quoted after "was quoted by X as saying / to have said"."""
    doc = verb.doc
    tail = [
        token
        for child in verb.rights
        if child.dep_ in ("xcomp", "advcl", "prep", "ccomp", "oprd") and child.dep_ != "agent"
        for token in child.subtree
        if token.i > verb.i
    ]
    end = max((token.idx + len(token) for token in tail), default=verb.idx + len(verb))
    words = [item for item in quotations if verb.idx < item.start < max(end, verb.idx + 90)]
    inner = [token for token in tail if token.tag_ == "VBG" or token.lemma_ == "say"]
    if inner:
        content = find_clause_content(inner[0], "say")
        if content:
            return content
    if words:
        return tuple((item.start, item.end) for item in words)
    spans = ((token.idx, token.idx + len(token)) for token in tail)
    return join_parts(spans, get_text(doc))


def _read_noun(noun: Token, frame: Frame, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    """Read "X's claim that", "reports of shelling", "a statement by X that"."""
    content: tuple[Part, ...] = ()
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl") and any(
            token.lower_ == "that" and token.dep_ in ("mark",) for token in child.children
        ):
            content = _subtree_without_mark(child)
        elif child.dep_ == "prep" and child.lower_ == "of" and not content:
            objects = [token for token in child.children if token.dep_ in ("pobj", "pcomp")]
            if objects and _is_event(objects[0]):
                content = _subtree_without_mark(objects[0])
    if not content or (noun.dep_ == "nsubj" and find_frame(noun.head) is not None):
        return
    speaker = next((child for child in noun.children if child.dep_ == "poss"), None)
    if speaker is None:
        speaker = find_agent(noun) or _find_from(noun)
    doc = noun.doc
    span = None if speaker is None else name_phrase(speaker)
    if span is None and frame.kind == "say":
        span = (min(token.idx for token in (noun, *noun.lefts)), noun.idx + len(noun))
    links = [_link(doc, span, (noun.idx, noun.idx + len(noun)), f"{frame.kind} noun")]
    yield from _finish(doc, links, content, frame, quotations)


def _is_event(token: Token) -> bool:
    return token.pos_ in ("NOUN", "VERB", "NUM") and token.ent_type_ not in ("DATE", "TIME")


def _find_from(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "from":
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def _read_adverb(
    adverb: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    head = adverb.head
    own = {token.i for token in adverb.subtree}
    spans = ((t.idx, t.idx + len(t)) for t in head.subtree if t.i not in own)
    cue = (adverb.idx, adverb.idx + len(adverb))
    link = _link(adverb.doc, None, cue, "adverb")
    yield from _finish(
        adverb.doc, [link], join_parts(spans, get_text(adverb.doc)), frame, quotations
    )


def _read_according(token: Token, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    follower = token.nbor(1)
    head = next((child for child in follower.children if child.dep_ == "pobj"), None)
    if follower.lower_ != "to" or head is None:
        return
    speaker = name_phrase(head)
    cue = (token.idx, follower.idx + len(follower))
    content = sentence_content(token.sent, [hull([cue, speaker])])
    after = tuple(part for part in content if part[0] > cue[1])
    before = tuple(part for part in content if part[0] < cue[0])
    kept = content if not before or not after or token.i - token.sent.start < 3 else before + after
    frame = Frame(word="according to", pos="prep", kind="say", stance="asserted")
    link = _link(token.doc, speaker, cue, "according to")
    yield from _finish(token.doc, [link], kept, frame, quotations)


def _find_between_halves(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Join "…," says a name alone, "…": two halves of one sentence with a speaker between."""
    text = get_text(doc)
    halves = []
    for one, other in itertools.pairwise(quotations):
        between = text[one.end : other.start]
        if len(between) > 160 or re.search(r"[.!?]\s|\n\s*\n", between.strip('"“”. ')):
            continue
        owner = next((item for item in found if _touches(item, one)), None)
        rival = next((item for item in found if _touches(item, other)), None)
        if owner is not None and rival is None and text[one.end - 1 : one.end] == ",":
            halves.append(structs.replace(owner, content=((other.start, other.end),)))
    return halves


def _find_labelled(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Read a speaker's label before a quotation: "Minister: “…”"."""
    labelled = []
    for match in _LABEL.finditer(get_text(doc)):
        item = next((item for item in quotations if 0 <= item.start - match.end() <= 1), None)
        if item is None or any(_touches(other, item) for other in found):
            continue
        link = _link(doc, match.span(1), None, "label before a quotation")
        labelled.append(_make([link], ((item.start, item.end),), "say", "asserted", "label"))
    return labelled


def _continue_speakers(
    doc: Doc, quotations: Sequence[Quotation], found: Sequence[Attribution]
) -> list[Attribution]:
    """Give a quotation without a cue to the speaker quoted just before it in the same paragraph."""
    text = get_text(doc)
    continued: list[Attribution] = []
    for item in quotations:
        if item.end - item.start < _SHORTEST_FREE_QUOTE or any(_touches(o, item) for o in found):
            continue
        before = [
            other
            for other in (*found, *continued)
            if other.links[-1].manner != "indirect"
            and hull(other.content)[1] <= item.start
            and not re.search(r"\n", text[hull(other.content)[1] : item.start])
        ]
        if before:
            last = max(before, key=lambda other: hull(other.content))
            links = tuple(structs.replace(link, pattern="goes on speaking") for link in last.links)
            continued.append(
                structs.replace(
                    last, links=links, content=((item.start, item.end),), pattern="goes on speaking"
                )
            )
    return continued


def _touches(attribution: Attribution, item: Quotation) -> bool:
    return any(overlap(part, (item.start, item.end)) for part in attribution.content)


def _finish(
    doc: Doc,
    links: Sequence[Link],
    content: Sequence[Part],
    frame: Frame,
    quotations: Sequence[Quotation],
) -> Iterator[Attribution]:
    """Trim a content, mark how it is given, and yield the saying if anything is left of it."""
    text = get_text(doc)
    holes = [span for link in links for span in (link.speaker_span, link.cue_span) if span]
    whole = widen_to_quotations(content, quotations, holes, text)
    parts = cut_out(whole, holes, text)
    if not parts:
        return
    manner: Manner = judge_manner(parts, quotations)
    marked = [structs.replace(link, manner=manner) for link in links]
    yield _make(marked, parts, frame.kind, frame.stance, links[-1].pattern)


def _make(
    links: Sequence[Link], content: tuple[Part, ...], kind: str, stance: Stance, pattern: str
) -> Attribution:
    return Attribution(
        links=tuple(links), content=content, stance=stance, kind=kind, pattern=pattern
    )


def _link(
    doc: Doc, speaker: Part | None, cue: Part | None, pattern: str, *, role: Role = "speaker"
) -> Link:
    return Link(
        role=role,
        speaker=None if speaker is None else slice_text(doc, *speaker),
        manner="indirect",
        cue=None if cue is None else slice_text(doc, *cue),
        speaker_span=speaker,
        cue_span=cue,
        pattern=pattern,
    )


def _relay_links(verb: Token, frame: Frame) -> list[Link]:
    """Return the outlet that was told: "X told Reuters" reaches us through Reuters."""
    relay = find_relay(verb) if frame.kind == "say" else None
    if relay is None:
        return []
    return [_link(verb.doc, name_phrase(relay), _cue_span(verb), "told to", role="relay")]


def name_phrase(head: Token) -> Part:
    """Return the words of a speaker: their phrase without relative clauses and what follows."""
    tokens = [head]
    for child in head.children:
        if child.dep_ in ("relcl", "acl", "cc", "conj", "punct", "prep", "advmod", "ccomp", "case"):
            if child.dep_ in ("conj", "cc") or (
                child.dep_ == "prep" and child.lower_ in ("of", "in", "for", "at")
            ):
                tokens.extend(child.subtree)
            continue
        tokens.extend(child.subtree)
    tokens = [token for token in tokens if not token.is_space]
    start = min(token.idx for token in tokens)
    end = max(token.idx + len(token) for token in tokens)
    words = get_text(head.doc)[start:end].rstrip(" ,;:—–-\n")
    return start, max(start + len(words), head.idx + len(head))


def _belongs_to_name(child: Token, head: Token) -> bool:
    """Tell "an official at X" from "Y, in a cable": a full name takes only "of"."""
    if child.dep_ != "prep":
        return False
    return child.lower_ == "of" or (
        head.pos_ != "PROPN" and child.lower_ in ("in", "for", "at", "from", "with")
    )


def _cue_span(verb: Token) -> Part:
    auxiliaries = [
        child
        for child in verb.children
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - verb.i) <= 2
    ]
    spans = [(token.idx, token.idx + len(token)) for token in (verb, *auxiliaries)]
    return hull(spans)


def _subtree_without_mark(head: Token) -> tuple[Part, ...]:
    spans = (
        (token.idx, token.idx + len(token))
        for token in head.subtree
        if not (token.dep_ == "mark" and token.lower_ == "that" and token.head == head)
    )
    return join_parts(spans, get_text(head.doc))


def _drop_repeats(found: Sequence[Attribution]) -> list[Attribution]:
    """Drop a saying whose content and speaker another one has already."""
    kept: list[Attribution] = []
    for item in found:
        spans = (item.content, item.links[-1].speaker_span)
        if not any((other.content, other.links[-1].speaker_span) == spans for other in kept):
            kept.append(item)
    return kept
