"""Pseudonyms: ids keyed with a case's secret, so that nobody outside can guess what is behind."""

import re

import msgspec
from msgspec import structs
from sqlalchemy import Connection

from firsthand.keep.cases import SECRET
from firsthand.model.ids import ID_HEX_DIGITS, make_id
from firsthand.model.readings import Reading
from firsthand.model.reports import Document
from firsthand.store.records import load_fact

# Ids of what was found in a report; those of reports are keyed before they are read.
_FOUND = re.compile(rf"([a-qs-z])-[0-9a-f]{{{ID_HEX_DIGITS}}}")


def load_secret(connection: Connection) -> bytes:
    """Load what a case keys its ids with; nothing in cases made before there was a secret."""
    return bytes.fromhex(load_fact(connection, SECRET) or "")


def key_document(document: Document, secret: bytes) -> Document:
    """Give a report the id that it has in a case."""
    if not secret:
        return document
    name = make_id("r", document.report.id, key=secret)
    report = structs.replace(document.report, id=name, text_file=f"texts/{name}.txt")
    return structs.replace(document, report=report)


def key_reading(reading: Reading, secret: bytes) -> Reading:
    """Give what was found in a report of a case the ids that it has there."""
    if not secret:
        return reading
    return msgspec.convert(_key(msgspec.to_builtins(reading), secret), Reading)


def _key(data: object, secret: bytes) -> object:
    if isinstance(data, str):
        match = _FOUND.fullmatch(data)
        return data if match is None else make_id(match[1], data, key=secret)
    if isinstance(data, dict):
        return {name: _key(item, secret) for name, item in data.items()}
    if isinstance(data, list | tuple):
        return [_key(item, secret) for item in data]
    return data
