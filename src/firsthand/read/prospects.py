"""Prospects: what is risked, feared, planned or meant, and what among it has happened."""

from spacy.tokens import Token

# "a plan to expel", "an agreement to dissolve and expel": what is only agreed has not happened.
_PLANS = frozenset(
    """
    plan agreement decision intention intent vow pledge promise proposal offer threat order demand
    call deal bid willingness readiness determination desire ambition scheme policy resolution plot
    conspiracy request
    """.split()
)
# "carried out an order to": then it was done.
_FULFILLING = frozenset("carry execute fulfil fulfill implement follow obey".split())
# "the possibility of clashes", "a risk of injuries": foreseen, feared or hoped for.
_RISKS = frozenset(
    """
    possibility risk danger threat prospect likelihood probability chance potential fear hope
    expectation eventuality spectre specter
    """.split()
)
_FORESEEING = frozenset("fear expect anticipate foresee predict dread await forecast".split())
_TRYING = frozenset("try attempt seek endeavour endeavor bid".split())
_KILLING = frozenset(
    "kill murder assassinate execute lynch slay massacre killing assassination execution".split()
)
_MEANT = frozenset("meant intended designed aimed scheduled".split())


def is_prospect(root: Token, verb: Token) -> bool:
    """Tell what there is a risk of, what somebody fears, plans or means to do."""
    if _is_risked(root) or (root.dep_ == "dobj" and root.head.lemma_ in _FORESEEING):
        return True
    if _is_attempted(root) and not is_attempted_killing(root):
        return True
    return root == verb and (_is_planned(verb) or _is_meant(verb) or _is_on_the_way(verb))


def is_attempted_killing(word: Token) -> bool:
    """Tell a killing that was only tried: who tried to kill did attack, and killed nobody."""
    return word.lemma_.casefold() in _KILLING and _is_attempted(word)


def _is_attempted(word: Token) -> bool:
    """Tell what was only tried: "tried to arrest", "an attempt to abduct", "attempted murder"."""
    if word.tag_ == "VB" and word.dep_ in ("xcomp", "acl") and _has_to(word):
        return word.head.lemma_.casefold() in _TRYING
    return any(child.lower_ == "attempted" and child.dep_ == "amod" for child in word.lefts)


def tells_done(root: Token) -> bool:
    """Tell what is taken for done inside a wish: "they want to try those who killed the nuns"."""
    for token in (root, *root.ancestors):
        if token.pos_ not in ("VERB", "AUX"):
            continue
        past = any(
            word.tag_ == "VBD" and word.dep_ in ("aux", "auxpass", "relcl")
            for word in (token, *token.lefts)
        )
        return token.dep_ == "relcl" and past
    return False


def _is_risked(noun: Token) -> bool:
    """Tell "the possibility of injuries in clashes at the camp"."""
    while noun.dep_ in ("pobj", "pcomp", "conj", "prep"):
        head = noun.head
        if noun.dep_ == "prep" and noun.lower_ == "of" and head.lemma_.casefold() in _RISKS:
            return True
        noun = head
    return False


def _is_planned(verb: Token) -> bool:
    """Tell "a plan to expel them", "a deal to close the site and move them"."""
    bare = verb.tag_ == "VB"
    while verb.dep_ == "conj" and verb.head.tag_ == "VB":
        verb = verb.head
    noun = verb.head
    if not bare or verb.dep_ != "acl" or noun.head.lemma_ in _FULFILLING:
        return False
    return noun.lemma_.casefold() in _PLANS and _has_to(verb)


def _is_meant(verb: Token) -> bool:
    """Tell "was meant to kill", and "was to be attacked"."""
    if verb.dep_ != "xcomp" or not _has_to(verb):
        return False
    governor = verb.head
    return governor.lower_ in _MEANT or (governor.lemma_ == "be" and governor.i < verb.i)


def _is_on_the_way(verb: Token) -> bool:
    """Tell "were on their way to attack"."""
    opening = next((child for child in verb.lefts if child.lower_ == "to"), None)
    return opening is not None and opening.i > 0 and opening.nbor(-1).lower_ == "way"


def _has_to(verb: Token) -> bool:
    return any(child.lower_ == "to" for child in verb.lefts)
