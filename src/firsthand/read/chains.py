"""Chains: the links from the outermost to the first speaker behind the words of a claim."""

from collections.abc import Sequence

from firsthand.model.attributions import Attribution, Link
from firsthand.model.indexes import SpanIndex, index_spans
from firsthand.model.spans import Part, covers

# Knowing is no saying: "the US was aware that …" makes a claim of knowledge, not a speaker.
SILENT_KINDS = frozenset({"know", "attitude"})
# "The toll was expected to rise, according to X": nobody else is said to expect it; nor does
# anybody speak where X denies "the claim that".
_NAMELESS = frozenset({"expect", "think"})


def index_sayings(attributions: Sequence[Attribution]) -> SpanIndex[Attribution]:
    """Index acts of saying by the words of their contents and of their cues."""
    return index_spans((list_saying_parts(item), item) for item in attributions)


def list_saying_parts(attribution: Attribution) -> tuple[Part, ...]:
    """List the parts of a saying's content and of its cues."""
    cues = (link.cue_span for link in attribution.links if link.cue_span is not None)
    return (*attribution.content, *cues)


def find_chain(attributions: Sequence[Attribution], trigger: Part) -> tuple[Attribution, ...]:
    """Return the acts of saying whose content holds the trigger, outermost first."""
    holding = [
        attribution
        for attribution in attributions
        if attribution.kind not in SILENT_KINDS and covers(attribution.content, trigger)
    ]
    return tuple(sorted(holding, key=_measure, reverse=True))


def join_links(chain: Sequence[Attribution]) -> tuple[Link, ...]:
    """Join the links of a chain; a speaker named twice in a row is one link."""
    links: list[Link] = []
    named = any(link.speaker is not None for item in chain for link in item.links)
    before: tuple[Link, ...] = ()
    for attribution in chain:
        for link in attribution.links:
            if named and link.speaker is None and _is_nobody(attribution):
                continue
            if not any(_is_repeated(other, link) for other in (*before, *links[-1:])):
                links.append(link)
        before = attribution.links
    return tuple(links)


def find_by_cue(attributions: Sequence[Attribution], trigger: Part) -> Attribution | None:
    """Return the act of saying that is cued by the trigger's own words."""
    for attribution in attributions:
        for link in attribution.links:
            if link.cue_span is not None and covers((link.cue_span,), trigger):
                return attribution
    return None


def _measure(attribution: Attribution) -> tuple[int, int]:
    """Order acts of saying from the outermost: the longest content, then the earliest cue."""
    length = sum(end - start for start, end in attribution.content)
    cues = [link.cue_span[0] for link in attribution.links if link.cue_span is not None]
    return length, -min(cues, default=0)


def _is_nobody(attribution: Attribution) -> bool:
    return attribution.kind in _NAMELESS or attribution.stance == "denied"


def _is_repeated(one: Link, other: Link) -> bool:
    return one.speaker_span is not None and one.speaker_span == other.speaker_span
