"""The log as JSON: one line each, with what belongs together, and nothing of who it was or what they typed."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dashboard.journal import REQUEST, Answered, Lines, session_mark

TYPED = "Müller & Söhne"
Line = dict[str, object]


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a logger writes in our form."""
    target = io.StringIO()
    handler = logging.StreamHandler(target)
    handler.setFormatter(Lines())
    logger = logging.getLogger("dashboard.test")
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    yield target
    logger.removeHandler(handler)


def lines(written: io.StringIO) -> list[Line]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def fail() -> None:
    raise ValueError(f"nothing is called {TYPED}")


def logged(message: str, **extra: object) -> None:
    logger = logging.getLogger("dashboard.test")
    if sys.exc_info()[0]:
        logger.exception(message)
    else:
        logger.info(message, extra=extra)


def test_a_line_says_when_what_and_to_which_request_it_belongs(written: io.StringIO) -> None:
    token = REQUEST.set("0123456789abcdef")
    logged("answered\nin two lines", answered=Answered("/market", 200, 0.25))
    REQUEST.reset(token)
    [line] = lines(written)
    told = {"level": "info", "message": "answered\nin two lines", "request": "0123456789abcdef"}
    assert line.items() >= {**told, "path": "/market", "status": 200, "duration": 0.25}.items()
    assert str(line["time"]).endswith("+00:00")


def test_what_fails_while_a_reader_waits_is_told_without_what_they_typed(written: io.StringIO) -> None:
    token = REQUEST.set("0123456789abcdef")
    try:
        fail()
    except ValueError:
        logged("a page failed")
    REQUEST.reset(token)
    assert TYPED not in written.getvalue()
    error = lines(written)[0]["error"]
    assert isinstance(error, dict) and error["kind"] == "ValueError" and "said" not in error
    assert error["at"][-1].startswith("tests/test_journal.py:") and error["at"][-1].endswith(" fail")


def test_what_fails_by_itself_is_told_whole(written: io.StringIO) -> None:
    try:
        fail()
    except ValueError:
        logged("the facts cannot be kept new")
    error = lines(written)[0]["error"]
    assert isinstance(error, dict) and TYPED in error["said"]


def test_sessions_are_told_apart_but_cannot_be_taken_over() -> None:
    first, second = session_mark("a-session"), session_mark("another")
    assert len({first, second}) == 2 and "session" not in first
    assert session_mark() == ""  # no page runs


FAILS = """
import logging
import os
import subprocess
from dashboard.journal import write_lines
write_lines("workshop")
try:
    raise ValueError("Müller & Söhne")
except ValueError:
    logging.getLogger("dashboard.workshop").exception("briefing could not be made")
logging.getLogger("streamlit.later").warning("said by a library")
import warnings
warnings.warn("soon otherwise")
"""


def test_a_process_that_works_for_readers_writes_such_lines_too() -> None:
    env = {**os.environ, "POCKET_LOG": "json"}
    done = subprocess.run([sys.executable, "-c", FAILS], capture_output=True, text=True, env=env, timeout=120)
    first, second, third = (json.loads(line) for line in done.stderr.splitlines())
    assert first["request"] == second["request"] == "workshop" and second["message"] == "said by a library"
    assert first["error"]["kind"] == "ValueError" and TYPED not in done.stderr
    assert third["logger"] == "py.warnings" and "soon otherwise" in third["message"]
