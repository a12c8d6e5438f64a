"""MUC slots: how the key words who, whom, what, where and when."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct
from spacy.tokens import Doc, Token

from eval.predictors.sums import add_up
from firsthand.model.acts import Participant
from firsthand.model.casualties import Casualties
from firsthand.model.claims import Claim
from firsthand.model.readings import Reading

EXPLOSIVES = re.compile(r"\b(?:bomb\w*|dynamit\w*|explosi\w*|explod\w*|car-?bomb|blew up)\b", re.I)
_WEAPONS = re.compile(
    r"\b(?:(?:car|time|homemade|powerful|incendiary|fragmentation|hand) )?(?:bombs?|car-bombs?"
    r"|dynamite(?: (?:charges?|sticks?))?|explosives?|explosive (?:devices?|charges?)|grenades?"
    r"|rockets?|mortars?|machine-?guns?|submachineguns?|rifles?|pistols?|revolvers?|mines?"
    r"|land ?mines?|molotov cocktails|booby traps?|ak-47|rpg-?\d*|machetes?|firearms?)\b",
    re.IGNORECASE,
)
# Countries whose incidents the key covers, with the codes of our places and adjectives.
_COUNTRIES = {
    "SV": "EL SALVADOR",
    "CO": "COLOMBIA",
    "PE": "PERU",
    "GT": "GUATEMALA",
    "CL": "CHILE",
    "HN": "HONDURAS",
    "BO": "BOLIVIA",
    "EC": "ECUADOR",
    "AR": "ARGENTINA",
    "PA": "PANAMA",
    "NI": "NICARAGUA",
    "BR": "BRAZIL",
    "VE": "VENEZUELA",
    "CR": "COSTA RICA",
}
_COUNTRY_WORDS = (
    ("SV", r"EL SALVADOR|SALVADORANS?|SAN SALVADOR|FMLN|CRISTIANI"),
    ("CO", r"COLOMBIANS?|COLOMBIA|BOGOTA|MEDELLIN|CALI|BARRANQUILLA"),
    ("PE", r"PERU|PERUVIANS?|LIMA|SHINING PATH|AYACUCHO"),
    ("GT", r"GUATEMALANS?|GUATEMALA"),
    ("CL", r"CHILEANS?|CHILE|SANTIAGO"),
    ("HN", r"HONDURANS?|HONDURAS|TEGUCIGALPA"),
    ("BO", r"BOLIVIANS?|BOLIVIA|LA PAZ"),
    ("EC", r"ECUADORAN|ECUADOREAN|ECUADOR|QUITO|GUAYAQUIL"),
    ("AR", r"ARGENTINE|ARGENTINA|BUENOS AIRES"),
    ("PA", r"PANAMANIANS?|PANAMA"),
    ("NI", r"NICARAGUANS?|NICARAGUA|MANAGUA"),
    ("BR", r"BRAZILIANS?|BRAZIL"),
    ("VE", r"VENEZUELANS?|VENEZUELA|CARACAS"),
    ("CR", r"COSTA RICANS?|COSTA RICA"),
)
# Armed groups of the region and time, as any handbook of it lists them.
_GROUPS = re.compile(
    r"FMLN|FARABUNDO MARTI NATIONAL LIBERATION FRONT|SHINING PATH|ELN|ARMY OF NATIONAL LIBERATION"
    r"|NATIONAL LIBERATION ARMY|FARC|REVOLUTIONARY ARMED FORCES OF COLOMBIA|EPL"
    r"|PEOPLE'S LIBERATION ARMY|M-19|19TH OF APRIL MOVEMENT|(?:THE )?EXTRADITABLES|MEDELLIN CARTEL"
    r"|CALI CARTEL|MRTA|TUPAC AMARU REVOLUTIONARY MOVEMENT|MANUEL RODRIGUEZ PATRIOTIC FRONT|FPMR"
    r"|URNG|GUATEMALAN NATIONAL REVOLUTIONARY UNITY|EGP|DEATH SQUADS?|CONTRAS|LAUTARO\b[A-Z ]*"
    r"|MIR|MAXIMILIANO HERNANDEZ MARTINEZ\b[A-Z ]*|ARENA|CAMILIST UNION|CINCHONEROS?"
    r"|ZARATE WILLKA\b[A-Z ]*|URBAN COMMANDOS|COMMUNIST PARTY OF PERU|DIGNITY BATTALIONS"
)
_FORCES = re.compile(
    r"\b(?:ARMED FORCES|(?:SALVADORAN |HONDURAN |NATIONAL )?ARMY|AIR FORCE|MILITARY|GOVERNMENT"
    r"|NATIONAL GUARD|TREASURY POLICE|NATIONAL POLICE|POLICE|ATLACATL BATTALION|SECURITY FORCES"
    r"|SANDINIST PEOPLE'S ARMY|BATTALION)\b"
)
_STATE = re.compile(_FORCES.pattern + r"|\bSOLDIERS?\b|\bTROOPS?\b|DEATH SQUADS?|COLONEL|GENERAL")
_FIGHTERS = re.compile(
    r"\b(?:REBELS?|GUERRILLAS?|SUBVERSIVES?|INSURGENTS?|TERRORISTS?|KIDNAPPERS?|SQUADS?|EXTREMISTS?"
    r"|CRIMINALS?|DRUG TRAFFICKERS?|COLUMNS?|COMMANDOS?)\b"
)
_MILITARY = re.compile(
    r"\b(?:SOLDIERS?|TROOPS?|BATTALIONS?|GARRISONS?|POSTS?|PATROLS?|BRIGADES?|HELICOPTERS?|UNITS?"
    r"|ARMY MEMBERS|ARMED FORCES|DETACHMENTS?|BARRACKS|CONVOYS?|MILITARY|OFFICERS?|PLANES?"
    r"|CAMPS?)\b"
)
_DOERS = re.compile(
    r"\b(?:REBELS?|GUERRILLAS?|SUBVERSIVES?|INSURGENTS?|TERRORISTS?|INDIVIDUALS?|MEN|MAN|PERSONS?"
    r"|PEOPLE|GUNMEN|GUNMAN|ASSASSINS?|KILLERS?|MEMBERS?|SOLDIERS?|TROOPS?|COMMANDOS?|UNITS?|SQUADS?"
    r"|ATTACKERS?|ASSAILANTS?|CRIMINALS?|TRAFFICKERS?|KIDNAPPERS?|YOUTHS?|POLICEMEN|ELEMENTS?|GROUPS?"
    r"|COMBATANTS?|PATROLS?|FIGHTERS?|MILITIAMEN|AGENTS?|HOODED|BROTHERS|SNIPERS?|EXTREMISTS?)\b"
)
_PERSON = re.compile(
    _DOERS.pattern[:-3]
    + r"|CHILD(?:REN)?|WOM[AE]N|PEASANTS?|WORKERS?|LEADERS?|PRIESTS?|JESUITS?|JUDGES?|JOURNALISTS?"
    r"|MAYORS?|MINISTERS?|CANDIDATES?|CIVILIANS?|OFFICIALS?|OFFICERS?|PRESIDENT|GENERAL|COLONEL"
    r"|AMBASSADOR|STUDENTS?|RESIDENTS?|PASSENGERS?|DRIVER|BODYGUARDS?|GUARDS?|POLICEMAN|WIFE|SON"
    r"|DAUGHTER|FAMILY|BUSINESSM[AE]N|UNIONISTS?|TEACHERS?|CITIZENS?|VICTIMS?|FARMERS?|OTHERS"
    r"|DEPUTY|SENATOR|LAWYER|PROFESSOR|DIRECTOR|MAJOR|CAPTAIN|SERGEANT|BISHOP|NUNS?|COOK|HOSTAGES?"
    r"|TECHNICIANS?|ENGINEERS?|TOURISTS?|MARINES?|ADVISERS?|MISSIONARIES|INHABITANTS)\b"
)
_PRONOUN = re.compile(
    r"^(?:HE|HIM|HIS|SHE|HER|THEY|THEM|IT|WHO|WHICH|THAT|THIS|THOSE|THESE|ONE|I|WE|YOU|US|ALL|OTHERS?"
    r"|WHOM|WHAT|SOME|TWO|THREE|[\d,]+)$"
)
# Larger figures are those of a war or a year.
_LARGEST = 300
_PERSON_HARMED = re.compile(r"\b(?:VICTIMS?|HOSTAGES?|CIVILIANS?|PEASANTS?)\b")
_EFFECTS = {"killed": "DEATH", "injured": "INJURY"}
_LEVELS = {"province": "DEPARTMENT", "district": "DEPARTMENT", "town": "CITY", "site": "CITY"}


class Source(Struct, frozen=True, kw_only=True):
    """A report with all that slots are filled from."""

    text: str
    published: str | None
    country: str | None
    doc: Doc
    reading: Reading


def find_country(text: str, reading: Reading) -> str | None:
    """Find the country of a report's incidents: the one spoken of most, its dateline aside."""
    counted: Counter[str] = Counter()
    for code, words in _COUNTRY_WORDS:
        counted[code] += len(re.findall(rf"\b(?:{words})\b", text))
    for place in reading.places:
        if place.country in _COUNTRIES and place.precision != "country":
            counted[place.country] += 1
    code, count = max(counted.items(), key=lambda item: item[1])
    return _COUNTRIES[code] if count >= 1 else None


def find_day(claim: Claim) -> str | None:
    """Return the day a claim states."""
    time = claim.time
    if time is None or time.start is None:
        return None
    fine = time.precision in ("minute", "hour", "part of day", "day")
    return time.start[:10] if fine else None


def find_town(claim: Claim) -> str | None:
    """Return the town a claim states."""
    place = claim.place
    return place.name if place is not None and place.precision in ("town", "site") else None


def is_combat(claims: Sequence[Claim]) -> bool:
    """Tell whether only fighters and soldiers are harmed: war, not terror."""
    targets = [person.text for claim in claims if claim.act for person in claim.act.targets]
    groups = [count.text for claim in claims for count in claim.casualties]
    told = [words.upper() for words in (*targets, *groups)]
    told = [words for words in told if not _PRONOUN.match(_clean(words))]
    return bool(told) and all(_FIGHTERS.search(words) or _MILITARY.search(words) for words in told)


def is_old(claims: Sequence[Claim], published: str | None) -> bool:
    """Tell whether all stated times lie years before the report: history, not news."""
    starts = [claim.time.start for claim in claims if claim.time and claim.time.start]
    if not starts or published is None:
        return False
    return all(int(start[:4]) < int(published[:4]) - 1 for start in starts)


def find_date(claims: Sequence[Claim], source: Source) -> dict[str, str | None] | None:
    """Return the day most claims state, else on or before the day of the report."""
    days = [day for claim in claims if (day := find_day(claim)) is not None]
    if days:
        day = max(sorted(set(days)), key=days.count)
        return {"low": day, "high": day}
    if source.published is None:
        return None
    return {"low": None, "high": source.published[:10]}


def find_location(claims: Sequence[Claim], source: Source) -> list[dict[str, str]]:
    """Return the country, then the province and town that claims state, else the dateline's."""
    levels = [{"name": source.country or "", "kind": "COUNTRY"}]
    places = [claim.place for claim in claims if claim.place is not None]
    for precision in ("province", "district", "town", "site"):
        near = [
            _clean(place.text)
            for place in places
            if place.precision == precision and place.country in _COUNTRIES
        ]
        if near:
            name = max(near, key=near.count).upper()
            levels.append({"name": name, "kind": _LEVELS[precision]})
    return levels


def find_perpetrators(claims: Sequence[Claim], source: Source) -> tuple[list[str], list[str]]:
    """Return who did it as people, and the organisations named with them or for them."""
    agents = [
        _clean(agent.text)
        for claim in claims
        if claim.act is not None and not claim.act.negated
        for agent in claim.act.agents
    ]
    agents = [words for words in dict.fromkeys(agents) if not _PRONOUN.match(words)]
    individuals = [words for words in agents if _DOERS.search(words) or _is_named(words, source)]
    organisations: list[str] = []
    for words in agents:
        organisations += _GROUPS.findall(words) or _FORCES.findall(words)
    if not organisations:
        organisations = _find_group_nearby(claims, source, told=bool(individuals))
    return individuals[:2], list(dict.fromkeys(organisations))[:2]


def _find_group_nearby(claims: Sequence[Claim], source: Source, *, told: bool) -> list[str]:
    """Find an armed group in the claims' sentences, else the only one of the report."""
    for claim in claims:
        sentence = _sentence(source, claim)
        found = _GROUPS.findall(sentence)
        if found:
            return found[:1]
    named = Counter(_GROUPS.findall(source.text))
    if told and named:
        return [named.most_common(1)[0][0]]
    return []


def judge_category(individuals: Sequence[str], organisations: Sequence[str]) -> str:
    """Call it the state's violence if its forces did it, else terror, as the key does."""
    words = " ".join((*individuals, *organisations))
    return "STATE-SPONSORED VIOLENCE" if _STATE.search(words) else "TERRORIST ACT"


def judge_confidence(claims: Sequence[Claim]) -> str:
    """Word how sure the report is of who did it."""
    ties = [agent.confidence for claim in claims if claim.act for agent in claim.act.agents]
    if "claimed" in ties:
        return "CLAIMED OR ADMITTED"
    if {"suspected", "accused"} & set(ties) or any(claim.stance == "alleged" for claim in claims):
        return "SUSPECTED OR ACCUSED"
    return "REPORTED AS FACT"


def find_people(claims: Sequence[Claim], source: Source) -> list[dict[str, object]]:
    """Return the people acted on, each with the effect."""
    found: dict[str, dict[str, object]] = {}
    for words, claim in _list_targets(claims, source):
        item = found.setdefault(_key(words), {"names": [words]})
        effect = _judge_effect(claim)
        if effect is not None:
            item["effect"] = [effect]
    for claim in claims:
        for count in claim.casualties:
            words = _strip_number(_clean(count.text))
            if count.outcome in _EFFECTS and _PERSON.search(words):
                effect = _EFFECTS[count.outcome]
                found.setdefault(_key(words), {"names": [words], "effect": [effect]})
    return list(found.values())[:4]


def _list_targets(claims: Sequence[Claim], source: Source) -> Iterator[tuple[str, Claim]]:
    for claim in claims:
        if claim.act is None or claim.act.negated:
            continue
        for target in claim.act.targets:
            words = _clean(target.text)
            if not _PRONOUN.match(words) and _is_person(words, target, source):
                yield words, claim


def find_things(claims: Sequence[Claim], source: Source) -> list[dict[str, object]]:
    """Return the buildings, vehicles and lines acted on."""
    things: dict[str, dict[str, object]] = {}
    for claim in claims:
        if claim.act is None or claim.act.type in ("killing", "death", "injuring", "abduction"):
            continue
        for target in claim.act.targets:
            words = _strip_number(_clean(target.text))
            if not _PRONOUN.match(words) and not _is_person(words, target, source):
                things.setdefault(_key(words), {"ids": [words]})
    return list(things.values())[:3]


def find_instruments(claims: Sequence[Claim], source: Source, kind: str) -> list[dict[str, object]]:
    """Return the weapons of the acts, else those named in their sentences."""
    own = [
        match[0].upper()
        for claim in claims
        if claim.act is not None
        for tool in claim.act.instruments
        if (match := _WEAPONS.search(_clean(tool.text))) is not None
    ]
    if not own:
        own = [
            match[0].upper()
            for claim in claims
            if (match := _WEAPONS.search(_sentence(source, claim))) is not None
        ]
    keys = {_key(words): words for words in reversed(own)}
    found = list(keys.values())[:2] if kind == "BOMBING" or len(keys) == 1 else []
    return [{"ids": [words]} for words in found]


def add_up_harmed(
    claims: Sequence[Claim], source: Source, outcome: str
) -> dict[str, object] | None:
    """Add up the counts of an outcome told together, as the key adds its targets."""
    counts = {
        (count.start, count.end): count
        for claim in claims
        for count in claim.casualties
        if count.outcome == outcome and count.part_of is None and _is_counted(count)
    }
    if not counts:
        return _count_targets(claims, outcome)
    ordered = [counts[part] for part in sorted(counts)]
    most = max(ordered, key=lambda count: count.low or count.high or 0)
    if most.vague:
        return {"low": most.low or 2, "high": None, "plural": True}
    total = max(add_up(source.text, ordered), default=1)
    return {"low": total, "high": total, "plural": False}


def is_fighter(words: str) -> bool:
    """Tell whether words mean rebels or criminals: harm to them is no incident of the key."""
    return _FIGHTERS.search(words) is not None and _PERSON_HARMED.search(words) is None


def _is_counted(count: Casualties) -> bool:
    low = count.low if count.low is not None else count.high
    return bool(low) and (low or 0) < _LARGEST and not is_fighter(_clean(count.text))


def _count_targets(claims: Sequence[Claim], outcome: str) -> dict[str, object] | None:
    """Count the persons told as harmed where no count was read: a name is one."""
    types = ("killing", "death", "execution") if outcome == "killed" else ("injuring",)
    people = {
        _key(_clean(target.text))
        for claim in claims
        if claim.act is not None and claim.act.type in types and not claim.act.negated
        for target in claim.act.targets
        if not _PRONOUN.match(_clean(target.text))
    }
    return {"low": len(people), "high": len(people), "plural": False} if people else None


def _judge_effect(claim: Claim) -> str | None:
    act = "" if claim.act is None else claim.act.type
    if act in ("killing", "death", "execution", "massacre"):
        return "DEATH"
    if act == "injuring":
        return "INJURY"
    if any(count.outcome == "killed" for count in claim.casualties):
        return "DEATH"
    return None


def _is_person(words: str, target: Participant, source: Source) -> bool:
    if _PERSON.search(words):
        return True
    head = _find_head(source.doc, target)
    return head is not None and head.ent_type_ in ("PERSON", "NORP")


def _is_named(words: str, source: Source) -> bool:
    return any(
        actor.type == "person" and actor.name.upper() == words for actor in source.reading.actors
    )


def _find_head(doc: Doc, target: Participant) -> Token | None:
    span = doc.char_span(target.start, target.end, alignment_mode="expand")
    return None if span is None else span.root


def _sentence(source: Source, claim: Claim) -> str:
    start, end = claim.parts[0][0], claim.parts[-1][1]
    span = source.doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return ""
    return _clean(source.text[span.sent.start_char : max(end, span.sent.end_char)])


def _strip_number(words: str) -> str:
    return re.sub(
        r"^(?:AT LEAST |ABOUT |APPROXIMATELY |SOME |MORE THAN |ANOTHER )?(?:\d[\d,]*|ONE|TWO|THREE"
        r"|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|SEVERAL|MANY|A NUMBER OF)\s+(?:OTHER )?",
        "",
        words,
    )


def _clean(words: str) -> str:
    plain = " ".join(words.upper().split())
    return re.sub(r"^(?:THE|A|AN|SOME|SEVERAL|ALLEGED|TWO|THREE|FOUR|FIVE)\s+", "", plain)


def _key(words: str) -> str:
    return words.split(" OF ")[0].split()[-1] if words.split() else words
