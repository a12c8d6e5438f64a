"""Norms: legal rules, statuses, duties and designations as a report invokes them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from spacy.tokens import Doc, Token

from firsthand.errors import BrokenTable
from firsthand.lexicon.tables import Row, load_table
from firsthand.model.norms import Norm, NormKind, Relation
from firsthand.text.parses import get_text, slice_text

# Nothing between a rule and what is said of it may be farther than this many arcs.
_REACH = 5
_OWED_KINDS = ("duty", "status", "instrument", "agreement", "doctrine")
_CLAUSE_ENDS = ("relcl", "advcl", "ccomp", "parataxis", "ROOT")
_BEFORE_BREACH = re.compile(
    r"\b(?:violat(?:ion|ions|es|ed|ing)|breach(?:es|ed|ing)?|contravention|defiance|disregard"
    r"|contrary)\s+(?:of|to|for)\s+(?:[\w'’-]+\s+){0,4}$",
    re.IGNORECASE,
)
_NO_BREACH = re.compile(r"(?:\bnot|\bnever|n['’]t|\bwithout)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_FEARED_BREACH = re.compile(
    r"\b(?:risk(?:s|ed|ing)?|avoid(?:s|ed|ing)?|refrain(?:s|ed|ing)?\s+from|warn(?:s|ed|ing)?\s+against"
    r"|prevent(?:s|ed|ing)?|short\s+of)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_FEARS = frozenset({"risk", "avoid", "refrain", "prevent", "fear", "danger"})
_REFUGEES = re.compile(
    r"\b(?:recogni[sz]|accept|regist|consider|treat|designat|qualif|class)\w*\b[^.;\n]{0,60}?"
    r"\bas\s+(?P<status>(?:political\s+)?refugees?)\b",
    re.IGNORECASE,
)


def find_norms(doc: Doc) -> tuple[Norm, ...]:
    """Find the norms a text invokes, the longest wording first, without overlap."""
    found = sorted(_match_norms(doc), key=lambda norm: (norm.start, -norm.end))
    chosen: list[Norm] = []
    for norm in found:
        if not chosen or norm.start >= chosen[-1].end:
            chosen.append(norm)
    return tuple(chosen)


def _match_norms(doc: Doc) -> Iterator[Norm]:
    text = get_text(doc)
    pattern, rows = _compile_wordings()
    for match in pattern.finditer(text):
        row = rows.get(_fold(match[0]))
        if row is None or (row["wording"].isupper() and not match[0].isupper()):
            continue
        name = row["name"].replace("{number}", "".join(re.findall(r"\d+$", match[0])))
        yield _make_norm(doc, match.start(), match.end(), _kind(row), name)
    for match in _REFUGEES.finditer(text):
        start, end = match.span("status")
        yield _make_norm(doc, start, end, "status", "refugee status")


def _make_norm(doc: Doc, start: int, end: int, kind: NormKind, name: str) -> Norm:
    return Norm(
        name=name,
        kind=kind,
        relation=_read_relation(doc, start, end, kind),
        text=slice_text(doc, start, end),
        start=start,
        end=end,
    )


def _read_relation(doc: Doc, start: int, end: int, kind: NormKind) -> Relation:
    """Read what the grammar around says of a norm; a breach is breached unless denied."""
    breach = _BEFORE_BREACH.search(get_text(doc)[max(start - 90, 0) : start])
    if breach is not None:
        return _judge_breach(get_text(doc)[max(start - 90, 0) : start][: breach.start()])
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return "invoked"
    governors = (_relate(token, kind) for token in _climb(span.root, kind))
    said = [relation for relation in governors if relation is not None]
    if kind == "breach":
        return "denied" if "denied" in said else "breached"
    fitting = [relation for relation in said if relation != "owed" or kind in _OWED_KINDS]
    if fitting:
        return fitting[0]
    return "applied" if kind == "listing" else "invoked"


def _judge_breach(before: str) -> Relation:
    """Judge a breach by the words before it: "never violated", "risk violating"."""
    if _NO_BREACH.search(before):
        return "denied"
    return "invoked" if _FEARED_BREACH.search(before) else "breached"


def _climb(root: Token, kind: NormKind) -> Iterator[Token]:
    """Walk the words that govern a norm, within its clause; what may be denied also above it."""
    token = root
    for _ in range(_REACH):
        is_verb = token.pos_ in ("VERB", "AUX")
        denied = kind == "breach" or (kind == "status" and token.dep_ == "ccomp")
        if token.head == token or (token.dep_ in _CLAUSE_ENDS and not denied):
            return
        if is_verb and token.dep_ == "conj":
            return
        is_same = token.dep_ == "appos"
        token = token.head
        if not is_same:
            yield token


def _relate(token: Token, kind: NormKind) -> Relation | None:
    """Read a governing word; what is negated is denied. Who has a duty owes it."""
    if kind == "duty" and token.lemma_ == "have":
        return "denied" if any(child.dep_ == "neg" for child in token.children) else "owed"
    relation = _load_relations().get("" if _is_name(token) else token.lemma_.casefold())
    negated = any(child.dep_ == "neg" for child in token.children)
    if relation == "breached" and _is_feared(token):
        return "invoked"
    if relation is None or not negated:
        return relation
    return "denied" if relation in ("applied", "breached", "claimed", "owed") else None


def _is_feared(breach: Token) -> bool:
    """Tell whether a breach is only what somebody fears or avoids: "risk violating it"."""
    before = breach.doc[max(breach.i - 2, breach.sent.start) : breach.i]
    return any(word.lemma_.casefold() in _FEARS for word in before)


def _is_name(token: Token) -> bool:
    """Tell whether a word stands in the name of a rule: "Responsibility to Protect (R2P)"."""
    return token.pos_ == "PROPN" or (token.text.istitle() and not token.is_sent_start)


@cache
def _load_relations() -> dict[str, Relation]:
    relations: dict[str, Relation] = {}
    for row in load_table("norm_relations"):
        for known in get_args(Relation):
            if row["relation"] == known:
                relations[row["lemma"]] = known
    return relations


@cache
def _compile_wordings() -> tuple[re.Pattern[str], dict[str, Row]]:
    """Compile all wordings to one pattern, the longest first."""
    rows = load_table("norms")
    ordered = sorted((row["wording"] for row in rows), key=len, reverse=True)
    pattern = "|".join(_spell(wording) for wording in ordered)
    compiled = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
    return compiled, {_fold(row["wording"]): row for row in rows}


def _spell(wording: str) -> str:
    escaped = re.escape(wording).replace(r"\{number\}", r"\d{1,4}").replace("'", "['’]")
    return escaped.replace(r"\ ", r"[\s“”\"]+")


def _fold(words: str) -> str:
    """Write words as the table does: one blank, straight apostrophes, no number of a resolution."""
    plain = re.sub(r"[\s“”\"]+", " ", words).casefold().replace("’", "'")
    return re.sub(
        r"(?<=(?:solution|   unscr|    unsc) )\d{1,4}$", "{number}", f"    {plain}"
    ).strip()


def _kind(row: Row) -> NormKind:
    for kind in get_args(NormKind):
        if row["kind"] == kind:
            known: NormKind = kind
            return known
    raise BrokenTable(f"lexicon/norms.tsv: {row['kind']!r} is no kind of norm.")
