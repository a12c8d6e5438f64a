"""Relays: outlets and agencies through which somebody's words reach a report, and those cited."""

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Token

from firsthand.lexicon.tables import load_words
from firsthand.read.frames import is_passive_cue
from firsthand.read.speakers import DOCUMENTS, find_agent

_QUOTE = frozenset({"quote", "cite"})
# "a cable obtained by the bureau": by these, the words of a document reached who tells of it.
_HAND_ON = frozenset(
    """
    obtain uncover leak publish release see review acquire receive find carry issue circulate
    reveal disclose broadcast print post share translate reproduce collect gather compile record
    air run cite quote
    """.split()
)
# "residents interviewed by the daily": by these, people's words did.
_ASK = frozenset({"interview", "question", "contact", "reach", "quote", "cite"})
_TALKS = frozenset({"interview", "conversation", "talk", "chat", "exchange"})
_TALKING = frozenset({"speak", "talk"})
_OUTLET_NOUNS = frozenset(
    """
    newspaper broadcaster agency channel daily weekly magazine station network website radio
    television paper newswire tabloid
    """.split()
)
# Papers bear these names, and others too: they count only for who was told, quotes or hands on.
_PAPER_NAMES = frozenset(
    """
    mail ledger mirror star standard globe record examiner sentinel dispatch inquirer register echo
    monitor bulletin review online media nation dawn independent digest paper sun express
    """.split()
)


class Relay(Struct, frozen=True, kw_only=True):
    """Who passes words on, by which word, and the name of the pattern that shows it."""

    head: Token
    cue: Token
    pattern: str


def find_relays(cue: Token, speaker: Token | None) -> Iterator[Relay]:
    """Yield through whom the words of a speaker reach a report, outermost first."""
    found = (
        _find_quoting(cue),
        _find_publishing(cue),
        _find_told(cue),
        _find_talk(cue, speaker),
        _find_medium(cue),
        None if speaker is None else _find_handing_on(speaker),
    )
    heads: list[Token] = [] if speaker is None else [speaker]
    for relay in found:
        if relay is not None and relay.head not in heads:
            heads.append(relay.head)
            yield relay


def find_cited(cue: Token, speaker: Token | None) -> Relay | None:
    """Find whom a speaker cites beside a saying: "said the wire, citing residents"."""
    for verb in _list_citing(cue, speaker):
        cited = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        if verb.dep_ == "amod" and verb.i < verb.head.i:
            cited = verb.head
        if cited is not None and not any(child.lower_ == "as" for child in verb.rights):
            return Relay(head=cited, cue=verb, pattern="citing")
    return None


def is_outlet(head: Token) -> bool:
    """Tell whether words name somebody who publishes."""
    if head.lower_ in _OUTLET_NOUNS:
        return True
    if head.pos_ != "PROPN":
        return False
    words = {token.lower_ for token in head.subtree if token.pos_ in ("PROPN", "NOUN")}
    before = next((child for child in head.head.children if child.i == head.left_edge.i - 1), head)
    known = load_words("outlet_words") | _PAPER_NAMES
    return bool(words & known) or before.lower_ in _OUTLET_NOUNS


def _list_citing(cue: Token, speaker: Token | None) -> Iterator[Token]:
    beside = [*cue.children, *(() if speaker is None else speaker.children)]
    for child in (*beside, *_list_last_clauses(cue)):
        aside = child.tag_ == "VBG" and child.dep_ in ("advcl", "acl")
        if child.lemma_ in _QUOTE and (aside or _is_active_relative(child)):
            yield child
    for child in cue.rights:
        if child.dep_ in ("dobj", "npadvmod"):
            yield from (
                word
                for word in child.lefts
                if word.dep_ == "amod"
                and word.lower_ in ("quoting", "citing")
                and word.nbor(-1).text == ","
            )


def _is_active_relative(verb: Token) -> bool:
    """Tell "the paper, which cited doctors" from "the paper, which the mayor cited"."""
    return verb.dep_ == "relcl" and any(
        child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP") for child in verb.lefts
    )


def _list_last_clauses(cue: Token) -> Iterator[Token]:
    """List what the parser hung on the clause that is said: "said that X died, citing Y"."""
    for clause in cue.rights:
        if clause.dep_ == "ccomp":
            for child in clause.rights:
                if child.i > 0 and child.dep_ == "advcl" and child.nbor(-1).text == ",":
                    yield child


def _find_told(verb: Token) -> Relay | None:
    """Find the outlet that was told: "X told Reuters", "told the daily Y"."""
    joined = verb.dep_ == "conj" or (verb.dep_ == "advcl" and verb.tag_ == "VBG")
    if joined and verb.head.lemma_ == "tell" and not _has_own_subject(verb):
        verb = verb.head  # "told the radio that …, adding that …"
    if verb.lemma_ not in ("tell", "inform"):
        return None
    told = [child for child in verb.rights if child.dep_ in ("dobj", "dative")]
    outlet = next((child for child in reversed(told) if is_outlet(child)), None)
    return None if outlet is None else Relay(head=outlet, cue=verb, pattern="told to")


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _find_talk(verb: Token, speaker: Token | None) -> Relay | None:
    """Find who was talked to: "speaking to the radio, X said", "in an interview with Y"."""
    for child in (*verb.children, *(() if speaker is None else speaker.rights)):
        aside = child.tag_ == "VBG" and child.dep_ in ("advcl", "acl")
        if aside and child.lemma_ in _TALKING:
            partner = _find_partner(child, ("to", "with", "on"))
            if partner is not None and is_outlet(partner):
                return Relay(head=partner, cue=child, pattern="speaking to")
    for talk in _list_media(verb):
        partner = _find_partner(talk, ("with", "to", "by", "on"))
        if talk.lemma_ in _TALKS and partner is not None and is_outlet(partner):
            return Relay(head=partner, cue=talk, pattern="interview with")
    return None


def _find_partner(head: Token, prepositions: tuple[str, ...]) -> Token | None:
    for child in head.rights:
        if child.dep_ in ("prep", "agent", "dative") and child.lower_ in prepositions:
            return next((word for word in child.rights if word.dep_ == "pobj"), None)
    return None


def _find_medium(verb: Token) -> Relay | None:
    """Find who handed on that in which something is said: "in a letter obtained by X, Y writes"."""
    found = (_find_handing_on(medium) for medium in _list_media(verb))
    return next((relay for relay in found if relay is not None), None)


def _list_media(verb: Token) -> Iterator[Token]:
    """List the letters and talks in which something is said."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("in", "on", "during", "via", "through"):
            for word in child.rights:
                if word.dep_ == "pobj" and word.lemma_.casefold() in DOCUMENTS | _TALKS:
                    yield word


def _find_publishing(verb: Token) -> Relay | None:
    """Find who published that in which somebody says: "X ran a letter in which Y said"."""
    document = verb.head
    if verb.dep_ != "relcl" or document.lemma_.casefold() not in DOCUMENTS | _TALKS:
        return None
    inside = any(
        word.tag_ == "WDT" for child in verb.lefts if child.dep_ == "prep" for word in child.rights
    )
    act = document.head
    if not inside or document.dep_ != "dobj" or act.lemma_ not in _HAND_ON:
        return None
    publisher = next((child for child in act.lefts if child.dep_ == "nsubj"), None)
    return None if publisher is None else Relay(head=publisher, cue=act, pattern="published")


def _find_handing_on(speaker: Token) -> Relay | None:
    """Find who handed on a document: "a cable uncovered by the bureau", "officials cited by X"."""
    document = speaker.lemma_.casefold() in DOCUMENTS | _TALKS
    for child in _list_about(speaker, document=document):
        if document and child.dep_ == "relcl" and child.lemma_ in _HAND_ON:
            subject = next((word for word in child.lefts if word.dep_ == "nsubj"), None)
            if subject is not None and subject.tag_ not in ("WDT", "WP", "PRP"):
                return Relay(head=subject, cue=child, pattern="handed on by")
        if child.dep_ not in ("acl", "relcl") or child.tag_ != "VBN":
            continue
        handed = child.lemma_ in (_HAND_ON if document else _ASK)
        agent = _find_publisher(child) if handed else None
        if agent is not None and (document or child.lemma_ in _QUOTE or _may_be_outlet(agent)):
            return Relay(head=agent, cue=child, pattern="handed on by")
    return None


def _list_about(noun: Token, *, document: bool) -> Iterator[Token]:
    """List what is told about a noun, also behind its author: "a report by X seen by Y"."""
    yield from noun.rights
    for child in noun.rights:
        if document and child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from", "of"):
            yield from (word for owner in child.rights for word in owner.rights)


def _find_publisher(verb: Token) -> Token | None:
    """Return by whom, or in which paper, words were handed on."""
    agent = find_agent(verb)
    if agent is not None:
        return agent
    paper = _find_partner(verb, ("in", "on"))
    return paper if paper is not None and is_outlet(paper) else None


def _may_be_outlet(head: Token) -> bool:
    """Tell whether a name may be an outlet's: one that asks people and is no person."""
    return is_outlet(head) or (head.pos_ == "PROPN" and head.ent_type_ != "PERSON")


def _find_quoting(verb: Token) -> Relay | None:
    """Find who quotes a speaker of joined cues: "was quoted by X as saying … but added …"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        agent = find_agent(verb) if verb.lemma_ in _QUOTE and is_passive_cue(verb) else None
        if agent is not None:
            return Relay(head=agent, cue=verb, pattern="quoted by")
    return None
