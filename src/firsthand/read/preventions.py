"""Preventions: what did not come about because somebody prevented it."""

from spacy.tokens import Token

from firsthand.model.attributions import Stance

_PREVENTING = frozenset("prevent avert foil thwart forestall preempt avoid".split())
# "stopped them from shelling", but "stopped the shelling": there it had begun.
_KEEPING = _PREVENTING | {"stop", "keep", "deter", "dissuade", "discourage", "block", "bar"}
_FAILING = frozenset({"fail", "refuse", "decline", "neglect", "unable", "do"})
_COMING = frozenset({"will", "would", "can", "could", "may", "might"})
_DUTIES = frozenset({"must", "should", "ought"})


def judge_prevention(root: Token) -> Stance | None:
    """Judge "averted an attack" as denied, "to prevent attacks" as predicted; None elsewhere.

    What somebody failed to prevent, or could have prevented, did happen.
    """
    preventer = _find_preventer(root)
    if preventer is None or _was_not_done(preventer):
        return None
    modals = {child.lower_ for child in preventer.lefts if child.tag_ == "MD"}
    if modals & _DUTIES or (preventer.tag_ == "VB" and preventer.dep_ == "ROOT" and not modals):
        return "demanded"
    if modals & _COMING or preventer.tag_ in ("VB", "VBG", "VBP", "VBZ"):
        return "predicted"
    return "denied"


def _find_preventer(root: Token) -> Token | None:
    head = root.head
    if root.dep_ == "pcomp" and head.lower_ == "from":
        return head.head if head.head.lemma_ in _KEEPING else None
    if root.dep_ == "acl" and head.dep_ in ("dobj", "nsubjpass"):
        head = head.head  # "foiled a plot to bomb"
        return head if head.lemma_ in _PREVENTING else None
    prevented = root.dep_ in ("dobj", "nsubjpass") and head.lemma_ in _PREVENTING
    return head if prevented else None


def _was_not_done(verb: Token) -> bool:
    """Tell "did not prevent", "could have prevented" and "failed to prevent"."""
    if any(child.dep_ == "neg" or child.lower_ == "never" for child in verb.children):
        return True
    helpers = {child.lower_ for child in verb.lefts if child.dep_ == "aux"}
    if "have" in helpers and len(helpers) > 1:
        return True
    governor = verb.head
    if verb.dep_ in ("xcomp", "acl") and governor.lemma_ in (*_FAILING, "failure"):
        return True
    return verb.dep_ == "xcomp" and governor.dep_ == "acomp" and governor.lower_ in _FAILING
