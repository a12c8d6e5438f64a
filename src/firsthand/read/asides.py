"""Asides: words of violence that tell of no act, because they ask, define or only wish."""

from spacy.tokens import Token

from firsthand.lexicon.acts import load_class

_ASKING = frozenset({"who", "whom", "whoever", "what", "which"})
# "Attacks on civilians are a war crime" speaks of such attacks at any time.
_DEFINING = frozenset({"be", "constitute", "violate", "breach", "contravene", "amount", "count"})
_PARTITIVES = frozenset({"det", "nummod", "poss", "predet"})


def is_asked(verb: Token) -> bool:
    """Tell whether a clause asks who did it: "it was not clear who fired the shells"."""
    if verb.pos_ != "VERB" or verb.dep_ not in ("ccomp", "csubj", "pcomp", "csubjpass"):
        return False
    subjects = (child for child in verb.lefts if child.dep_ in ("nsubj", "nsubjpass"))
    return any(child.lower_ in _ASKING for child in subjects)


def is_general(noun: Token) -> bool:
    """Tell whether a rule about such acts is stated: "attacks on civilians are a violation"."""
    verb = noun.head
    if noun.tag_ != "NNS" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    if any(child.dep_ in _PARTITIVES or child.lower_ == "by" for child in noun.children):
        return False
    if verb.tag_ == "VBN":
        lasting = any(child.lower_ == "are" for child in verb.lefts)
        return lasting and verb.lemma_.casefold() in load_class("forbid")
    return verb.tag_ == "VBP" and verb.lemma_ in _DEFINING and _says_what(verb)


def is_purpose_of_noun(verb: Token) -> bool:
    """Tell whether an infinitive only says what a noun is for: "the decency to mourn them"."""
    noun = verb.head
    marked = any(child.lower_ == "to" for child in verb.lefts)
    return marked and verb.tag_ == "VB" and verb.dep_ in ("acl", "relcl") and noun.pos_ == "NOUN"


def _says_what(verb: Token) -> bool:
    """Tell whether a verb names what its subject is, and does not tell where or when it is."""
    if verb.lemma_ != "be":
        return True
    said = [child for child in verb.children if child.dep_ in ("attr", "acomp")]
    words = {word.lemma_.casefold() for child in said for word in child.subtree}
    return bool(words & load_class("wrong"))
