"""Attributions: who is said to say what, and through whom."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs
from spacy.tokens import Doc, Token

from firsthand.model.attributions import Attribution, Link, Role
from firsthand.model.reports import Credit
from firsthand.model.spans import Part, hull, join_parts, overlap
from firsthand.read.contents import (
    cut_out,
    find_content,
    find_head_content,
    find_passive_content,
    find_surrounding_content,
)
from firsthand.read.cues import (
    MEASURES,
    NEVER_SPEAKERS,
    QUOTE,
    UNSURE,
    find_role,
    is_no_saying,
    judge_cue,
    may_end_before,
)
from firsthand.read.frames import Frame, find_frames, is_passive_cue
from firsthand.read.quotes import (
    find_announced_content,
    find_content_before,
    find_quoted_content,
    judge_manner,
    widen_to_quotations,
)
from firsthand.read.relays import find_cited, find_relays
from firsthand.read.speakers import (
    cue_span,
    find_agent,
    find_holder,
    find_inverted,
    find_owner,
    find_speaker,
    name_phrase,
    widen_inverted,
)
from firsthand.read.speeches import join_speeches
from firsthand.text.parses import get_text, slice_text
from firsthand.text.quotations import Quotation, find_overlapping, find_quotations

# Longer ones are tables or noise: nobody writes them, and their trees are deep without sense.
LONGEST_SENTENCE = 400

_CREDIT = re.compile(r"\(([A-Z][\w.&' -]{1,40})\)\s+[-–—]{1,2}\s")
_ACCORDING = Frame(
    word="according to", pos="prep", kind="say", stance="asserted", takes=frozenset()
)
# Attitudes are somebody's; a report or a warning may come without a name.
_OWNED = frozenset({"attitude", "react", "think", "want", "intend", "ask", "know", "demand"})


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Find the acts of saying in a report; which holds which shows in their contents."""
    quotations = find_quotations(get_text(doc))
    sentences = (sentence for sentence in doc.sents if len(sentence) <= LONGEST_SENTENCE)
    found = _drop_repeats(
        item
        for sentence in sentences
        for token in sentence
        for item in _read_token(token, quotations)
    )
    joined = join_speeches(doc, quotations, found)
    return tuple(sorted(joined, key=lambda item: (hull(item.content), item.kind, item.pattern)))


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
    if token.lower_ in ("words", "phrase") and token.dep_ == "pobj":
        yield from _read_words_of(token, quotations)
        return
    for frame in find_frames(token):
        found = list(_read_frame(token, frame, quotations))
        if found:
            yield from found
            return


def _read_frame(
    token: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    frame = structs.replace(frame, stance=judge_cue(token, frame))
    if frame.pos == "verb":
        passive = is_passive_cue(token)
        yield from (_read_passive if passive else _read_verb)(token, frame, quotations)
    elif frame.pos == "noun":
        yield from _read_noun(token, frame, quotations)
    elif frame.pos == "adj":
        yield from _read_adjective(token, frame, quotations)
    else:
        yield from _read_adverb(token, frame, quotations)


def _read_verb(verb: Token, frame: Frame, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    speaker = find_speaker(verb)
    if is_no_saying(verb, speaker):
        return
    if find_inverted(verb) is not None:
        frame = structs.replace(frame, takes=frame.takes - {"object"})
    content = find_content(verb, frame)
    if not content and frame.takes & {"clause", "quote"}:
        content = find_head_content(verb)
    cue = cue_span(verb)
    named = None if speaker is None else widen_inverted(verb, name_phrase(speaker))
    if "quote" in frame.takes:
        saying = cue if named is None else hull([cue, named])
        content = (*content, *_find_quoted(verb, saying, content, quotations))
        content = content or find_announced_content(verb) or find_content_before(verb)
    if not content or (named is None and not _may_lack_speaker(verb)):
        return
    links = [
        *_relay_links(verb, speaker),
        _link(verb.doc, named, cue, f"{frame.kind} verb", role=find_role(verb, speaker)),
        *_cited_links(verb, speaker),
    ]
    yield from _finish(verb.doc, links, content, frame, quotations)


def _find_quoted(
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
        or (part[1] <= saying[0] and may_end_before(verb, part))
        or part[0] >= edge[1]
    )


def _may_lack_speaker(verb: Token) -> bool:
    return verb.tag_ == "VBG" and verb.dep_ in ("advcl", "acl")


def _read_passive(
    verb: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Read "X was quoted by Y as saying", "it was reported that", "X is said to have"."""
    doc = verb.doc
    subject = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    agent = find_agent(verb)
    if verb.lemma_ in QUOTE and subject is not None:
        tail = [child for child in verb.rights if child.lower_ in ("as", "to") or child == agent]
        agent = agent or next(
            (found for child in tail for word in child.rights if (found := find_agent(word))), None
        )
        agent_span = None if agent is None else name_phrase(agent)
        content = _find_reported(verb, quotations)
        links = [_link(doc, name_phrase(subject), cue_span(verb), "was quoted")]
        if agent_span is not None:
            links.insert(0, _link(doc, agent_span, cue_span(verb), "quoted by", role="relay"))
        yield from _finish(doc, links, content, frame, quotations)
        return
    agent_span = None if agent is None else name_phrase(agent)
    content = find_passive_content(verb, frame)
    if not content and verb.dep_ in ("advcl", "parataxis"):
        content = find_head_content(verb)
    if agent is None and frame.kind in _OWNED:
        return
    if (
        verb.lemma_ in ("say", "claim", "report")
        and agent_span is None
        and frame.stance == "asserted"
    ):
        frame = structs.replace(frame, stance="alleged")
    links = [_link(doc, agent_span, cue_span(verb), f"passive {frame.kind}")]
    yield from _finish(doc, links, content, frame, quotations)


def _find_reported(verb: Token, quotations: Sequence[Quotation]) -> tuple[Part, ...]:
    """Return what is quoted after "was quoted by X as saying / to have said"."""
    doc = verb.doc
    tail = [
        token
        for child in verb.rights
        if child.dep_ in ("xcomp", "advcl", "prep", "ccomp", "oprd")
        for token in child.subtree
    ]
    sayings = [token for token in tail if token.tag_ == "VBG" or token.lemma_ == "say"]
    for token in sayings:
        contents = (find_content(token, frame) for frame in find_frames(token))
        content = next((parts for parts in contents if parts), ())
        if content:
            return content
    end = max((_end(token) for token in tail), default=_end(verb))
    words = find_overlapping(quotations, verb.idx, max(end, verb.idx + 90))
    if words:
        return tuple((item.start, item.end) for item in words)
    if sayings:
        subject = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), verb)
        before = find_quoted_content(doc, (subject.left_edge.idx, end), quotations)
        return before or find_head_content(verb)
    if not any(child.lower_ == "as" for child in verb.rights):
        return ()  # "was cited for bravery"
    return join_parts(((token.idx, _end(token)) for token in tail), get_text(doc))


def _read_noun(noun: Token, frame: Frame, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    """Read "X's claim that", "reports of shelling", "a statement by X that"."""
    content = find_content(noun, frame) or _find_equated(noun, frame)
    if not content and noun.i + 1 < len(noun.doc) and noun.nbor().text == ":":
        beside = (noun.idx, _end(noun))
        content = find_quoted_content(noun.doc, beside, quotations) or find_announced_content(noun)
    if not content or (noun.dep_ == "nsubj" and find_frames(noun.head)):
        return
    speaker = find_owner(noun)
    if speaker is None and _is_medium(noun):
        return
    span = None if speaker is None else name_phrase(speaker)
    if span is None and frame.kind in _OWNED and not _is_there(noun):
        return
    if span is None and frame.kind == "say":
        span = (noun.left_edge.idx, _end(noun))
    links = [_link(noun.doc, span, cue_span(noun), f"{frame.kind} noun")]
    yield from _finish(noun.doc, links, content, frame, quotations)


def _is_medium(noun: Token) -> bool:
    """Tell "the ministry said in a statement that it rained": the ministry says it."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("in", "on", "via"):
        return False
    clause = any(child.dep_ in ("acl", "relcl") for child in noun.rights)
    return clause and any(frame.pos == "verb" for frame in find_frames(verb))


def _is_there(noun: Token) -> bool:
    """Tell "there are calls for", which says itself that nobody is named."""
    return noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.children)


def _find_equated(noun: Token, frame: Frame) -> tuple[Part, ...]:
    """Return what a noun is said to be: "his view is that the road was closed"."""
    if noun.dep_ != "nsubj" or noun.head.lemma_ != "be" or find_owner(noun) is None:
        return ()
    return find_content(noun.head, frame)


def _read_adjective(
    adjective: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    """Read "X is aware that", "residents worried about"."""
    holder = find_holder(adjective)
    if holder is None or holder.lower_ in (*NEVER_SPEAKERS, "it"):
        return
    content = find_content(adjective, frame)
    links = [_link(adjective.doc, name_phrase(holder), cue_span(adjective), f"{frame.kind} adj")]
    yield from _finish(adjective.doc, links, content, frame, quotations)


def _read_adverb(
    adverb: Token, frame: Frame, quotations: Sequence[Quotation]
) -> Iterator[Attribution]:
    own = {token.i for token in adverb.subtree}
    spans = ((t.idx, _end(t)) for t in adverb.head.subtree if t.i not in own)
    content = join_parts(spans, get_text(adverb.doc))
    link = _link(adverb.doc, None, cue_span(adverb), "adverb")
    yield from _finish(adverb.doc, [link], content, frame, quotations)


def _read_according(token: Token, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    follower = token.nbor(1)
    head = next((child for child in follower.children if child.dep_ == "pobj"), None)
    if follower.lower_ != "to" or head is None or head.lemma_ in MEASURES:
        return
    speaker = name_phrase(head)
    cue = (token.idx, follower.idx + len(follower))
    links = [
        *_relay_links(token, head),
        _link(token.doc, speaker, cue, "according to"),
        *_cited_links(token, head),
    ]
    about = [child for child in head.rights if child.dep_ in ("relcl", "acl", "appos")]
    known_by = hull(
        [*_list_spans(links), *((word.left_edge.idx, _end(word.right_edge)) for word in about)]
    )
    content = find_surrounding_content(token, known_by)
    unsure = any(child.lower_ in UNSURE for child in head.lefts)
    frame = structs.replace(_ACCORDING, stance="alleged") if unsure else _ACCORDING
    yield from _finish(token.doc, links, content, frame, quotations)


def _read_words_of(words: Token, quotations: Sequence[Quotation]) -> Iterator[Attribution]:
    """Read "in the words of the accused, the prisoners had to go"."""
    opening = words.head
    owner = find_owner(words) or next(
        (pobj for child in words.rights if child.lower_ == "of" for pobj in child.rights), None
    )
    if opening.lower_ != "in" or opening.head.pos_ not in ("VERB", "AUX") or owner is None:
        return
    own = {token.i for token in (*opening.subtree, *owner.subtree)}
    told = [token for token in opening.head.subtree if token.i not in own]
    if told and told[0].lower_ == "that":
        told = told[1:]
    content = join_parts(((token.idx, _end(token)) for token in told), get_text(words.doc))
    cue = (opening.idx, _end(words))
    link = _link(words.doc, name_phrase(owner), cue, "in the words of")
    yield from _finish(words.doc, [link], content, _ACCORDING, quotations)


def _end(token: Token) -> int:
    return token.idx + len(token)


def _finish(
    doc: Doc,
    links: Sequence[Link],
    content: Sequence[Part],
    frame: Frame,
    quotations: Sequence[Quotation],
) -> Iterator[Attribution]:
    """Trim a content, mark how it is given, and yield the saying if anything is left of it."""
    text = get_text(doc)
    holes = _list_spans(links)
    whole = widen_to_quotations(content, quotations, holes, text)
    parts = cut_out(whole, holes, text)
    if not parts:
        return
    manner = judge_manner(parts, quotations)
    yield Attribution(
        links=tuple(structs.replace(link, manner=manner) for link in links),
        content=parts,
        stance=frame.stance,
        kind=frame.kind,
        pattern=links[-1].pattern,
    )


def _list_spans(links: Sequence[Link]) -> list[Part]:
    return [span for link in links for span in (link.speaker_span, link.cue_span) if span]


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


def _relay_links(cue: Token, speaker: Token | None) -> list[Link]:
    """Return those through whom words came: "X told Reuters", "a cable uncovered by the bureau"."""
    return [
        _link(cue.doc, name_phrase(item.head), cue_span(item.cue), item.pattern, role="relay")
        for item in find_relays(cue, speaker)
    ]


def _cited_links(cue: Token, speaker: Token | None) -> list[Link]:
    """Return whom a speaker cites, with those through whom their words came."""
    cited = find_cited(cue, speaker)
    if cited is None:
        return []
    span = name_phrase(cited.head)
    said = _link(cue.doc, span, cue_span(cited.cue), cited.pattern)
    return [*_relay_links(cited.cue, cited.head), said]


def _drop_repeats(found: Iterator[Attribution]) -> list[Attribution]:
    """Drop a saying whose content and speaker another one has already."""
    kept: dict[tuple[tuple[Part, ...], Part | None], Attribution] = {}
    for item in found:
        kept.setdefault((item.content, item.links[-1].speaker_span), item)
    return list(kept.values())
