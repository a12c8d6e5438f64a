"""Relays: outlets and agencies through which somebody's words reach a report."""

from spacy.tokens import Token

from firsthand.lexicon.tables import load_words


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
