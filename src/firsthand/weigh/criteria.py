"""Criteria: what a grading scheme asks for and whether it is met; the grade is a person's."""

from collections.abc import Callable, Mapping, Sequence

from firsthand.errors import BrokenTable
from firsthand.lexicon.tables import Row, load_table
from firsthand.model.incidents import Criterion, Grading, Incident

DEFAULT_SCHEME = "Airwars"

Finding = tuple[bool | None, str]


def judge_criteria(
    incident: Incident, scheme: str = DEFAULT_SCHEME, rows: Sequence[Row] | None = None
) -> Grading:
    """Tell which criteria of a scheme a weighed incident meets; the grade itself stays null.

    `rows` are those of `lexicon/schemes.tsv` unless a case brings its own; a scheme that has none
    has no criteria. Raises BrokenTable where a row names a test that there is not.
    """
    table = load_table("schemes") if rows is None else rows
    own = [row for row in table if row["scheme"].casefold() == scheme.casefold()]
    return Grading(
        scheme=own[0]["scheme"] if own else scheme,
        criteria=tuple(_judge(incident, row) for row in own),
    )


def _judge(incident: Incident, row: Row) -> Criterion:
    test = TESTS.get(row["test"])
    if test is None:
        known = ", ".join(TESTS)
        raise BrokenTable(f"Grading scheme: there is no test “{row['test']}”. Choose of: {known}.")
    met, reason = test(incident)
    return Criterion(name=f"{row['grade']}: {row['asks']}", met=met, reason=reason)


def find_acceptance(incident: Incident) -> Finding:
    """Tell whether somebody accepted responsibility in their own words."""
    accepted = [item for item in incident.responsibility if item.stance == "accepted"]
    if not accepted:
        return False, "no claim read here accepts responsibility"
    days = sorted(item.first for item in accepted if item.first)
    since = f", first on {days[0]}" if days else ""
    return True, f"{_count(len(accepted), 'party')} of these claims in its own words{since}"


def count_two_origins(incident: Incident) -> Finding:
    """Tell whether there are two origins; whether they are credible is for people."""
    if incident.sources is None:
        return None, "origins were not traced"
    low, high = incident.sources.origins.low, incident.sources.origins.high
    if low >= 2:
        return True, f"{low} to {high} origins; whether they are credible is for people to judge"
    if high < 2:
        return False, "all goes back to one origin"
    return None, f"{low} to {high} origins: whether they are more than one is not known"


def find_single_origin(incident: Incident) -> Finding:
    """Tell whether all goes back to one origin."""
    if incident.sources is None:
        return None, "origins were not traced"
    origins = incident.sources.origins
    if origins.high == 1:
        return True, "all goes back to one origin"
    if origins.low >= 2:
        return False, f"at least {origins.low} origins"
    return None, f"up to {origins.high} origins: whether they are more than one is not known"


def find_actions(_incident: Incident) -> Finding:
    """Say that near actions of a belligerent are not looked for."""
    return None, "what a belligerent did near by is not in these claims; people must look it up"


def find_competing_claims(incident: Incident) -> Finding:
    """Tell whether several are said to have done it, or one who denies it is."""
    contested = [item for item in incident.contradictions if item.about.endswith("did it")]
    if contested:
        return True, "contested: " + "; ".join(item.about for item in contested)
    said = {item.actor for item in incident.responsibility if item.stance != "denied"}
    if len(said) > 1:
        return None, f"{len(said)} are named; whether these are one party is for people to judge"
    return False, "no two are said to have done it"


def find_only_combatants(incident: Incident) -> Finding:
    """Tell whether all who were killed are said to have been combatants."""
    rows = {toll.status: toll for toll in incident.tolls if toll.outcome == "killed"}
    if "combatant" not in rows:
        return False, "no claim says that combatants were killed"
    if "civilian" in rows and (rows["civilian"].high or 0) > 0:
        return False, "somebody states that civilians were killed"
    return None, "combatants are stated; whether all were is for people to judge"


def _count(number: int, noun: str) -> str:
    return f"one {noun}" if number == 1 else f"{number} {noun.removesuffix('y')}ies"


TESTS: Mapping[str, Callable[[Incident], Finding]] = {
    "responsibility accepted": find_acceptance,
    "two origins": count_two_origins,
    "actions near": find_actions,
    "single origin": find_single_origin,
    "competing claims": find_competing_claims,
    "only combatants": find_only_combatants,
}
