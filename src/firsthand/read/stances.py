"""Stances: how words are meant, and the words beside them that bear on how to read them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from firsthand.model.attributions import Stance
from firsthand.model.claims import Flag, FlagKind
from firsthand.read.opinions import look_up
from firsthand.read.preventions import judge_prevention
from firsthand.read.prospects import is_prospect, tells_done

_HEDGES = frozenset(
    "allegedly reportedly apparently purportedly supposedly possibly probably perhaps maybe".split()
)
_MODALS_FUTURE = frozenset({"will", "'ll", "may", "might", "could", "would"})
_MODALS_DUTY = frozenset({"must", "should", "ought"})
_MODALS_DOUBT = frozenset({"may", "might", "could"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "without", "nobody", "none"})
# "At no time did", "under no circumstances": these deny the clause that they open.
_OCCASIONS = frozenset("time point moment circumstance condition way case account stage".split())
_UNTRUE = frozenset(
    """
    untrue false incorrect inconceivable impossible unthinkable unfounded baseless groundless
    invented fabricated
    """.split()
)
# "are believed to have", "suspected of": nobody vouches for what follows.
_DOUBTED = frozenset(
    """
    believe think say allege report suspect presume accuse charge rumour rumor claim suppose
    assume understand
    """.split()
)
_DOUBTED_NOUNS = frozenset(
    """
    alleged suspected reported purported supposed presumed rumoured rumored claimed unconfirmed
    unverified
    """.split()
)
_COMING = frozenset("imminent impending looming forthcoming planned threatened inevitable".split())
_PREPARING = frozenset({"prepare", "plan", "intend", "threaten", "ready"})
_SEEMING = frozenset({"appear", "seem"})
_MAYBE = frozenset({"possible", "likely", "probable", "unlikely", "conceivable"})
_UNDONE = frozenset({"fail", "refuse", "decline", "neglect"})
_ORDERING = frozenset("ask urge tell order instruct command beg implore request direct".split())
_NEXT = frozenset({"about", "set", "likely", "poised", "ready", "due", "bound", "certain"})
_IF_WORDS = frozenset({"if", "unless", "whether"})
_IF_VERBS = frozenset({"provided", "providing", "supposing", "assuming", "suppose"})
# People can be these without anybody judging.
_STATES = frozenset({"sick", "wild"})
_BEFORE_MIND = frozenset({"call", "describe", "consider", "deem", "brand", "label", "find"})
# "in our view": what follows is somebody's judgement.
_VIEWS = frozenset({"view", "opinion", "judgement", "judgment", "eyes", "mind"})
_CLAUSES = ("ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "xcomp", "pcomp")


def judge_stance(doc: Doc, start: int, end: int) -> tuple[Stance, tuple[Flag, ...]]:
    """Judge how the words at a span are meant by their own clause, with flags for its sentence.

    Opinion words around a fact flag it; they never turn it into an opinion.
    """
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None:
        return "asserted", ()
    flags = tuple(_find_flags(words.sent, words.root))
    return _judge(words), flags


def is_settled(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words inside what somebody wants or foresees are taken for done."""
    words = doc.char_span(start, end, alignment_mode="expand")
    return words is not None and tells_done(words.root)


def _judge(words: Span) -> Stance:
    root = words.root
    verb = _find_verb(root)
    if _is_conditional(verb) or _is_asked(root, verb) or _would_have(verb):
        return "conditional"
    if _is_doubted(root, verb):
        return "alleged"
    if _is_due(root, verb):
        return "demanded"
    prevented = judge_prevention(root)
    if prevented is not None:
        return prevented
    if _is_negated(root, verb) or _is_ruled_out(root, verb):
        return "denied"
    if _is_coming(root, verb):
        return "predicted"
    return "opinion" if _is_judged(words) else "asserted"


def _find_verb(root: Token) -> Token:
    for token in (root, *root.ancestors):
        if token.pos_ in ("VERB", "AUX") and token.dep_ in _CLAUSES:
            return token
        if token.dep_ in ("relcl", "ccomp"):
            return token
    return root


def _find_modal(verb: Token) -> str | None:
    return next((child.lower_ for child in verb.children if child.tag_ == "MD"), None)


def _is_conditional(verb: Token) -> bool:
    """Tell "if X attacks" with its other forms: "should X attack", "in case", "provided that"."""
    if any(child.dep_ == "mark" and child.lower_ in _IF_WORDS for child in verb.children):
        return True
    head = verb.head
    if verb.dep_ in ("pcomp", "ccomp", "advcl") and head.i < verb.i and head.lower_ in _IF_VERBS:
        return True
    opening = verb.left_edge
    if opening.lower_ == "in" and opening.i + 1 < len(verb.doc):
        return opening.nbor().lower_ in ("case", "event")
    behind = verb.dep_ in ("advcl", "ccomp") and verb.i < head.i
    if not (behind or verb.dep_ == "advcl") or opening.dep_ != "aux":
        return False
    return opening.lower_ in ("should", "had", "were") and _has_subject_after(opening, verb)


def _is_asked(root: Token, verb: Token) -> bool:
    """Tell "Did the army attack?"; "Why did it attack?" takes the attack for a fact."""
    sentence = verb.sent
    ending = verb.doc[max(sentence.start, sentence.end - 4) : sentence.end]
    if root != verb or not any(token.text.endswith("?") for token in ending):
        return False
    helper = next((word for word in verb.lefts if word.dep_ in ("aux", "auxpass")), None)
    asked = any(word.tag_ in ("WRB", "WP", "WDT") for word in verb.lefts)
    return helper is not None and not asked and _has_subject_after(helper, verb)


def _would_have(verb: Token) -> bool:
    return _find_modal(verb) == "would" and _is_past(verb)


def _has_subject_after(opening: Token, verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") and child.i > opening.i for child in verb.lefts)


def _is_doubted(root: Token, verb: Token) -> bool:
    """Tell whether nobody vouches for it: "allegedly", "may have", "is believed to have"."""
    if any(child.lower_ in _HEDGES for child in (*verb.children, *root.children)):
        return True
    if any(child.dep_ == "amod" and child.lower_ in _DOUBTED_NOUNS for child in root.children):
        return True
    modal = _find_modal(verb)
    if modal in (*_MODALS_DOUBT, "must") and _is_past(verb) and not _is_unreal(verb):
        return True
    if modal is None and _seems(verb):
        return True
    governor = _find_governor(verb)
    if governor is None:
        return False
    said = governor.tag_ == "VBN" and governor.lemma_.casefold() in _DOUBTED
    return said or governor.lemma_ in _SEEMING


def _seems(verb: Token) -> bool:
    """Tell "it seems that X" and "it is possible that X"."""
    head = verb.head
    if verb.dep_ not in ("ccomp", "csubj", "acl", "advcl"):
        return False
    if head.lemma_ in _SEEMING:
        return True
    return head.lemma_ == "be" and any(
        word.dep_ == "acomp" and word.lower_ in _MAYBE for word in head.rights
    )


def _is_unreal(verb: Token) -> bool:
    """Tell what would have happened if: "could have killed dozens had it exploded"."""
    return any(child.dep_ == "advcl" and _is_conditional(child) for child in verb.children)


def _find_governor(verb: Token) -> Token | None:
    """Return the verb or adjective that "to have done" and "of having done" hang on."""
    if verb.dep_ == "xcomp":
        return verb.head
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "with"):
        return verb.head.head
    return None


def _is_due(root: Token, verb: Token) -> bool:
    """Tell what somebody must do: "must", "have to", "stop killing", an order in a quotation."""
    if _find_modal(verb) in _MODALS_DUTY:
        return not _is_past(verb)  # "should not have shot" says that they did
    if root == verb and verb.lemma_ in ("have", "need") and verb.tag_ in ("VBP", "VBZ"):
        actions = (child for child in verb.rights if child.dep_ == "xcomp")
        return any(word.lower_ == "to" for action in actions for word in action.lefts)
    governor = _find_governor(verb)
    if governor is not None and root == verb:
        needed = governor.lemma_ in ("have", "need") and verb.tag_ == "VB"
        stopped = governor.lemma_ in ("stop", "cease", "quit")
        told = (
            governor.lemma_ in (*_ORDERING, "call", "appeal")
            and verb.dep_ == "xcomp"
            and verb.tag_ == "VB"
        )
        if (
            needed
            or told
            or (stopped and (_find_modal(governor) in _MODALS_DUTY or _orders(governor)))
        ):
            return True
    return root == verb and _orders(verb)


def _orders(verb: Token) -> bool:
    """Tell an imperative: a bare verb that opens its clause without a subject."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp") or verb.left_edge.i < verb.i - 3:
        return False
    lefts = [child for child in verb.lefts if child.lower_ not in ("do", "not", "n't")]
    opening = next((token for token in verb.sent if not token.is_punct), verb)
    opened = opening == verb or verb.left_edge.is_punct or opening.lower_ == "do"
    return opened and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux", "auxpass", "expl") for child in lefts
    )


def _is_negated(root: Token, verb: Token) -> bool:
    if any(child.dep_ == "neg" for child in root.children):
        return True
    subject = next((word for word in verb.lefts if word.dep_ in ("nsubj", "nsubjpass")), verb)
    if root == verb and subject != verb and subject.left_edge.lower_ == "not":
        return True  # "not one shot was fired"
    return root == verb and any(
        child.lower_ in _NEGATIONS and child.dep_ == "neg" for child in verb.children
    )


def _is_ruled_out(root: Token, verb: Token) -> bool:
    """Tell a denial without "not": "at no time did", "neither … nor", "it is untrue that"."""
    if _has_nothing_to_do(root):
        return True
    if root != verb:
        return False
    left_undone = verb.dep_ == "xcomp" and verb.head.lemma_ in _UNDONE
    if left_undone or (verb.dep_ == "pcomp" and verb.head.lower_ == "without"):
        return True
    return _opens_with_no(verb) or _has_neither(verb) or _is_called_untrue(verb)


def _opens_with_no(verb: Token) -> bool:
    return any(
        word.dep_ == "pobj"
        and word.lemma_ in _OCCASIONS
        and any(child.lower_ == "no" for child in word.children)
        for child in verb.lefts
        if child.dep_ == "prep"
        for word in child.children
    )


def _has_neither(verb: Token) -> bool:
    return any(
        word.lower_ == "neither"
        for child in verb.lefts
        if child.dep_ in ("nsubj", "nsubjpass")
        for word in (child, *child.lefts)
    )


def _is_called_untrue(verb: Token) -> bool:
    """Tell "it is untrue that X" and "it is not true that X"."""
    if _is_of_untrue(verb):
        return True
    head = next((word for word in (verb, verb.head, verb.head.head) if word.lemma_ == "be"), verb)
    about = any(word.dep_ in ("ccomp", "csubj", "acl", "advcl", "relcl") for word in head.rights)
    if head.lemma_ != "be" or not (about or head != verb):
        return False
    negated = any(child.dep_ == "neg" for child in head.children)
    said = {child.lower_ for child in head.rights if child.dep_ in ("acomp", "attr")}
    return bool(said & _UNTRUE) or (negated and bool(said & {"true", "correct"}))


def _is_of_untrue(verb: Token) -> bool:
    """Tell "the rumour that X died proved false"."""
    noun = verb.head
    if verb.dep_ not in ("acl", "relcl") or noun.dep_ != "nsubj" or not _opens_with_that(verb):
        return False
    said = {child.lower_ for child in noun.head.rights if child.dep_ in ("acomp", "oprd", "attr")}
    return noun.head.lemma_ in ("be", "prove", "turn") and bool(said & _UNTRUE)


def _opens_with_that(verb: Token) -> bool:
    return any(child.lower_ == "that" and child.dep_ == "mark" for child in verb.lefts)


def _has_nothing_to_do(root: Token) -> bool:
    """Tell "had nothing to do with the killing" and "played no part in it"."""
    preposition = root.head
    if root.dep_ not in ("pobj", "pcomp") or preposition.lower_ not in ("with", "in"):
        return False
    holder = preposition.head
    if holder.lemma_ == "do" and holder.dep_ in ("relcl", "acl", "xcomp"):
        return holder.head.lower_ == "nothing"
    return holder.lemma_ in ("part", "role", "hand", "involvement") and any(
        child.lower_ == "no" for child in holder.children
    )


def _is_coming(root: Token, verb: Token) -> bool:
    """Tell what has not happened yet: "will", "going to", "about to", "an imminent attack"."""
    if _find_modal(verb) in _MODALS_FUTURE and not _is_past(verb):
        return True
    if any(child.dep_ == "amod" and child.lower_ in _COMING for child in root.children):
        return True
    if is_prospect(root, verb):
        return True
    if root.dep_ in ("nsubj", "nsubjpass"):
        return any(word.dep_ == "acomp" and word.lower_ in _COMING for word in root.head.rights)
    governor = _find_governor(verb)
    if governor is None or root != verb or verb.tag_ != "VB":
        return False
    going = governor.lower_ == "going" or governor.lemma_ in _PREPARING
    return going or (governor.lower_ in _NEXT and governor.dep_ in ("acomp", "oprd", "ROOT"))


def _is_past(verb: Token) -> bool:
    """Tell "could have killed", which is no prediction of what is to come."""
    return any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children)


def _is_judged(words: Span) -> bool:
    """Tell words that only judge: "the offer was an outrage", "called it an insult".

    What happened stays a fact however it is called: the judgement must be part of the words.
    """
    head = words.root
    if _opens_with_view(head):
        return True
    return any(
        look_up(word) == "opinion" and word.lower_ not in _STATES
        for judgement in _list_judgements(head)
        for word in (judgement, *judgement.children)
        if word.dep_ in ("attr", "acomp", "oprd", "amod", "pobj") or word == judgement
        if word in words
    )


def _list_judgements(head: Token) -> Iterator[Token]:
    """List what somebody or something is said to be, or called: "the plan as unwise"."""
    if head.lemma_ == "be":
        yield from (word for word in head.rights if word.dep_ in ("attr", "acomp"))
    elif head.lemma_ in _BEFORE_MIND or head.dep_ in ("oprd", "dobj"):
        for word in (head, *head.rights, *head.head.rights):
            if word.dep_ == "oprd" or word.left_edge.lower_ == "as":
                yield from word.children if word.lower_ == "as" else (word,)


def _opens_with_view(verb: Token) -> bool:
    """Tell "in our view, X betrayed us": who says so judges; what was done stays a fact."""
    if all(look_up(word) not in ("opinion", "slant") for word in (verb, *verb.rights)):
        return False
    return any(
        word.lemma_.casefold() in _VIEWS and any(child.dep_ == "poss" for child in word.lefts)
        for opening in verb.lefts
        if opening.lower_ == "in"
        for word in opening.rights
        if word.dep_ == "pobj"
    )


def _find_flags(sentence: Span, root: Token) -> list[Flag]:
    flags = []
    verb = _find_verb(root)
    for token in sentence:
        kind = _flag(token, verb, root)
        if kind is not None:
            flags.append(Flag(kind=kind, start=token.idx, end=token.idx + len(token)))
    return flags


def _flag(token: Token, verb: Token, root: Token) -> FlagKind | None:
    known = look_up(token)
    if known in ("opinion", "loaded"):
        return known
    if token.lower_ in _HEDGES:
        return "hedge"
    near = token.head in (verb, root)
    if near and token.dep_ == "neg":
        return "negation"
    if near and token.dep_ == "mark" and token.lower_ in ("if", "unless"):
        return "condition"
    if near and token.tag_ == "MD" and token.lower_ in _MODALS_FUTURE:
        return "future"
    return "demand" if near and token.lower_ in _MODALS_DUTY else None
