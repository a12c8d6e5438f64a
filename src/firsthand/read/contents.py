"""Contents: the words that a cue says are said."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Span, Token

from firsthand.model.spans import Part, join_parts, overlap
from firsthand.read.countings import find_counted, find_figure
from firsthand.read.frames import Frame
from firsthand.read.glosses import drop_glosses
from firsthand.text.clauses import tokens_to_parts
from firsthand.text.parses import get_text

_CLAUSE_HEADS = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "NUM", "PRON"})
_CLAUSE_MARKS = frozenset({"that", "whether"})
_SHOWN = frozenset({"dobj", "prep", "advmod", "acl", "oprd", "xcomp"})
_NAMING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "CCONJ", "PART"})
_HELPERS = frozenset({"aux", "auxpass", "mark", "cop"})
_QUESTIONS = frozenset({"when", "where", "how", "why"})
_PLACES = frozenset(
    {
        "clause",
        "fact",
        "action",
        "object",
        "quote",
        "as",
        "picture",
        "figure",
        "tally",
        "then-action",
    }
)
_TELLING = frozenset({"tell", "inform", "notify", "remind", "assure", "warn"})
_MEDIA_PREPOSITIONS = frozenset({"in", "on", "to", "via", "at", "during", "through", "with"})
# "spoke on condition of anonymity" is about nothing.
_NO_TOPICS = frozenset({"condition", "behalf", "grounds", "camera", "phone", "telephone", "radio"})
# What a picture or a document shows is its content; what a person shows is not.
_SHOWING = frozenset(
    """
    video footage picture photo photograph image map tape clip film poll survey average analysis
    study datum data figure number record document report chart graph result test examination
    autopsy x-ray scan transcript email letter cable statistic estimate it which that
    """.split()
)
# These say something even without an agent: "a ceasefire was announced".
_REPORTED = frozenset({"announce", "report", "confirm", "allege"})
_MARKS = " ,;:—–-.\"“”'\n"
_BLANKS = " ,;:—–\n\t"


def find_content(cue: Token, frame: Frame) -> tuple[Part, ...]:
    """Return the words a cue governs in the places its frame names; a clause goes before all."""
    inner = _find_clause(cue, frame)
    if inner is None and "as" in frame.takes:
        named = list(_find_named(cue))
        if named:
            return _words_of(named, cue)
    inner = inner or _find_action(cue, frame)
    if inner is not None:
        return () if _is_request_for_silence(inner) else _words_of([inner], cue)
    return _words_of([*_find_objects(cue, frame), *_find_after(cue, frame)], cue)


def find_passive_content(cue: Token, frame: Frame) -> tuple[Part, ...]:
    """Return what is said by a passive: "it was reported that", "X is said to", "was denied"."""
    if frame.takes == {"quote"}:
        return ()  # "guards were posted to prevent it"
    subject = next((child for child in cue.children if child.dep_ == "nsubjpass"), None)
    if "figure" in frame.takes:
        return _words_of(list(find_figure(cue)), cue)
    clause = _find_clause(cue, frame)
    if clause is not None and not any(child.lower_ == "to" for child in clause.lefts):
        return _words_of([clause], cue)
    action = clause or next(
        (child for child in cue.rights if child.dep_ in ("xcomp", "oprd") or child.lower_ == "as"),
        None,
    )
    others = list(_find_after(cue, frame))
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return _words_of([*([action] if action is not None else []), *others], cue)
    if action is not None:
        return _words_of([subject, action], cue)
    agent = any(child.dep_ == "agent" for child in cue.children)
    if "object" in frame.takes and not others and (agent or frame.word in _REPORTED):
        return _words_of([subject], cue)
    return _words_of(others, cue)


def _find_clause(cue: Token, frame: Frame) -> Token | None:
    if not frame.takes & {"clause", "fact"}:
        return None
    for test in (_is_clause, _is_bare_clause):
        for child in cue.children:
            if test(child, cue) and ("clause" in frame.takes or _is_fact(child)):
                return child
    if frame.pos == "noun":
        return _find_clause_of_owner(cue)
    return _find_clause_behind(cue) if frame.pos == "verb" and "clause" in frame.takes else None


def _find_clause_behind(verb: Token) -> Token | None:
    """Return a clause the parser hung on where it is said: "said in a statement that X fell"."""
    nouns: list[Token] = []
    for child in verb.rights:
        if child.dep_ in ("dobj", "dative") and verb.lemma_ in _TELLING:
            nouns.append(child)
        if child.dep_ == "prep" and child.lower_ in _MEDIA_PREPOSITIONS:
            nouns += child.rights
    for noun in nouns:
        for clause in noun.rights:
            if clause.dep_ in ("acl", "relcl") and _is_whole_clause(clause):
                return clause
    return None


def _is_fact(clause: Token) -> bool:
    """Tell "insist that he was there" from "insist that he be there"."""
    if any(child.tag_ == "MD" for child in clause.lefts):
        return False
    verbs = (clause, *(child for child in clause.lefts if child.dep_ in ("aux", "auxpass")))
    return any(verb.tag_ in ("VBD", "VBZ", "VBP") for verb in verbs)


def _find_clause_of_owner(noun: Token) -> Token | None:
    """Return a clause the parser hung on whose claim it is: "a claim by the army that X died"."""
    for child in noun.rights:
        if child.dep_ in ("acl", "relcl") and _is_whole_clause(child):
            return child
        if child.dep_ not in ("prep", "agent") or child.lower_ not in ("by", "from", "of"):
            continue
        for owner in child.rights:
            for clause in owner.rights:
                if clause.dep_ in ("acl", "relcl") and _is_whole_clause(clause):
                    return clause
    return None


def _is_whole_clause(clause: Token) -> bool:
    """Tell a clause after "that" that lacks nothing, so that "that" stands for nobody in it."""
    opening = clause.left_edge
    if opening.lower_ != "that" or opening.head != clause:
        return False
    others = [child for child in clause.children if child != opening]
    if not any(child.dep_ in ("nsubj", "nsubjpass") for child in others):
        return False
    return (
        opening.tag_ == "IN"
        or opening.dep_ == "mark"
        or any(child.dep_ in ("dobj", "auxpass", "attr", "acomp") for child in others)
    )


def _is_clause(child: Token, cue: Token) -> bool:
    if child.dep_ in ("ccomp", "parataxis"):
        return child.pos_ in _CLAUSE_HEADS and not _stands_before_semicolon(child, cue)
    if child.dep_ == "prep" and child.lower_ == "that":
        return child.i > cue.i
    return (
        child.dep_ in ("acl", "relcl", "advcl", "csubj")
        and child.i > cue.i
        and any(token.dep_ == "mark" and token.lower_ in _CLAUSE_MARKS for token in child.lefts)
    )


def _stands_before_semicolon(child: Token, cue: Token) -> bool:
    """Tell the first of two sayings: "the army says X; residents insist that Y"."""
    following = child.right_edge.i + 1
    return child.i < cue.i and following < cue.i and child.doc[following].text == ";"


def _is_bare_clause(child: Token, cue: Token) -> bool:
    """Tell a clause after a cue the parser took for a circumstance: "said in May it rained"."""
    if child.dep_ != "advcl" or child.i < cue.i or cue.pos_ not in ("VERB", "AUX", "ADJ"):
        return False
    if child.left_edge.i == cue.i + 1 and child.left_edge.lower_ in _QUESTIONS:
        return True
    lefts = list(child.lefts)
    return any(token.dep_ in ("nsubj", "nsubjpass") for token in lefts) and not any(
        token.dep_ == "mark" or token.tag_ == "WRB" for token in lefts
    )


def _find_action(cue: Token, frame: Frame) -> Token | None:
    if "action" not in frame.takes:
        return None
    for child in cue.rights:
        if child.dep_ in ("xcomp", "ccomp", "acl", "advcl") and _is_action(child):
            return child
    return None


def _is_action(child: Token) -> bool:
    """Tell "to go", "going" and "having gone" from other clauses."""
    if any(token.dep_ == "aux" and token.lower_ == "to" for token in child.lefts):
        return True
    if child.dep_ not in ("xcomp", "ccomp"):
        return False
    return child.tag_ == "VBG" or any(token.lower_ == "having" for token in child.lefts)


def _find_objects(cue: Token, frame: Frame) -> Iterator[Token]:
    if "object" in frame.takes:
        relative = _find_relative_object(cue)
        if relative is not None:
            yield relative
        for child in cue.rights:
            if child.dep_ == "dobj" and child.tag_ not in ("WP", "WDT"):
                yield child
    yield from find_counted(cue, frame.takes)
    if "picture" in frame.takes:
        holder = cue.head if cue.dep_ == "xcomp" else cue
        subject = next((child for child in holder.lefts if child.dep_ == "nsubj"), None)
        if subject is not None and subject.lemma_.casefold() in _SHOWING:
            yield from (child for child in cue.rights if child.dep_ in _SHOWN)


def _find_named(cue: Token) -> Iterator[Token]:
    """Yield what somebody is called: "called the raid a mistake", "described it as a mistake"."""
    names = [
        child
        for child in cue.rights
        if child.dep_ == "oprd"
        or (child.dep_ == "prep" and child.lower_ == "as")
        or (child.pos_ == "ADJ" and child.left_edge.lower_ == "as")
        or (child.dep_ == "ccomp" and not any(word.dep_ in _HELPERS for word in child.lefts))
    ]
    if names:
        yield from (child for child in cue.rights if child.dep_ == "dobj")
        yield from names


def _find_relative_object(cue: Token) -> Token | None:
    """Return what a relative clause says is said: "the plan, which the council rejected"."""
    if cue.dep_ != "relcl" or any(child.dep_ == "dobj" for child in cue.rights):
        return None
    subject = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ in ("WP", "WDT"):
        return None
    return cue.head


def _find_after(cue: Token, frame: Frame) -> Iterator[Token]:
    """Yield the words after a preposition that introduces what a cue is about."""
    prepositions = frame.takes - _PLACES
    for child in (*cue.rights, *_list_acts_of_accused(cue, frame)):
        if child.dep_ != "prep" or child.lower_ not in prepositions:
            continue
        for word in child.children:
            topic = word.ent_type_ != "DATE" and word.lemma_ not in _NO_TOPICS
            if word.dep_ in ("pcomp", "pobj") and topic:
                yield word
        if "then-action" in frame.takes:
            yield from (word for word in cue.rights if word.i > child.i and _is_action(word))


def _list_acts_of_accused(cue: Token, frame: Frame) -> Iterator[Token]:
    """List what the parser hung on the accused: "accused the rebels of mining the road"."""
    if frame.kind != "claim" or frame.pos != "verb":
        return
    for child in cue.rights:
        if child.dep_ == "dobj":
            yield from (word for word in child.rights if word.dep_ == "prep")


def _is_request_for_silence(head: Token) -> bool:
    """Tell "asked not to be named" from a demand about what happened."""
    return head.lemma_ in ("name", "identify", "quote") and any(
        child.dep_ == "neg" for child in head.children
    )


def find_head_content(cue: Token) -> tuple[Part, ...]:
    """Return the clause a cue is put into, or after: "The road, he said, was closed"."""
    head = cue.head
    if head == cue:
        return _find_leading_words(cue)
    complete = any(child.dep_ in ("xcomp", "dobj", "ccomp") for child in cue.rights)
    if cue.dep_ == "advcl" and not complete and any(word.lower_ == "as" for word in cue.lefts):
        own = {token.i for token in cue.subtree}
        return tokens_to_parts([token for token in head.subtree if token.i not in own])
    if cue.dep_ in ("parataxis", "ccomp", "advcl", "conj") and head.pos_ in ("VERB", "AUX"):
        own = {token.i for part in (cue, *_list_others(cue, head)) for token in part.subtree}
        if cue.dep_ == "parataxis" or _stands_after_comma(cue, head):
            return tokens_to_parts([token for token in head.subtree if token.i not in own])
    return _find_words_before_last(cue)


def _list_others(cue: Token, head: Token) -> Iterator[Token]:
    """List clauses after a parenthesis that are somebody else's: "X, they say, but Y denies"."""
    for child in head.rights:
        other = child.dep_ == "conj" and child.i > cue.i
        if other and any(word.dep_ in ("nsubj", "nsubjpass") for word in child.lefts):
            words = [word for word in head.rights if cue.i < word.i < child.i]
            if any(word.lower_ in ("but", "yet", "while") for word in words):
                yield from (child, *words)


def _find_words_before_last(cue: Token) -> tuple[Part, ...]:
    """Return what stands before ", NOUN CUE." whatever the parser made of the end."""
    doc, end = cue.doc, cue.sent.end
    if any(not token.is_punct and not token.is_space for token in doc[cue.i + 1 : end]):
        return ()
    if cue.tag_ not in ("VBD", "VBN", "VBZ") or any(word.dep_ == "auxpass" for word in cue.lefts):
        return ()
    index = cue.i - 1
    while index > cue.sent.start and doc[index].pos_ in _NAMING:
        index -= 1
    if doc[index].text != "," or index == cue.i - 1 or index - cue.sent.start < 3:
        return ()
    return tokens_to_parts(list(doc[cue.sent.start : index]))


def _find_leading_words(cue: Token) -> tuple[Part, ...]:
    """Return what stands before ", she said" at the end of a sentence without a verb of its own."""
    start, stop = cue.sent.start, cue.i
    if not any(child.dep_ == "nsubj" for child in cue.rights):
        rest = [token for token in cue.rights if not token.is_punct and not token.is_space]
        subject = next((word for word in reversed(list(cue.lefts)) if word.dep_ == "nsubj"), None)
        if rest or subject is None:
            return ()
        stop = subject.left_edge.i
    if stop - start < 2 or cue.doc[stop - 1].text != ",":
        return ()
    return tokens_to_parts(list(cue.doc[start:stop]))


def cut_out(parts: Sequence[Part], holes: Sequence[Part], text: str) -> tuple[Part, ...]:
    """Return parts without the words of a speaker and a cue."""
    kept = list(parts)
    for hole in holes:
        cut: list[Part] = []
        for start, end in kept:
            if not overlap((start, end), hole):
                cut.append((start, end))
                continue
            cut += [(start, hole[0]), (hole[1], end)]
        kept = cut
    trimmed = (_trim(part, text) for part in join_parts(kept, text))
    return tuple(part for part in trimmed if part[0] < part[1])


def find_surrounding_content(token: Token, known_by: Part) -> tuple[Part, ...]:
    """Return what stands around a source: its sentence, or the clause that it stands in.

    "The mission said that, according to villagers, soldiers came": the mission passes it on.
    """
    clause = token.head
    if clause.dep_ != "ccomp" or not clause.head.i < token.i < clause.i:
        return sentence_content(token.sent, [known_by])
    words = [word for word in clause.subtree if word.lower_ != "that" or word.head != clause]
    return cut_out(tokens_to_parts(words), [known_by], get_text(token.doc))


def sentence_content(sentence: Span, holes: Sequence[Part]) -> tuple[Part, ...]:
    """Return the words of a sentence without some of them."""
    text = get_text(sentence.doc)
    end = sentence.start_char + len(sentence.text.rstrip())
    return cut_out([(sentence.start_char, end)], holes, text)


def _words_of(heads: Sequence[Token], cue: Token) -> tuple[Part, ...]:
    """Return the words under some heads, without the cue's own and a leading "that"."""
    tokens: dict[int, Token] = {}
    for head in heads:
        inside = {token.i for token in cue.subtree} if head.is_ancestor(cue) else frozenset()
        words = [token for token in head.subtree if token.i not in inside]
        joining = words[0].dep_ in ("mark", "prep") or _is_whole_clause(head) if words else False
        if joining and words[0].lower_ == "that":
            words = words[1:]
        tokens.update((token.i, token) for token in drop_glosses(words))
    return tokens_to_parts([tokens[index] for index in sorted(tokens)])


def _trim(part: Part, text: str) -> Part:
    """Drop blanks and commas at both ends; a part of mere marks becomes empty."""
    words = text[part[0] : part[1]]
    if not words.strip(_MARKS):
        return part[0], part[0]
    start = part[0] + len(words) - len(words.lstrip(_BLANKS))
    return start, start + len(words.strip(_BLANKS))


def _stands_after_comma(cue: Token, head: Token) -> bool:
    left = cue.left_edge.i
    if cue.dep_ == "conj" and any(child.dep_ == "cc" for child in head.children):
        return False
    return cue.i > head.i and left > 0 and cue.doc[left - 1].text == ","
