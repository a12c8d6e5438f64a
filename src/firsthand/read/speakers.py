"""Speakers: whose words a cue gives, and which words name them."""

import itertools
from collections.abc import Iterator

from spacy.tokens import Token

from firsthand.model.spans import Part, hull
from firsthand.read.frames import is_passive_cue
from firsthand.text.clauses import find_subject
from firsthand.text.parses import get_text

DOCUMENTS = frozenset(
    """
    cable document report letter memo memorandum video footage statement email message recording
    tape transcript file note record study list photo photograph image article testimony order
    copy draft map log dossier diary telegram dispatch paper clip material data survey affidavit
    complaint communique communiqué leaflet post tweet
    """.split()
)
# An inverted speaker stands at most so many words after the cue.
_FARTHEST_INVERTED = 14

# "urged the mayor to deny": the object of these verbs does what follows.
_OBJECT_ACTS = frozenset(
    """
    urge ask tell order force allow let make help lead get want push press advise instruct command
    convince persuade expect prompt encourage require compel cause enable quote cite hear see
    solicit recruit invite enlist hire beg inspire pressure authorise authorize appoint assign
    """.split()
)
# "leaving many to wonder", which the parser hangs on the leaving.
_LEAVING = frozenset({"leave", "solicit", "recruit", "enlist", "invite"})
# "made a statement", "have doubts": the subject of these verbs is who says or holds it.
_LIGHT = frozenset(
    """
    make give issue express have offer voice deliver release file raise repeat reiterate announce
    post publish submit hold share present send provide cast spread get maintain keep unveil
    release outline propose state write sign read put
    """.split()
)
_QUOTING = frozenset({"quote", "cite"})
_SAYINGS = frozenset({"tweet", "write", "post", "add", "recall", "report", "say", "warn", "state"})
_CLOSING_MARKS = frozenset({"”", '"', "»", "’", "'", "''"})
_BREAKS = _CLOSING_MARKS | {",", "—", "–", "--"}
_OUTSIDE_NAMES = frozenset({"relcl", "acl", "punct", "advmod", "ccomp", "case", "prep", "cc"})
_ENDS_OF_NAMES = frozenset({"relcl", "advcl", "ccomp"})
# What cannot speak or promise itself; a relative clause about these speaks of whose they are.
_POWERLESS = frozenset(
    """
    obligation duty commitment responsibility promise role policy position behaviour behavior
    action decision right law rule interest power influence silence failure attitude intention
    border territory support help aid
    """.split()
)
_OWN_CLAUSE = frozenset({"nsubj", "nsubjpass", "auxpass", "mark"})
_STEPS_OF_NAMES = frozenset({"appos", "compound"})
_DASHES = frozenset({"-", "--", "–", "—", ":", ";"})
_PLACE_PREPOSITIONS = frozenset({"in", "for", "at", "from", "with", "on"})


def find_speaker(verb: Token) -> Token | None:
    """Return the head of a cue verb's speaker: its subject, or the agent of a passive."""
    if is_passive_cue(verb):
        return find_agent(verb)
    found = find_inverted(verb) or _find_apposed(verb) or _find_doer_behind_dash(verb)
    found = found or _find_doer(verb, steps=4)
    return found or _find_doer_of_aside(verb) or _find_neighbour(verb)


def find_inverted(verb: Token) -> Token | None:
    """Return a speaker right after a quotation's cue: "…," warned the envoy, "…"."""
    if verb.i == 0 or any(child.dep_ == "nsubj" for child in verb.children):
        return None
    before = verb.doc[verb.i - 1].text
    if before not in _CLOSING_MARKS and not (before == "," and _is_put_behind(verb)):
        return None
    return next((child for child in verb.rights if child.dep_ == "dobj"), None)


def _is_put_behind(verb: Token) -> bool:
    """Tell "The road was closed, tweeted the mayor." from "He wrote, posted the letter, left"."""
    if verb.dep_ != "conj" or verb.tag_ not in ("VBD", "VBZ") or verb.lemma_ not in _SAYINGS:
        return False
    if any(child.dep_ in ("cc", "conj") for child in verb.children):
        return False
    if any(child.dep_ == "cc" for child in verb.head.children):
        return False
    named = next((child for child in verb.rights if child.dep_ == "dobj"), verb)
    return named.pos_ == "PROPN" or find_trailing_name(named) is not None


def _find_apposed(verb: Token) -> Token | None:
    """Return a speaker whom the parser hung on the words before: "…, its head, X Y, told Z"."""
    if verb.dep_ not in ("conj", "advcl") or verb.i < 2 or verb.nbor(-1).text != ",":
        return None
    helped = any(child.dep_ in _OWN_CLAUSE for child in verb.children)
    if helped or verb.tag_ != "VBD":
        return None
    noun, found = verb.nbor(-2), None
    steps = _STEPS_OF_NAMES | ({"pobj", "prep", "conj"} if verb.dep_ == "advcl" else frozenset())
    while noun.dep_ in steps and noun.sent == verb.sent:
        apposed = noun.dep_ in ("appos", "conj") and noun.left_edge.i > 0
        if apposed and noun.doc[noun.left_edge.i - 1].text == ",":
            found = noun
        noun = noun.head
    return found


def _find_doer_behind_dash(verb: Token) -> Token | None:
    """Return whose sentence it is: "X dismissed claims that Y lied — saying that Z"."""
    opening = verb.left_edge
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or opening.i == verb.sent.start:
        return None
    if opening.nbor(-1).text not in ("—", "–", "--") or verb.head.dep_ not in ("acl", "ccomp"):
        return None
    return _find_doer(verb.sent.root, steps=0)


def _find_doer_of_aside(verb: Token) -> Token | None:
    """Return a subject that the parser gave to the aside: "X, quoting Y, said"."""
    asides = (child for child in verb.lefts if child.dep_ == "advcl" and child.tag_ == "VBG")
    subjects = (word for aside in asides for word in aside.lefts if word.dep_ == "nsubj")
    return next(subjects, None)


def _find_neighbour(verb: Token) -> Token | None:
    """Return the noun right before a finite verb that the parser gave no subject."""
    last = verb.tag_ == "VBN" and verb.i + 1 < len(verb.doc) and verb.nbor().text in ".!?"
    if not (last or verb.tag_ in ("VBD", "VBZ", "VBP")) or any(
        word.dep_ == "expl" for word in verb.lefts
    ):
        return None
    index = verb.i - 1
    while index > verb.sent.start and verb.doc[index].pos_ in ("ADV", "AUX"):
        index -= 1
    noun = verb.doc[max(index, 0)]
    if noun.pos_ not in ("PROPN", "NOUN", "PRON") or noun.i >= verb.i:
        return None
    while noun.dep_ in ("compound", "flat") and noun.head.i < verb.i:
        noun = noun.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.i < noun.i:
        noun = noun.head.head  # "The office of the governor reports:"
    if noun.dep_ == "nmod" and noun.head == verb and verb.head.lower_ == "of":
        noun = verb.head.head
    return _find_first_joined(noun)


def _find_first_joined(noun: Token) -> Token:
    """Return the first of joined nouns after a comma: "…, residents and an official said"."""
    first = noun
    while first.dep_ == "conj" and first.doc[first.left_edge.i - 1].text != ",":
        first = first.head
    return first if first.dep_ == "conj" else noun


def find_agent(verb: Token) -> Token | None:
    """Return the head of the words after "by"."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def find_owner(noun: Token) -> Token | None:
    """Return whose words a noun names: "X's claim", "a claim by X", "X made a claim"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    owner = owner or find_agent(noun) or _find_after(noun, ("from", "among"))
    if owner is not None:
        return owner
    if noun.dep_ in ("dobj", "attr") and noun.head.lemma_ in _LIGHT:
        return find_speaker(noun.head)
    return None


def find_holder(adjective: Token) -> Token | None:
    """Return who is said to be so: "X is aware", "residents worried about"."""
    head = adjective.head
    if adjective.tag_ == "VBN" and adjective.pos_ == "VERB":
        return next((item for item in adjective.lefts if item.dep_ == "nsubjpass"), None)
    if head.lemma_ == "make" and adjective.dep_ in ("ccomp", "oprd", "acomp"):
        return _find_doer(head, steps=3)
    if adjective.dep_ in ("acomp", "oprd", "attr", "conj") and head.pos_ in ("AUX", "VERB"):
        return _find_doer(head, steps=3)
    return head if adjective.dep_ == "amod" and adjective.i > head.i else None


def name_phrase(head: Token) -> Part:
    """Return the words of a speaker: their phrase without relative clauses and what follows."""
    tokens = [token for token in _name_tokens(head) if not token.is_space]
    start = min(token.idx for token in tokens)
    end = max(token.idx + len(token) for token in tokens)
    trailing = find_trailing_name(head)
    if trailing is not None:
        end = trailing.idx + len(trailing)
    start = min(start, _find_leading_noun(head, start))
    words = get_text(head.doc)[start:end].rstrip(" ,;:—–-\n")
    return start, max(start + len(words), head.idx + len(head))


def _find_leading_noun(head: Token, start: int) -> int:
    """Return where a noun before a name begins that the parser took apart: "told the channel X"."""
    if head.dep_ != "dobj" or head.pos_ != "PROPN":
        return start
    for child in head.head.children:
        if child.dep_ == "dative" and child.pos_ == "NOUN" and child.idx + len(child) + 1 == start:
            return child.left_edge.idx
    return start


def find_trailing_name(head: Token) -> Token | None:
    """Return the last word of a name after a noun that the parser took apart: "the agency X"."""
    doc = head.doc
    following = head.i + 1
    if head.pos_ != "NOUN" or following >= len(doc) or doc[following].pos_ != "PROPN":
        return None
    name = doc[following]
    while name.dep_ in ("compound", "flat") and name.head.i > name.i:
        name = name.head
    if name.pos_ != "PROPN" or name.left_edge.i != following:
        return None
    if name.dep_ == "npadvmod" and name.head == head.head:
        return name
    others = [child for child in name.head.lefts if child.dep_ == "nsubj" and child.i < name.i]
    split = name.dep_ == "nsubj" and any(
        other == head or other.is_ancestor(head) for other in others
    )
    return name if split else None


def _name_tokens(head: Token) -> Iterator[Token]:
    yield head
    for child in head.lefts:
        if child.dep_ not in _OUTSIDE_NAMES or _belongs_to_name(child, head):
            yield from _phrase_tokens(child)
    for child in head.rights:
        if child.dep_ in _ENDS_OF_NAMES or child.text in _DASHES:
            return
        if child.dep_ not in _OUTSIDE_NAMES or _belongs_to_name(child, head):
            yield from _phrase_tokens(child)


def _phrase_tokens(head: Token) -> Iterator[Token]:
    """Walk a phrase without relative clauses: those may have been hung on the wrong noun."""
    waiting = [head]
    while waiting:
        token = waiting.pop()
        yield token
        waiting.extend(child for child in token.children if not _tells_more(child))


def _tells_more(child: Token) -> bool:
    """Tell what is said about a name: "the mission seen by the paper", "the man who left"."""
    handed = child.dep_ == "acl" and child.tag_ == "VBN" and find_agent(child) is not None
    return handed or child.dep_ == "relcl"


def cue_span(cue: Token) -> Part:
    """Return the words of a cue: a verb with its helping verbs, "was aware", a lone noun."""
    own = [cue]
    if cue.dep_ == "acomp" and cue.head.pos_ == "AUX" and 0 < cue.i - cue.head.i <= 2:
        own += [cue.head, *(child for child in cue.head.children if child.dep_ == "neg")]
    own += [
        child
        for child in cue.children
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and abs(child.i - cue.i) <= 2
    ]
    return hull((token.idx, token.idx + len(token)) for token in own)


def widen_inverted(cue: Token, speaker: Part) -> Part:
    """Widen a speaker named after the cue: "warned the deputy chief in Kadun, X, in a cable"."""
    if speaker[0] < cue.idx:
        # The parser may take the cue itself for a part of the name.
        words = get_text(cue.doc)[speaker[0] : min(speaker[1], cue.idx)]
        return speaker[0], speaker[0] + len(words.rstrip(" ,"))
    start = speaker[0]
    between: list[Token] = []
    for token in cue.doc[cue.i + 1 : cue.i + 2 + _FARTHEST_INVERTED]:
        if token.idx >= speaker[0]:
            if between and not any(_breaks_name(word) for word in between):
                start = between[0].idx
            break
        between.append(token)
    return start, _find_name_end(cue, speaker)


def _find_name_end(cue: Token, speaker: Part) -> int:
    """Return where a name ends that stands between commas after what its bearer is."""
    words = cue.doc.char_span(*speaker, alignment_mode="expand")
    if words is None or words.root.pos_ == "PROPN":
        return speaker[1]
    names = list(itertools.takewhile(lambda token: token.pos_ == "PROPN", cue.doc[words.end + 1 :]))
    if not names or cue.doc[words.end].text != ",":
        return speaker[1]
    following = names[-1].i + 1
    closed = following == len(cue.doc) or cue.doc[following].is_punct
    return names[-1].idx + len(names[-1]) if closed else speaker[1]


def _breaks_name(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or token.text in '“”"' or bool(token.is_sent_start)


def _find_doer(verb: Token, steps: int) -> Token | None:
    """Return who does what a verb says, through the verbs and joined words it hangs on."""
    subject = _find_nearest_subject(verb) or find_subject(verb)
    if subject is not None:
        return None if subject.dep_ == "expl" else _step_over_relative(subject, verb)
    if verb.dep_ == "acl":
        return _find_acl_doer(verb, steps)
    governor = _find_governor(verb)
    if governor is None or steps == 0:
        return None
    acts = {"xcomp": _OBJECT_ACTS, "pcomp": _QUOTING, "advcl": _LEAVING}.get(verb.dep_, frozenset())
    if governor.lemma_ in acts:
        told = next((item for item in governor.children if item.dep_ in ("dobj", "dative")), None)
        if told is not None:
            return told
    return _find_doer(governor, steps - 1)


def _find_nearest_subject(verb: Token) -> Token | None:
    """Return the subject beside a verb: "“My answer, that was it,” the mayor said" has two."""
    if verb.i > 0 and verb.doc[verb.i - 1].text in _BREAKS:
        inverted = next((child for child in verb.rights if child.dep_ == "nsubj"), None)
        if inverted is not None:
            return inverted
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    if len(subjects) > 1:
        # "The agency Wirefax said": a name with its noun, which the parser took apart.
        before = verb.doc[subjects[-1].left_edge.i - 1]
        if subjects[-2] in (before, *before.ancestors) and find_trailing_name(before) is not None:
            return subjects[-2]
    return subjects[-1] if subjects else None


def _find_governor(verb: Token) -> Token | None:
    """Return the verb that a verb without a subject hangs on: "began to say", "after saying"."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        head = head.head
    if verb.dep_ not in ("advcl", "xcomp", "pcomp", "conj"):
        return None
    if head.dep_ == "acomp":
        head = head.head
    return head if head.pos_ in ("AUX", "VERB") and head != verb else None


def _find_acl_doer(verb: Token, steps: int) -> Token | None:
    """Return who acts in "villagers saying", in "a decision to announce", and in "…, saying"."""
    noun = verb.head
    if verb.tag_ not in ("VBG", "VBD"):
        return find_owner(noun)
    if verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ",":
        clause = next((word for word in noun.ancestors if word.pos_ in ("VERB", "AUX")), None)
        doer = None if clause is None or steps == 0 else _find_doer(clause, steps - 1)
        if doer is not None and doer.i < verb.i:
            return doer
    return noun if noun.pos_ in ("NOUN", "PROPN", "PRON") else None


def _step_over_relative(subject: Token, verb: Token) -> Token:
    """Return whom a relative pronoun stands for: "the minister, who said"."""
    if subject.tag_ not in ("WP", "WDT"):
        return subject
    clause = verb
    while clause.dep_ in ("conj", "xcomp") and clause.head.i < clause.i:
        clause = clause.head
    return _find_nearest_name(clause.head, subject) if clause.dep_ == "relcl" else subject


def _find_nearest_name(noun: Token, relative: Token) -> Token:
    """Return the name right before "which" if its noun cannot act: "duties of X, which vowed"."""
    near = relative.nbor(-1) if relative.i > 0 else noun
    near = near.nbor(-1) if near.text == "," else near
    if near == noun or relative.tag_ != "WDT" or near.pos_ != "PROPN" or noun.pos_ != "NOUN":
        return noun
    acts = near.ent_type_ in ("GPE", "ORG", "NORP", "PERSON") and near.dep_ == "pobj"
    return near if acts and noun.lemma_ in _POWERLESS and noun.is_ancestor(near) else noun


def _find_after(noun: Token, prepositions: tuple[str, ...]) -> Token | None:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            return next((token for token in child.children if token.dep_ == "pobj"), None)
    return None


def _belongs_to_name(child: Token, head: Token) -> bool:
    """Tell "an official at X" from "Y, in a cable": a full name takes only "of"."""
    if child.dep_ == "case":
        return False
    if child.dep_ == "cc":
        return any(other.dep_ == "conj" for other in head.children)
    if child.dep_ not in ("prep", "agent"):
        return False
    if child.lower_ in ("by", "from") and head.lemma_.casefold() in DOCUMENTS:
        return True
    return child.lower_ == "of" or (head.pos_ != "PROPN" and child.lower_ in _PLACE_PREPOSITIONS)
