"""Jobs that only tests know: the worker finds them because the tests' workshop has them on its list."""

import os
import time
from pathlib import Path

import psutil

from dashboard.content.figure import Figure
from dashboard.content.kept import remembered
from dashboard.content.parts import Section
from dashboard.language import Language
from dashboard.made import Made
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.workshop.order import Refused, Report
from tests.made import made, parts

BEGUN: list[str] = []
NAMES = ("echo", "gated", "big", "kills_itself", "fails", "refuses", "prints", "market", "process", "counted", "leaks")
JOBS = {name: f"tests.workshop.jobs:{name}" for name in NAMES}
JOBS["made_of"] = "tests.workshop.jobs:version"


def file(text: str) -> Made:
    return Made("file.txt", "text/plain", text.encode())


def echo(text: str, report: Report) -> Made:  # noqa: ARG001 (what every job takes)
    return file(text)


def gated(gate: str, report: Report) -> Made:
    """Says that it has begun, goes on when the gate is there; its file counts how often it was begun."""
    BEGUN.append(gate)
    report(1, 2, "begun")
    while not Path(gate).exists():
        time.sleep(0.005)
    report(2, 2, "goes on")
    return file(f"{gate} {BEGUN.count(gate)}")


def big(megabytes: float, report: Report) -> Made:  # noqa: ARG001
    return Made("big.bin", "application/octet-stream", bytes(int(megabytes * 1e6)))


def kills_itself(report: Report) -> Made:
    report(1, 1, "now")
    os.kill(os.getpid(), 9)
    raise AssertionError


def fails(report: Report) -> Made:  # noqa: ARG001
    raise ValueError("no such thing")


def refuses(report: Report) -> Made:  # noqa: ARG001
    raise Refused("Der Vorlage fehlt das Layout „Titel“.")


def leaks(report: Report) -> Made:
    """No file, but what cannot be told to another process."""
    return lambda: report  # type: ignore[return-value]


def prints(report: Report) -> Made:  # noqa: ARG001
    print("what a library says " * 500)  # more than a pipe's buffer takes at once
    return file("as ever")


def market(code: str, lang: str, report: Report) -> Made:
    """All that a market's page says."""
    spoken: Language = language(lang)
    sections = made("market", spoken, market=[code])
    for step, section in enumerate(sections):
        report(step, len(sections), section.title)
    return Made(f"{code}-{lang}.txt", "text/plain", said(sections).encode())


def said(sections: list[Section]) -> str:
    """Titles and charts, as they are in every process."""
    figures = parts(Figure, sections)
    return "\n".join([*(section.title for section in sections), *(figure.chart.drawing for figure in figures)])


def process(turn: int, report: Report) -> Made:  # noqa: ARG001
    return file(f"{os.getpid()} {psutil.Process().nice()}")


@remembered
def _made_at() -> float:
    return time.monotonic()


def counted(turn: int, report: Report) -> Made:  # noqa: ARG001
    """When content that is kept was made: the same at every turn."""
    return file(f"{turn} {_made_at()}")


def version(report: Report) -> Made:  # noqa: ARG001
    return file(warehouse().version)
