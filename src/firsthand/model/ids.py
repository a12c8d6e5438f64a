"""Ids: digests of what a thing is, never of where a file lay."""

import hashlib
import hmac
from collections.abc import Iterable

from firsthand.model.spans import Part

# 64 bits: 10 million claims in one case collide with a probability of about 3 in a million.
ID_HEX_DIGITS = 16


def make_id(kind: str, *values: str | int | None, key: bytes = b"") -> str:
    """Return a short, stable id of the given kind for the given values.

    With a key (a case's secret) nobody outside can guess the values from the id.
    """
    text = "\x1f".join("\x00" if value is None else str(value) for value in values)
    material = text.encode("utf-8", "surrogatepass")
    hashed = hmac.new(key, material, hashlib.sha256) if key else hashlib.sha256(material)
    return f"{kind}-{hashed.hexdigest()[:ID_HEX_DIGITS]}"


def make_report_id(
    sha256: str, publisher: str | None, published: str | None, uri: str | None
) -> str:
    """Name a report after its bytes, publisher, publication date and address."""
    return make_id("r", sha256, publisher, published, uri)


def make_claim_id(report: str, parts: Iterable[Part], kind: str) -> str:
    """Name a claim after its report, its parts and its kind."""
    spans = ",".join(f"{start}:{end}" for start, end in parts)
    return make_id("c", report, spans, kind)
