"""Relays: outlets and agencies through which somebody's words reach a report."""

from collections.abc import Iterator

from msgspec import Struct
from spacy.tokens import Token

from firsthand.lexicon.tables import load_words
from firsthand.read.frames import is_passive_cue
from firsthand.read.speakers import find_agent

_QUOTE = frozenset({"quote", "cite"})
# "a cable obtained by the bureau": by these, the words of a document reached who tells of it.
_HAND_ON = frozenset(
    """
    obtain uncover leak publish release see review acquire receive find carry issue circulate
    reveal disclose broadcast print post share translate reproduce
    """.split()
)
_DOCUMENTS = frozenset(
    """
    cable document report letter memo memorandum video footage statement email message recording
    tape transcript file note record study list photo photograph image article testimony order
    copy draft map log dossier diary telegram dispatch paper clip material data
    """.split()
)


class Relay(Struct, frozen=True, kw_only=True):
    """Who passes words on, by which word, and the name of the pattern that shows it."""

    head: Token
    cue: Token
    pattern: str


def find_relays(cue: Token, speaker: Token | None) -> Iterator[Relay]:
    """Yield through whom the words of a speaker reach a report, outermost first."""
    quoting = _find_quoting(cue)
    if quoting is not None:
        yield quoting
    told = find_relay(cue)
    if told is not None:
        yield Relay(head=told, cue=cue, pattern="told to")
    handing_on = None if speaker is None else _find_handing_on(speaker)
    if handing_on is not None:
        yield handing_on


def find_relay(verb: Token) -> Token | None:
    """Return the head of the outlet that was told: "X told Reuters", "told the daily Y"."""
    if verb.lemma_ not in ("tell", "inform"):
        return None
    told = next((child for child in verb.children if child.dep_ in ("dobj", "dative")), None)
    if told is None or not is_outlet(told):
        return None
    return told


def is_outlet(head: Token) -> bool:
    """Tell whether words name somebody who publishes."""
    if head.pos_ != "PROPN" and head.lower_ not in ("newspaper", "broadcaster", "agency"):
        return False
    words = {token.lower_ for token in head.subtree if token.pos_ in ("PROPN", "NOUN")}
    return bool(words & load_words("outlet_words"))


def _find_handing_on(speaker: Token) -> Relay | None:
    """Find who handed on a document: "a cable uncovered by the bureau", "officials cited by X"."""
    for child in speaker.rights:
        if child.dep_ not in ("acl", "relcl") or child.tag_ != "VBN":
            continue
        document = child.lemma_ in _HAND_ON and speaker.lemma_.casefold() in _DOCUMENTS
        agent = find_agent(child) if document or child.lemma_ in _QUOTE else None
        if agent is not None:
            return Relay(head=agent, cue=child, pattern="handed on by")
    return None


def _find_quoting(verb: Token) -> Relay | None:
    """Find who quotes a speaker of joined cues: "was quoted by X as saying … but added …"."""
    while verb.dep_ == "conj" and verb.head.pos_ == "VERB":
        verb = verb.head
        agent = find_agent(verb) if verb.lemma_ in _QUOTE and is_passive_cue(verb) else None
        if agent is not None:
            return Relay(head=agent, cue=verb, pattern="quoted by")
    return None
