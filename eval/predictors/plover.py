"""PLOVER: the class of a sentence's event, its actors, and how many were killed and injured.

Violence and arrests come from our acts; the classes of diplomacy are told by words listed here,
because the product does not code them.
"""

import re
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from eval.packs import Record
from eval.texts import parse_record, read_record
from firsthand.lexicon.tables import load_table
from firsthand.model.acts import Participant
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading

# The first class whose words a sentence has counts; what is only planned or said stands first.
_WORDS = (
    (
        "THREATEN",
        r"threat\w*|warn\w* (?:that )?\w+ (?:will|would)|prepared to impose|would blockade"
        r"|ready to (?:strike|attack|use force)|ultimatum to"
        r"|vow\w* to (?:attack|avenge|retaliate)|will withdraw"
        r"|would (?:expel|retaliate|boycott|resume)",
    ),
    (
        "REJECT",
        r"reject\w*|refus\w*|declin\w*|veto\w*|rul\w+ out|turned down"
        r"|den(?:y|ied) (?:a )?request|defied|oppos\w+ (?:the )?(?:proposal|plan)|blackout"
        r"|blocked (?:a )?(?:resolution|bid)|suspended talks|halted negotiations|would not",
    ),
    (
        "DEMAND",
        r"demand(?:s|ed|ing)?|urg\w+|must|call(?:s|ed|ing)? (?:on|for|upon)|appeal\w*"
        r"|insist\w*|request\w*|press\w+ for|pushing|ask(?:s|ed)? (?:for|the|\w+ to)|should",
    ),
    (
        "PROTEST",
        r"demonstrat\w*|protest\w*|rall(?:y|ies|ied)|hunger strike"
        r"|march\w* (?:through|in|to|on)|riot\w*|boycott\w*|general strike|walked out"
        r"|on strike|sit-in|burned (?:a|the) flag",
    ),
    (
        "AGREE",
        r"agree\w*|offer\w*|will (?:provide|send|give|help|grant)"
        r"|(?:is|are|was) (?:willing|ready) to|promis\w*|pledg\w*|accept\w*|consent\w*"
        r"|approv\w*",
    ),
    (
        "INVESTIGATE",
        r"investigat\w*|inquir\w*|inspect\w*|hearing|probe\w*",
    ),
    (
        "DISAPPROVE",
        r"accus\w*|blam\w*|condemn\w*|critici\w*|denounc\w*|indict\w*|charg\w+ (?:that|with)"
        r"|complain\w*|deplor\w*|sued|lawsuit|protested to",
    ),
    (
        "SANCTION",
        r"sanction\w*|expel\w*|embargo\w*|broke (?:off )?(?:diplomatic )?relations"
        r"|prohibit\w*|cut (?:off )?(?:aid|ties)|forced .{1,40} out|recalled|shipped out"
        r"|severed",
    ),
    (
        "CONCEDE",
        r"lift\w* (?:a|the|its)? ?(?:\w+ )?(?:curfew|restriction|ban|state|martial)"
        r"|eas(?:ed|ing)|cancel\w*|releas\w*|freed|allow\w*|recogniz\w*|reform\w*|amnesty"
        r"|pardon\w*|legali[sz]\w*",
    ),
    (
        "RETREAT",
        r"withdr\w*|resign\w*|lifted|retreat\w*|cease-?fire|surrender\w*|compensation"
        r"|returned|improved|handed over|disarm\w*|demobili\w*",
    ),
    (
        "AID",
        r"aid|relief|evacuat\w*|opened (?:its|their) borders|donat\w*"
        r"|peacekeep\w+ (?:troops )?have arrived|shipment\w*|asylum|food",
    ),
    (
        "MOBILIZE",
        r"mobili[sz]ed|on alert|train(?:ed|ing)|deploy\w*|massed|prepar\w+ to|reinforc\w*"
        r"|troops to|buildup|increas\w+ (?:its|their) (?:military|troops|forces)",
    ),
    (
        "CONSULT",
        r"met|meet(?:s|ing|ings)?|visit\w*|telephon\w*|host\w*|talks?|mediat\w*|discuss\w*"
        r"|negotiat\w*|summit|arrived in|consult\w*",
    ),
    (
        "COOPERATE",
        r"cooperat\w*|shar(?:ed|ing)|joint\w*|exchang\w*|signed|exercises",
    ),
    (
        "SUPPORT",
        r"welcom\w*|defend\w*|support\w*|prais\w*|apolog\w*|diplomatic ties|forgiv\w*"
        r"|thank\w*|condolence\w*|congratulat\w*|endors\w*|back(?:s|ed)",
    ),
)
_PATTERNS = tuple((name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _WORDS)
_VIOLENT = ("ASSAULT", "FIGHT", "COERCE")
_ARMS = re.compile(
    r"\b(?:aircraft|helicopters?|warplanes?|jets?|tanks?|shell\w*|artillery|missiles?|troops"
    r"|soldiers|rebels|guerrillas?|clash\w*|battle\w*|fighting|captured|opened fire|army"
    r"|forces|mines?|minefield"
    r"|police|gunships?|drone|predator|rockets?)\b",
    re.IGNORECASE,
)
_ONE_SIDED = re.compile(
    r"\b(?:suicide|roadside|car bomb\w*|explosive device|machetes?|rap(?:e|ed)|abus\w*|tortur\w*"
    r"|beat\w*|kidnap\w*|abduct\w*|assassinat\w*|hostages?|bomb attack|massacre\w*)\b",
    re.IGNORECASE,
)
_ACTORS = ("GPE", "NORP", "ORG", "PERSON", "LOC", "FAC")


def predict_plover(record: Record) -> dict[str, object]:
    """Predict a sentence's event, actors and counts."""
    doc, reading = parse_record(record), read_record(record)
    claim = _find_violence(reading)
    event = _name_event(record.text, claim)
    actors = _find_actors(doc, claim if event in _VIOLENT else None, event)
    dead, injured = (_count(reading, outcome) for outcome in ("killed", "injured"))
    violent = event in ("ASSAULT", "FIGHT", "PROTEST")
    return {
        "event": event,
        "actors": actors,
        "dead": dead if violent else None,
        "injured": injured if violent else None,
    }


def _find_violence(reading: Reading) -> Claim | None:
    """Find the first claim about an act of violence that is said to have happened."""
    codes = {row["type"]: row["plover"] for row in load_table("act_types")}
    for claim in reading.claims:
        if claim.act is None or claim.stance in ("predicted", "demanded", "conditional", "denied"):
            continue
        if codes.get(claim.act.type) in _VIOLENT or claim.act.type == "explosion":
            return claim
    return None


def _name_event(text: str, claim: Claim | None) -> str:
    found = [name for name, pattern in _PATTERNS if pattern.search(text)]
    if claim is not None and claim.act is not None and _leads(text, claim, found):
        return _judge_violence(text, claim)
    return found[0] if found else "AGREE"


def _leads(text: str, claim: Claim, found: Sequence[str]) -> bool:
    """Tell whether the violence is what the sentence tells, and not what it is told of."""
    act = claim.act
    if act is None:
        return False
    if any(count.outcome in ("killed", "injured") and count.low for count in claim.casualties):
        early = act.start < 0.75 * len(text)
        return early and not {"PROTEST", "CONCEDE", "THREATEN"} & set(found[:1])
    if act.form in ("nominal", "participle", "infinitive"):
        return act.start < 0.3 * len(text) and not found
    stopped = {"THREATEN", "REJECT", "DEMAND", "PROTEST", "DISAPPROVE", "INVESTIGATE"}
    words = next((p.search(text) for name, p in _PATTERNS if found and name == found[0]), None)
    before = words is not None and words.start() < act.start and found[0] in stopped
    return act.start < 0.6 * len(text) and not before


def _judge_violence(text: str, claim: Claim) -> str:
    """Tell armed fights from assaults on people who do not fight, and both from coercion."""
    kind = "" if claim.act is None else claim.act.type
    codes = {row["type"]: row["plover"] for row in load_table("act_types")}
    if codes.get(kind) == "COERCE":
        return "COERCE"
    if kind == "arson":
        return "COERCE"
    if _ONE_SIDED.search(text):
        return "ASSAULT"
    return "FIGHT" if _ARMS.search(text) else "ASSAULT"


def _count(reading: Reading, outcome: str) -> int | None:
    figures = [
        count.low
        for claim in reading.claims
        for count in claim.casualties
        if count.outcome == outcome and count.part_of is None and count.low
    ]
    return max(figures, default=None)


def _find_actors(doc: Doc, claim: Claim | None, event: str) -> list[dict[str, object]]:
    """Return who acts and on whom: of the act, else the subject's names and the next ones."""
    if claim is not None and claim.act is not None:
        sources = [_name(doc, agent) for agent in claim.act.agents[:1]]
        targets = [_name(doc, target) for target in claim.act.targets[:1]]
        if sources and targets:
            return [_write("source", sources[0]), _write("target", targets[0])]
    subject = _find_subject(doc)
    own = _entities(doc, subject)
    sources = own or ([doc[subject[0] : subject[1]]] if subject is not None else [])
    after = 0 if subject is None else subject[1]
    later = [entity for entity in doc.ents if entity.label_ in _ACTORS and entity.start >= after]
    if event == "AGREE" and len(own) > 1:
        return [_write("source", entity) for entity in own[:2]]
    actors = [_write("source", entity) for entity in sources[:1]]
    return actors + [_write("target", entity) for entity in later[:1]]


def _find_subject(doc: Doc) -> tuple[int, int] | None:
    """Return the tokens of the first subject before its relative clauses."""
    for token in doc:
        if token.dep_ in ("nsubj", "nsubjpass") and token.pos_ != "PRON":
            return token.left_edge.i, token.i + 1 + _count_of(token)
    return None


def _count_of(head: Token) -> int:
    """Count the tokens of "of …" after a head: "a group of diplomats"."""
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return child.right_edge.i - head.i
        break
    return 0


def _entities(doc: Doc, part: tuple[int, int] | None) -> list[Span]:
    if part is None:
        return []
    inside = [
        entity
        for entity in doc.ents
        if entity.label_ in _ACTORS and part[0] <= entity.start and entity.end <= part[1]
    ]
    if len(inside) == 1 and inside[0].label_ in ("NORP", "GPE") and inside[0].end < part[1]:
        return [doc[inside[0].start : part[1]]]
    return inside


def _name(doc: Doc, participant: Participant) -> Span:
    span = doc.char_span(participant.start, participant.end, alignment_mode="expand")
    if span is None:
        return doc[0:1]
    named = [entity for entity in span.ents if entity.label_ in _ACTORS]
    return named[0] if named and named[0].label_ in ("GPE", "PERSON") else span


def _write(role: str, span: Span) -> dict[str, object]:
    return {"role": role, "text": span.text, "start": span.start_char, "end": span.end_char}
