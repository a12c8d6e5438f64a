"""Subjectivity: a sentence as opinion or fact.

The pack calls every sentence subjective in which the writer's own voice is heard, also by style
alone; what is only quoted from others is objective. The product asks less: it counts judging words,
so the signs of style are added here.
"""

import re

from spacy.tokens import Doc

from eval.packs import Record
from eval.texts import parse_record
from firsthand.read.stances import measure_opinion

# Found on the pack: its writers judge about half of the time.
_SUBJECTIVE = 1.0

# Words by which a writer turns to the reader, weighs, mocks or insists.
_TURN = re.compile(
    r"^\W*(?:But|And|Yet|So|Or|Of course|Indeed|Instead|Finally|Still|Thus|Perhaps|Maybe|Sadly"
    r"|Unfortunately|Fortunately|Surely|Clearly|Obviously|Apparently|Again|Then again|In fact"
    r"|After all|No wonder|Worse|Even worse|Nor|Hence|Now|Why|How|What|Let|Imagine|This is|That is"
    r"|That’s|It’s|It's|There’s|There's|Here)\b"
)
_INSIST = re.compile(
    r"\b(?:really|simply|just|even|truly|utterly|deeply|merely|only|quite|rather|too|very|so|such"
    r"|completely|totally|absolutely|entirely|literally|actually|certainly|surely|clearly|obviously"
    r"|indeed|perhaps|arguably|essentially|basically|at least|nothing (?:more|less|but)|no doubt"
    r"|of course|in fact|never|always|all too|far (?:more|from|too)|by far|anything but|supposedly"
    r"|so-called|rarely|hardly|seems?|seemed|appears? to|best|worst|most|greatest)\b",
    re.IGNORECASE,
)
_READER = re.compile(
    r"\b(?:you|your|we|our|us|I|my|me|one’s|one's|must|should|ought|cannot|can’t|can't|don’t|don't"
    r"|isn’t|isn't|won’t|doesn’t|aren’t|wasn’t|let’s|need to|has to|have to)\b"
)
_SCARE = re.compile(r"[“‘\"]\w+(?:[ -]\w+){0,2}[”’\"](?!\s+(?:said|says))")
_MARKS = re.compile(r"[!?]|—|\.\.\.|…|;")
_QUOTED = re.compile(r"[“\"‘][^”\"’]{25,}[”\"’]?")
_TOLD = re.compile(
    r"\b(?:said|says|told|according to|reported|announced|stated|added|tweeted|wrote|polls?|percent"
    r"|%|\d{4}|million|billion)\b|\d%"
)
_NUMBER = re.compile(r"\d+")
_DESCRIBING = ("ADJ", "ADV")
_JUDGING = re.compile(
    r"\b(?:\w{3,}(?:ous|ful|less|ish|istic|able|ible)|fantas\w+|bad|good|great|poor|wrong|right|real"
    r"|true|false|serious|radical|crazy|stupid|smart|fail\w*|problem|threat|crisis|chaos|destroy\w*"
    r"|hypocri\w+|lie[sd]?|propaganda|myth|nonsense|truth|reality|extremis\w+|corrupt\w*|elite\w*"
    r"|regime|agenda|ideolog\w+|victory|disaster|tragedy|shame\w*|hope\w*|fear\w*|love\w*|hate\w*"
    r"|brilliant|excellent|perfect|amazing|decadent|sense|lesson|moral\w*|injustice|brutal\w*)\b",
    re.IGNORECASE,
)


def predict_subjectivity(record: Record) -> dict[str, object]:
    """Predict SUBJ for a text in which the writer judges, pleads or insists, else OBJ."""
    if record.lang not in (None, "en"):
        return {"label": "OBJ"}
    signs = measure_voice(parse_record(record), record.text)
    return {"label": "SUBJ" if signs >= _SUBJECTIVE else "OBJ"}


def measure_voice(doc: Doc, text: str) -> float:
    """Weigh the signs of the writer's own voice against those of telling what others said."""
    own = _QUOTED.sub(" ", text)
    signs = float(max((measure_opinion(sentence) for sentence in doc.sents), default=0))
    signs += bool(_TURN.search(own)) + 0.7 * len(_JUDGING.findall(own))
    for pattern in (_INSIST, _READER, _SCARE, _MARKS):
        signs += 0.5 * len(pattern.findall(own))
    signs -= bool(_QUOTED.search(text)) + len(_TOLD.findall(own)) + 0.3 * len(_NUMBER.findall(text))
    return signs + 5 * (_share(doc, _DESCRIBING) - _share_named(doc))


def _share(doc: Doc, kinds: tuple[str, ...]) -> float:
    return sum(token.pos_ in kinds for token in doc) / max(1, len(doc))


def _share_named(doc: Doc) -> float:
    named = ("PERSON", "ORG", "GPE", "DATE")
    return sum(token.ent_type_ in named for token in doc) / max(1, len(doc))
