"""Quotes: what stands beside a saying, between quotation marks or in a sentence of its own."""

import re
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from firsthand.model.attributions import Manner
from firsthand.model.spans import Part, join_parts, overlap
from firsthand.text.clauses import trim_part
from firsthand.text.parses import get_text
from firsthand.text.quotations import Quotation, find_overlapping

# Between a cue and a quotation: marks, "that", or an aside that a comma or colon ends.
_ASIDE = re.compile(
    r"[\s,:;—–\-\"“”'’‘]*(?:(?:that|as|how|of)\s+[\"“'‘]"
    r"|(?:to|in|on|at|by|with|during|after|before|from|for|through|via|about|of|as|last|this"
    r"|earlier|later|when|while|then|again|also|\w+ly|\w+day)\b[^.!?\n\"“”]*[,:]\s*[\"“'‘])?"
)
_FAR = 80


def find_announced_content(cue: Token) -> tuple[Part, ...]:
    """Return what a colon announces: the next sentence, or the paragraph on the next line."""
    doc, text = cue.doc, get_text(cue.doc)
    words = [token for token in cue.sent if not token.is_space]
    if words[-1].text != ":" or words[-1].i < cue.i:
        return ()
    start = words[-1].idx + 1
    begin = next((index for index in range(start, len(text)) if not text[index].isspace()), start)
    if "\n" in text[start:begin]:
        end = text.find("\n", begin)
        return (trim_part((begin, len(text) if end < 0 else end), text),)
    following = doc.char_span(begin, begin + 1, alignment_mode="expand")
    if following is None:
        return ()
    return (trim_part((begin, following.sent.end_char), text),)


def find_content_before(cue: Token) -> tuple[Part, ...]:
    """Return the sentence before "So says X", "So said X"."""
    opening = next((token for token in cue.sent if not token.is_punct), cue)
    start = cue.sent.start
    if opening.lower_ not in ("so", "thus") or cue.i != opening.i + 1 or start == 0:
        return ()
    text, before = get_text(cue.doc), cue.doc[start - 1].sent
    if "\n" in text[before.end_char - 1 : cue.idx]:
        return ()
    return (trim_part((before.start_char, before.end_char), text),)


def find_quoted_content(doc: Doc, span: Part, quotations: Sequence[Quotation]) -> tuple[Part, ...]:
    """Return the quotations right before and right after the words of a saying."""
    text = get_text(doc)
    near = find_overlapping(quotations, span[0] - _FAR, span[1] + _FAR)
    before = [item for item in near if item.end <= span[0] and _is_near(text[item.end : span[0]])]
    after = [
        item for item in near if item.start >= span[1] and _is_near(text[span[1] : item.start])
    ]
    return tuple((item.start, item.end) for item in (*before[-1:], *after[:1]))


def widen_to_quotations(
    parts: Iterable[Part], quotations: Sequence[Quotation], blocked: Sequence[Part], text: str
) -> tuple[Part, ...]:
    """Widen contents over the whole of a quotation they begin in: it may go on for sentences."""
    widened = list(parts)
    for part in tuple(widened):
        for item in find_overlapping(quotations, *part):
            quoted = (item.start, item.end)
            if not any(overlap(block, quoted) for block in blocked):
                widened.append(quoted)
    return join_parts(widened, text)


def judge_manner(parts: Sequence[Part], quotations: Sequence[Quotation]) -> Manner:
    """Tell whether contents are quoted wholly, in part, or not at all."""
    total = sum(end - start for start, end in parts)
    quoted = sum(
        min(end, item.end) - max(start, item.start)
        for start, end in parts
        for item in find_overlapping(quotations, start, end)
    )
    if quoted == 0:
        return "indirect"
    return "direct" if quoted >= total * 0.9 else "mixed"


def _is_near(between: str) -> bool:
    """Tell whether only marks and blanks, or a short aside, stand between words and a quotation."""
    if len(between) > _FAR:
        return False
    if re.search(r"\n\s*\n", between):
        return re.fullmatch(r":\s+[\"“'‘]", between) is not None
    return _ASIDE.fullmatch(between) is not None
