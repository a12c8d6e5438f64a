"""Criteria: what a case says it counts, and by which rules; written by people in case.toml."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from firsthand.errors import BrokenCase
from firsthand.model.accounts import Criteria
from firsthand.weigh.rules import RULES

FILE = "case.toml"

TEMPLATE = """\
# What this case counts, and by which rules. Whoever reads its account needs to know. Change it at
# any time: each change is recorded with its date, and what was said before stays.
title = "{title}"

[inclusion]
# First and last day, as YYYY-MM-DD.
period = []
area = ""
harms = ["killed", "injured"]
# "direct", or "direct and indirect"
deaths = "direct"
statuses = ["civilian", "combatant", "unknown"]

[rules]
standard_of_proof = ""
toll_rule = "range of latest"
grading_scheme = "airwars"
"""


class Inclusion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table [inclusion]: period, area, harms, kinds of deaths, statuses."""

    period: tuple[str, ...] = ()
    area: str = ""
    harms: tuple[str, ...] = ()
    deaths: Literal["direct", "direct and indirect"] = "direct"
    statuses: tuple[str, ...] = ()


class Rules(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table [rules]: standard of proof, toll rule, grading scheme."""

    standard_of_proof: str = ""
    toll_rule: str = "range of latest"
    grading_scheme: str = "airwars"


class CaseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What case.toml says."""

    title: str = ""
    inclusion: Inclusion = Inclusion()
    rules: Rules = Rules()


def make_template(title: str) -> str:
    """Make what the case.toml of a new case says."""
    return TEMPLATE.format(title=title.replace("\\", "\\\\").replace('"', '\\"'))


def write_template(folder: Path, title: str) -> None:
    """Write the case.toml of a new case."""
    (folder / FILE).write_text(make_template(title), "utf-8")


def load_case_file(folder: Path) -> tuple[str, CaseFile]:
    """Load case.toml as it stands and as it is meant; raises BrokenCase saying what is wrong."""
    try:
        content = (folder / FILE).read_text("utf-8")
    except FileNotFoundError as error:
        raise BrokenCase(
            f"{folder} is no case: it has no {FILE}. Make one: firsthand init."
        ) from error
    except UnicodeDecodeError as error:
        raise BrokenCase(f"{FILE} cannot be used: {error}. Correct it.") from error
    return content, parse_case_file(content)


def parse_case_file(content: str) -> CaseFile:
    """Parse what case.toml says; raises BrokenCase saying what is wrong with it."""
    try:
        parsed = msgspec.convert(tomllib.loads(content), CaseFile)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BrokenCase(f"{FILE} cannot be used: {error}. Correct it.") from error
    if parsed.rules.toll_rule not in RULES:
        raise BrokenCase(
            f"{FILE}: there is no toll rule “{parsed.rules.toll_rule}”. Use {', '.join(RULES)}."
        )
    return parsed


def state_criteria(file: CaseFile) -> Criteria:
    """State the criteria as an account carries them."""
    held = file.inclusion
    return Criteria(
        title=file.title or None,
        period=held.period,
        area=held.area or None,
        harms=held.harms,
        deaths=held.deaths,
        statuses=held.statuses,
        standard_of_proof=file.rules.standard_of_proof or None,
    )
