"""Reading in one process or in several gives the same, and one failure stays alone."""

import os

from tests.publish.samples import ACCOUNT

from firsthand.model.readings import Reading
from firsthand.model.reports import Document, Refusal
from firsthand.run.local import read_all


def make_documents(*texts: str) -> list[Document]:
    return [Document(report=ACCOUNT.reports[0], text=text) for text in texts]


def read(document: Document) -> Reading:
    if document.text == "broken":
        raise ValueError("a broken text")
    if document.text == "fatal":
        os._exit(3)
    return Reading(report=document.report, claims=(), actors=(), victims=(), places=())


def run(workers: int, *texts: str) -> list[str]:
    results = read_all(
        make_documents(*texts), read, workers=workers, progress=lambda _stage, _done, _total: None
    )
    return [result.code if isinstance(result, Refusal) else "read" for result in results]


def test_one_failure_leaves_the_others_alone() -> None:
    assert run(1, "fine", "broken", "fine") == ["read", "failed", "read"]


def test_several_processes_give_the_same() -> None:
    assert run(2, "fine", "broken", "fine") == run(1, "fine", "broken", "fine")


def test_a_report_that_brings_a_process_down_is_refused_alone() -> None:
    assert run(2, "fine", "fatal", "fine") == ["read", "failed", "read"]
