"""The parser's process answers every file, whatever is in it."""

import io
import struct

import msgspec
import pytest
from tests.ingest.files import WORDS, make_docx

from firsthand.ingest import formats
from firsthand.run.parsers import Answer, Ask
from firsthand.run.parsing import parse, serve


def test_each_file_gets_an_answer_in_its_turn() -> None:
    asks = [Ask(name="a.docx", content=make_docx([WORDS])), Ask(name="b.xyz", content=b"")]
    source = io.BytesIO()
    for ask in asks:
        encoded = msgspec.msgpack.encode(ask)
        source.write(struct.pack(">Q", len(encoded)) + encoded)
    source.seek(0)
    target = io.BytesIO()
    serve(source, target)
    target.seek(0)
    answers = []
    while head := target.read(8):
        (length,) = struct.unpack(">Q", head)
        answers.append(msgspec.msgpack.decode(target.read(length), type=Answer))
    first, second = (answer.found[0] for answer in answers)
    assert first.draft is not None
    assert first.draft.text == WORDS
    assert second.refused is not None
    assert second.refused.code == "unknown_format"


@pytest.mark.parametrize(("error", "code"), [(MemoryError, "killed"), (RecursionError, "damaged")])
def test_what_a_reader_did_not_expect_becomes_a_refusal(
    error: type[BaseException], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_content: bytes) -> None:
        raise error

    monkeypatch.setitem(formats.READERS, ".txt", fail)
    (found,) = parse(Ask(name="a.txt", content=b"x")).found
    assert found.refused is not None
    assert found.refused.code == code
