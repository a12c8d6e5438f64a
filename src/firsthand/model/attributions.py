"""Attributions: who says so, and through whom."""

from typing import Literal, TypeAlias

from msgspec import Struct

from firsthand.model.spans import Part

Role: TypeAlias = Literal["speaker", "relay"]
Manner: TypeAlias = Literal["direct", "indirect", "mixed"]
Standing: TypeAlias = Literal[
    "victim",
    "witness",
    "relative",
    "perpetrator side",
    "official",
    "medical",
    "observer",
    "lawyer",
    "advocate",
    "outlet",
    "unnamed",
]
Stance: TypeAlias = Literal[
    "asserted", "denied", "alleged", "predicted", "conditional", "demanded", "opinion"
]


class Link(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One link of a chain: a speaker, or a relay that quotes or obtained the words.

    `speaker` and `cue` are the words at `speaker_span` and `cue_span`; `actor` is the id of the
    resolved actor or null; `resolved_by` says how; `speaks_for` the body named in the words for
    the speaker ("the ministry's spokesman"); `firsthand` is true only if the text says that
    the speaker was there, false if it says they were not, null if it does not say.
    """

    role: Role
    speaker: str | None
    actor: str | None = None
    manner: Manner
    cue: str | None
    speaker_span: Part | None
    cue_span: Part | None
    standing: Standing | None = None
    firsthand: bool | None = None
    resolved_by: str | None = None
    speaks_for: str | None = None
    pattern: str


class Attribution(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act of saying found in a report: its links share one content.

    The outermost link comes first, so relays come before the speaker ("Gates was quoted by AFP"
    gives AFP, Gates). `content` are the parts of the text that are said; `stance` is what the cue
    does to them (denied, demanded …); `kind` is the family of the cue (say, warn, know, order …).
    """

    links: tuple[Link, ...]
    content: tuple[Part, ...]
    stance: Stance
    kind: str
    pattern: str
