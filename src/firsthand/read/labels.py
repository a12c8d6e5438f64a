"""Labels: speakers named before a colon or after a dash, in headlines and in transcripts."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from firsthand.lexicon.tables import load_words
from firsthand.model.attributions import Attribution, Link
from firsthand.model.spans import Part
from firsthand.text.parses import get_text, slice_text

_TRANSCRIPT_LINE = re.compile(r"^[\"“]?([A-Z][A-Z.’' -]{1,40}):[ \t]+(\S[^\n]*)", re.MULTILINE)
_ANSWERED_LINE = re.compile(r"^([A-Z][^:\n“”\"]{0,40}):[ \t]+(\S[^\n]*)", re.MULTILINE)
_HEADLINE = re.compile(r"^([A-Z][^:\n“”\"]{1,50}):[ \t]+(?=[^\s\"“‘'])([^\n]+)", re.MULTILINE)
_TAIL = re.compile(
    r"^([^\n:]{10,150}?)(?:[ \t]+[-–—]|:)[ \t]+([^\s\n.,;:“”\"][^\n.,;:“”\"]{1,50})$", re.MULTILINE
)
_QUESTIONS = frozenset({"question", "q"})
_ASKERS = frozenset({"reporter", "interviewer", "journalist", "moderator", "host", "presenter"})
_ANSWERS = frozenset({"answer", "a"})
# A headline is short; a longer line with a colon is something else.
_LONGEST_HEADLINE = 200
_FEWEST_CAPITALS, _MOST_CAPITALS = 2, 6


def find_labelled_lines(doc: Doc) -> list[Attribution]:
    """Find lines that name their speaker: "Mayor: …", "… - army", "SOLLEN: …"."""
    answered = _find_answers(doc)
    if answered:
        return answered
    return [*_find_transcript(doc), *_find_headlines(doc)]


def make_speech(doc: Doc, speaker: Part | None, content: Part, pattern: str) -> Attribution:
    """Make a saying of somebody whom a label names, or of somebody unnamed."""
    link = Link(
        role="speaker",
        speaker=None if speaker is None else slice_text(doc, *speaker),
        manner="direct",
        cue=None,
        speaker_span=speaker,
        cue_span=None,
        pattern=pattern,
    )
    return Attribution(
        links=(link,), content=(content,), stance="asserted", kind="say", pattern=pattern
    )


def _find_transcript(doc: Doc) -> list[Attribution]:
    """Read the lines of a transcript, "SOLLEN: …"; somebody speaks at least twice in one."""
    text = get_text(doc)
    lines = list(_TRANSCRIPT_LINE.finditer(text))
    surnames = [line[1].split()[-1] for line in lines]
    if len(set(surnames)) == len(surnames):
        return []
    return [make_speech(doc, line.span(1), line.span(2), "line of a transcript") for line in lines]


def _find_answers(doc: Doc) -> list[Attribution]:
    """Read questions with their answers: "Question: … / General Tunde: …"."""
    lines = list(_ANSWERED_LINE.finditer(get_text(doc)))
    labels = [line[1].casefold() for line in lines]
    if len(lines) < 2 or not any(label in _QUESTIONS | _ASKERS for label in labels):
        return []
    return [
        make_speech(
            doc,
            None if label in _QUESTIONS | _ANSWERS else line.span(1),
            line.span(2),
            "line of a transcript",
        )
        for line, label in zip(lines, labels, strict=True)
    ]


def _find_headlines(doc: Doc) -> Iterator[Attribution]:
    """Read "Maruve governor: troops burned two villages" and the same the other way round."""
    text = get_text(doc)
    for pattern, speaker, content in ((_HEADLINE, 1, 2), (_TAIL, 2, 1)):
        for match in pattern.finditer(text):
            named, told = match.span(speaker), match.span(content)
            short = match.end() - match.start() <= _LONGEST_HEADLINE
            if short and _names_somebody(doc, named) and _tells_something(doc, told):
                yield make_speech(doc, named, told, "label of a headline")


def _names_somebody(doc: Doc, span: Part) -> bool:
    """Tell a speaker from a topic or a place: by the last word, a title, or an abbreviation."""
    words = slice_text(doc, *span).split()
    last = words[-1].casefold()
    if {last, last.removesuffix("s"), last.removesuffix("es")} & load_words("standings"):
        return True
    titled = len(words) > 1 and all(word[0].isupper() for word in words)
    if titled and words[0].casefold().rstrip(".") in load_words("person_titles"):
        return True
    short = words[0].isupper() and _FEWEST_CAPITALS <= len(words[0]) <= _MOST_CAPITALS
    tokens = doc.char_span(*span, alignment_mode="expand")
    return short and len(words) == 1 and tokens is not None and tokens[0].ent_type_ == "ORG"


def _tells_something(doc: Doc, span: Part) -> bool:
    tokens = doc.char_span(*span, alignment_mode="expand")
    return tokens is not None and any(
        token.pos_ == "VERB" or (token.like_num and len(tokens) > 1) for token in tokens
    )
