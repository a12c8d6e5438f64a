"""An authority is asked once, over HTTP, and only a timestamp is taken from it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from torture.authorities import make_authority, stamp

from firsthand.errors import BrokenLedger, UsageError
from firsthand.store.authorities import download_timestamp
from firsthand.store.timestamps import make_request, verify_timestamp

REPLY = "application/timestamp-reply"


@contextmanager
def serve(answer: Callable[[bytes], bytes], kind: str = REPLY, code: int = 200) -> Iterator[str]:
    """Answer every request by a function of its body, at an address of this machine."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            content = answer(body)
            self.send_response(code)
            self.send_header("Content-Type", kind)
            self.send_header("Location", "/elsewhere")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/clock"
        server.shutdown()
        thread.join()


def test_a_timestamp_comes_back_and_holds(tmp_path: Path) -> None:
    clock = make_authority(tmp_path / "clock", "Harbour Clock")
    request = make_request(b"words")
    with serve(lambda body: stamp(clock, body)) as url:
        raw = download_timestamp(url, request)
    assert verify_timestamp(raw, b"words", [clock.root], request.nonce).serial == 2


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"<p>Sign in</p>", "text/html", 200),
        (bytes(100_001), REPLY, 200),
        (b"", REPLY, 302),
        (b"", REPLY, 307),
        (b"", REPLY, 503),
    ],
)
def test_nothing_else_is_taken(content: bytes, kind: str, code: int) -> None:
    with serve(lambda _: content, kind, code) as url, pytest.raises(BrokenLedger):
        download_timestamp(url, make_request(b"words"))


def test_nobody_there_is_said_plainly() -> None:
    with serve(lambda _: b"") as url:
        pass
    with pytest.raises(BrokenLedger, match="gave no timestamp"):
        download_timestamp(url, make_request(b"words"), seconds=2)


@pytest.mark.parametrize(
    "url", ["", "clock.example", "file:///clock", "ftp://clock.example", "http:///"]
)
def test_an_address_is_one_of_the_web(url: str) -> None:
    with pytest.raises(UsageError, match="no address"):
        download_timestamp(url, make_request(b"words"))
