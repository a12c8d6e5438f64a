"""Authorities: asks a time-stamping authority over the network, only when the user asked for it.

An answer needs no safe way here, since it is signed. But an address could point anywhere, so
nothing is followed, nothing else than a timestamp is taken, and not much of it.
"""

import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO
from urllib.parse import urlsplit

from firsthand.errors import BrokenLedger, UsageError
from firsthand.store.timestamps import MOST_BYTES, SECONDS, Request

# The media types of RFC 3161, section 3.4.
ASKING, ANSWERING = "application/timestamp-query", "application/timestamp-reply"


class _Unmoved(urllib.request.HTTPRedirectHandler):
    """Refuses to be sent elsewhere."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> None:
        """Follow nothing: the answer stays what it was, an error."""


def download_timestamp(url: str, request: Request, *, seconds: float = SECONDS) -> bytes:
    """Send a request to an authority and return its answer, which is not yet verified.

    Raises UsageError for an address that is none, BrokenLedger if no timestamp comes back.
    """
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise UsageError(f"{url!r} is no address of an authority. It begins with https://.")
    asked = urllib.request.Request(url, request.content, {"Content-Type": ASKING}, method="POST")
    try:
        with urllib.request.build_opener(_Unmoved).open(asked, timeout=seconds) as answer:
            kind = answer.headers.get_content_type()
            content: bytes = answer.read(MOST_BYTES + 1)
    except (urllib.error.URLError, HTTPException, OSError) as error:
        raise BrokenLedger(f"{url} gave no timestamp: {error}. Try later, or another.") from error
    if kind != ANSWERING or len(content) > MOST_BYTES:
        raise BrokenLedger(f"{url} answered with {kind}, which is no timestamp.")
    return content
