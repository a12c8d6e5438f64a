"""Own copies: our example texts cut, reordered, rewritten and dressed, beside what is found.

The truth is in the making: variants of one text are copies, other texts never are, even where they
tell of the same event, quote the same words or carry the same note at their end.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from pathlib import Path

from msgspec import Struct

from eval.own_judgements import Judgement, Point
from eval.texts import make_text_document
from firsthand.link.copies import find_copies
from firsthand.model.reports import Document

EXAMPLES = Path(__file__).parent.parent / "examples"
# Of the examples' own groups of copies only one is taken; the others would be copies too.
COPIED = frozenset(
    """
    02-courier.txt 02-southern-herald.txt 06-evening-post.txt 07-public-voice.txt
    11-east-shore-times.txt 12-lowmark-daily.txt 24-tarn-valley-post.txt 28-delta-weekly.txt
    16-cpa-correction.txt 41-ledger-correction.txt
    """.split()
)
CASES = 30
TEXTS = 6
LEAST_SENTENCES = 7

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_LEADS = (
    "Grief and anger spread through the valley as more became known of what had happened there.",
    "It was a day that nobody in the province will forget, and it is not over yet for many.",
    "Few of those who came to the square that evening wanted to speak, and fewer gave a name.",
)
_OWN = (
    "Our reporter was not able to reach the town, because the road has been shut since autumn.",
    "Bread has doubled in price since the winter, and the ferry sails only twice a week now.",
    "The cabinet is to meet again after the holiday; its spokesman did not return our calls.",
    "Schools stayed closed for a third day, and the market opened only for an hour at noon.",
)
_NOTE = (
    "This newspaper is written by people who live here. If you know more than we do, write to the "
    "desk; we do not give names away. Read us every morning, or listen to the news on the hour."
)
_QUOTE = (
    "“We ask everybody to stay away from the place until the engineers have left it, and to bring "
    "whatever they have filmed to the office of the commission,” a notice on the town hall said."
)
_OTHER_WORDS = {
    "killed": "slain", "people": "persons", "said": "stated", "town": "city", "told": "informed",
    "were": "had been", "about": "roughly", "after": "following", "army": "military",
}  # fmt: skip

Sentences = list[str]


class _Made(Struct, frozen=True, kw_only=True):
    """A text with the one it was made of and how."""

    source: str
    edit: str
    text: str


def judge_copies() -> Iterator[Judgement]:
    """Judge the pairs of copies found in each small collection."""
    sources = dict(load_sources())
    for number in range(CASES):
        yield _judge(f"copies-{number:02}", make_case(sources, random.Random(number)))


def load_sources() -> Iterator[tuple[str, Sentences]]:
    """Load the sentences of the example reports that are long enough, none a copy of another."""
    for path in sorted(EXAMPLES.glob("*/*.txt")):
        _, _, body = path.read_text("utf-8").partition("\n\n")
        sentences = [part.strip() for part in _SENTENCE.split(body) if part.strip()]
        if path.name not in COPIED and len(sentences) >= LEAST_SENTENCES:
            yield path.name, sentences


def make_case(sources: dict[str, Sentences], chance: random.Random) -> list[_Made]:
    """Make a collection: some texts as they are, one to three edits of half of them."""
    made: list[_Made] = []
    for index, name in enumerate(chance.sample(sorted(sources), TEXTS)):
        sentences = sources[name]
        edits = chance.sample(sorted(EDITS), chance.randint(1, 3)) if index % 2 == 0 else []
        made.append(_Made(source=name, edit="as it is", text=" ".join(sentences)))
        for edit in edits:
            text = " ".join(EDITS[edit](list(sentences), chance))
            made.append(_Made(source=name, edit=edit, text=text))
        if not edits:
            made[-1] = _Made(
                source=name,
                edit="another report with the same quote and note",
                text=f"{' '.join(sentences)} {_QUOTE} {_NOTE}",
            )
    return made


def _cut(sentences: Sentences, chance: random.Random) -> Sentences:
    return sentences[: max(4, int(len(sentences) * chance.uniform(0.4, 0.7)))]


def _reorder(sentences: Sentences, chance: random.Random) -> Sentences:
    chance.shuffle(sentences)
    return sentences


def _lead(sentences: Sentences, chance: random.Random) -> Sentences:
    return [chance.choice(_LEADS), *sentences[1:]]


def _credit(sentences: Sentences, chance: random.Random) -> Sentences:
    return [f"{chance.choice(('OSTER', 'TAVARRA', 'LOWMARK'))} (agencies) -", *sentences]


def _dress(sentences: Sentences, _: random.Random) -> Sentences:
    return [*sentences, _QUOTE, _NOTE]


def _reword(sentences: Sentences, chance: random.Random) -> Sentences:
    """Reword a third of the sentences with other words for the same."""
    kept = []
    for sentence in sentences:
        if chance.random() < 1 / 3:
            words = [_OTHER_WORDS.get(word, word) for word in sentence.split(" ")]
            sentence = " ".join(words)
        kept.append(sentence)
    return kept


def _mix(sentences: Sentences, chance: random.Random) -> Sentences:
    """Keep two thirds and put sentences of one's own between them."""
    kept = [sentence for index, sentence in enumerate(sentences) if index % 3 != 1]
    for own in chance.sample(_OWN, 3):
        kept.insert(chance.randrange(len(kept) + 1), own)
    return kept


def _rewrite(sentences: Sentences, chance: random.Random) -> Sentences:
    return _dress(_lead(_cut(sentences, chance), chance), chance)


EDITS: dict[str, Callable[[Sentences, random.Random], Sentences]] = {
    "cut": _cut,
    "reordered": _reorder,
    "new lead": _lead,
    "credited": _credit,
    "note added": _dress,
    "reworded": _reword,
    "mixed with own": _mix,
    "new lead, cut, note": _rewrite,
}


def _judge(name: str, made: Sequence[_Made]) -> Judgement:
    documents = [_make_document(index, item) for index, item in enumerate(made)]
    order = {document.report.id: index for index, document in enumerate(documents)}
    found = {
        (one, other)
        for group in find_copies(documents)
        for one, other in combinations(sorted(order[report] for report in group.reports), 2)
    }
    wanted = {
        (one, other)
        for one, other in combinations(range(len(made)), 2)
        if made[one].source == made[other].source
    }
    return Judgement(
        set="copies",
        id=name,
        text=f"{len(made)} reports",
        points=(
            Point("pairs of copies, F1", 2 * len(found & wanted), len(found) + len(wanted)),
            Point("pairs of copies found", len(found & wanted), len(wanted)),
        ),
        expected=_show(wanted - found, made),
        found=_show(found - wanted, made),
    )


def _make_document(index: int, made: _Made) -> Document:
    return make_text_document(made.text, "2019-05-15", f"Outlet {index}", f"{made.source} {index}")


def _show(pairs: set[tuple[int, int]], made: Sequence[_Made]) -> str:
    shown = (
        f"{made[one].source} ({made[one].edit}) = {made[other].source} ({made[other].edit})"
        for one, other in sorted(pairs)
    )
    return "; ".join(shown) or "nothing else"
