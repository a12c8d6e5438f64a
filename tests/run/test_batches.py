"""Documents read some at a time give the same as one by one, and one failure stays alone."""

import os
from collections.abc import Sequence

from tests.publish.samples import ACCOUNT

from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.run.batches import read_batches


def make_documents(*texts: str) -> list[Document]:
    return [Document(report=ACCOUNT.reports[0], text=text) for text in texts]


def read(documents: Sequence[Document]) -> list[Reading]:
    for document in documents:
        if document.text == "broken":
            raise ValueError("a broken text")
        if document.text == "fatal":
            os._exit(3)
    return [
        Reading(report=document.report, claims=(), actors=(), victims=(), places=())
        for document in documents
    ]


def run(workers: int, *texts: str) -> list[str]:
    results = read_batches(
        make_documents(*texts),
        read,
        size=2,
        workers=workers,
        progress=lambda _stage, _done, _total: None,
    )
    return [result.code if isinstance(result, Refusal) else "read" for result in results]


def test_one_failure_leaves_those_beside_it_alone() -> None:
    assert run(1, "fine", "broken", "fine") == ["read", "failed", "read"]


def test_several_processes_give_the_same() -> None:
    assert run(2, "fine", "broken", "fine") == run(1, "fine", "broken", "fine")


def test_a_report_that_brings_a_process_down_is_refused_alone() -> None:
    assert run(2, "fine", "fatal", "fine") == ["read", "failed", "read"]


def test_progress_is_told_after_each_batch() -> None:
    told: list[int] = []
    read_batches(
        make_documents("one", "two", "three"),
        read,
        size=2,
        workers=1,
        progress=lambda _stage, done, _total: told.append(done),
    )
    assert told == [0, 2, 3]
