"""MUC: templates of terrorist incidents in Latin America, from our claims about acts.

The key's conventions: killings and shootings are ATTACK; one with explosives is a BOMBING; what
soldiers do to fighters is no incident; an undated one happened on or before the day of the report.
"""

from collections.abc import Sequence

from msgspec import Struct

from eval.packs import Record
from eval.predictors import muc_slots as slots
from eval.predictors import muc_targets as targets
from eval.predictors.muc_words import EXPLOSIVES, TALK
from eval.texts import parse_record, read_record
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading

_TYPES = {
    "bombing": "BOMBING",
    "explosion": "BOMBING",
    "suicide_bombing": "BOMBING",
    "abduction": "KIDNAPPING",
    "disappearance": "KIDNAPPING",
    "arson": "ARSON",
    **dict.fromkeys(
        (
            "killing death injuring shooting shelling air_strike assault beating stabbing execution"
            " massacre torture destruction sexual_violence"
        ).split(),
        "ATTACK",
    ),
}
# Weak words that say an act only beside another one, or not alone enough for a template.
_WEAK = frozenset({"death", "injuring", "destruction"})
_STANCES = ("asserted", "alleged", "denied")
_MOST_TEMPLATES = 4
# The genre of a broadcast stands in brackets before its text, its news in the first sentence.
_HEAD = 400


class _Group(Struct, kw_only=True):
    """Claims of one incident as they are gathered."""

    type: str
    claims: list[Claim]


def predict_muc(record: Record) -> dict[str, object]:
    """Predict the templates of a report."""
    reading = read_record(record)
    source = slots.Source(
        text=record.text,
        published=record.published,
        country=slots.find_country(record.text, reading),
        doc=parse_record(record),
        reading=reading,
    )
    if source.country is None:
        return {"templates": []}
    groups = [group for group in _group_claims(reading, record.text) if _is_incident(group, record)]
    groups.sort(key=lambda group: -_weigh(group))
    templates = [_make_template(group, source) for group in groups[:_MOST_TEMPLATES]]
    return {"templates": templates}


def _group_claims(reading: Reading, text: str) -> list[_Group]:
    """Group claims about acts: one incident until the type, the day or the town changes."""
    groups: list[_Group] = []
    for claim in sorted(reading.claims, key=lambda claim: claim.parts):
        kind = _find_type(claim, text)
        if kind is None:
            continue
        home = next((group for group in reversed(groups) if _fits(group, claim, kind)), None)
        if home is None:
            groups.append(_Group(type=kind, claims=[claim]))
            continue
        home.claims.append(claim)
        if home.type == "ATTACK" and kind != "ATTACK":
            home.type = kind
    return groups


def _find_type(claim: Claim, text: str) -> str | None:
    if claim.stance not in _STANCES or _harms_fighters(claim):
        return None
    if claim.act is None:
        harmed = any(count.outcome in ("killed", "injured") for count in claim.casualties)
        return "ATTACK" if harmed else None
    if claim.kind not in ("act", "casualties"):
        return None
    kind = _TYPES.get(claim.act.type)
    if kind == "ATTACK" and claim.act.type in ("assault", "killing", "destruction", "shelling"):
        near = text[claim.parts[0][0] : claim.parts[-1][1]]
        return "BOMBING" if EXPLOSIVES.search(near) else kind
    return kind


def _harms_fighters(claim: Claim) -> bool:
    """Tell whether all whom a claim says harmed are rebels or criminals."""
    hit = [] if claim.act is None else [target.text.upper() for target in claim.act.targets]
    told = hit + [count.text.upper() for count in claim.casualties]
    return bool(told) and all(targets.is_fighter(words) for words in told)


def _fits(group: _Group, claim: Claim, kind: str) -> bool:
    """Tell whether a claim speaks of a group's incident: nothing it says speaks against it."""
    if kind != group.type and "ATTACK" not in (kind, group.type):
        return False
    if group.type == "KIDNAPPING" and kind == "ATTACK" and claim.act is not None:
        return claim.act.type in ("killing", "death", "execution")
    days = {slots.find_day(item) for item in group.claims} - {None}
    day = slots.find_day(claim)
    if day is not None and days and day not in days:
        return False
    towns = {slots.find_town(item) for item in group.claims} - {None}
    town = slots.find_town(claim)
    return town is None or not towns or town in towns


def _is_incident(group: _Group, record: Record) -> bool:
    """Tell whether a group is an incident of the key: somebody or something is hit by no army."""
    acts = [claim.act for claim in group.claims if claim.act is not None]
    if not any(act.type not in _WEAK for act in acts):
        return False
    if all(act.negated for act in acts):
        return False
    people = [
        person.text for act in acts for person in (*act.agents, *act.targets, *act.instruments)
    ]
    if not people and not any(claim.casualties for claim in group.claims):
        return False
    if group.type == "ATTACK" and slots.is_combat(group.claims):
        return False
    return _is_news(group, record)


def _is_news(group: _Group, record: Record) -> bool:
    """Tell an incident that is reported from talk of violence.

    A day of late, a town or a count is told, or the report begins with it.
    """
    if slots.is_recent(group.claims, record.published):
        return True
    if TALK.search(record.text[:_HEAD]) or slots.is_old(group.claims, record.published):
        return False
    if group.claims[0].parts[0][0] < _HEAD or any(map(slots.find_town, group.claims)):
        return True
    return any(not count.vague for claim in group.claims for count in claim.casualties)


def _weigh(group: _Group) -> float:
    """Weigh how much a group's claims say; the key has the few incidents a report tells in full."""
    filled = sum(
        bool(claim.act and claim.act.targets)
        + bool(claim.act and claim.act.agents)
        + len(claim.casualties)
        + (claim.time is not None)
        + (claim.place is not None)
        for claim in group.claims
    )
    return filled + 2 * (group.type != "ATTACK")


def _make_template(group: _Group, source: slots.Source) -> dict[str, object]:
    claims: Sequence[Claim] = group.claims
    individuals, organisations = slots.find_perpetrators(claims, source)
    template: dict[str, object] = {
        "type": group.type,
        "stage": "ACCOMPLISHED",
        "category": slots.judge_category(individuals, organisations),
        "date": slots.find_date(claims, source),
        "location": slots.find_location(claims, source),
        "perp_individual": individuals,
        "perp_org": organisations,
        "phys_targets": targets.find_things(claims, source),
        "hum_targets": targets.find_people(claims, source),
        "instruments": targets.find_instruments(claims, source, group.type),
        "killed": targets.add_up_harmed(claims, source, "killed"),
        "injured": targets.add_up_harmed(claims, source, "injured"),
    }
    if organisations:
        template["perp_confidence"] = [slots.judge_confidence(claims)]
    return {name: value for name, value in template.items() if value}
