"""Accounts: what gets published, in the exchange form firsthand-account/1."""

import json
from typing import Literal

import msgspec
from msgspec import Struct

from firsthand.model.actors import Actor
from firsthand.model.claims import Claim
from firsthand.model.incidents import Incident
from firsthand.model.reports import Refusal, Report
from firsthand.model.victims import Victim

# What the bytes of every account hold near their beginning.
ACCOUNT_MARK = b'"format": "firsthand-account/'


class Software(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The versions an account was made with."""

    firsthand: str
    model: str
    gazetteer: str


class Copies(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Reports that carry one text; `origin` is the likely first of them or null.

    `passages` are the copied words: one (report, start, end) for each place they stand.
    """

    id: str
    origin: str | None
    reports: tuple[str, ...]
    reason: str
    passages: tuple[tuple[str, int, int], ...] = ()


class Criteria(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a case counts, as its people wrote it: period, area, harms, deaths, statuses."""

    title: str | None = None
    period: tuple[str, ...] = ()
    area: str | None = None
    harms: tuple[str, ...] = ()
    deaths: str | None = None
    statuses: tuple[str, ...] = ()
    standard_of_proof: str | None = None


class Account(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Incidents with everything known of them, and the reports they rest on.

    `criteria` are null outside a case, where nobody stated any.
    """

    format: Literal["firsthand-account/1"] = "firsthand-account/1"
    software: Software
    profile: Literal["internal", "public"] = "internal"
    criteria: Criteria | None = None
    reports: tuple[Report, ...]
    refused: tuple[Refusal, ...]
    claims: tuple[Claim, ...]
    actors: tuple[Actor, ...]
    victims: tuple[Victim, ...]
    copies: tuple[Copies, ...]
    incidents: tuple[Incident, ...]


def encode_account(account: Account) -> bytes:
    """Return the account as indented JSON, byte-identical for equal accounts."""
    encoded = msgspec.json.encode(account, order="deterministic")
    return msgspec.json.format(encoded, indent=1) + b"\n"


def decode_account(encoded: bytes) -> Account:
    """Read an account back; raises msgspec.ValidationError where it breaks the exchange form."""
    return msgspec.json.decode(encoded, type=Account)


def make_schema() -> bytes:
    """Return the JSON Schema of the exchange form, made from the values themselves."""
    schema = msgspec.json.schema(Account)
    return (json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n").encode()
