"""The log as lines of JSON, for journald and what reads it. No line says who someone is, or what they typed.

No address of a client, no name, no part of an address behind its `?`. What went wrong while a reader waited is told by
its kind and the places in the code, without its message, which may quote what was typed.
"""

import hashlib
import json
import logging
import sys
import traceback
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from streamlit import logger as streamlit_logger
from streamlit.runtime.scriptrunner import get_script_run_ctx
from uvicorn.config import LOGGING_CONFIG

from dashboard.own_process import PROCESS
from dashboard.settings import ROOT, settings

REQUEST: ContextVar[str] = ContextVar("request", default="")
QUIET = ("uvicorn", "websockets")  # below a warning they tell of clients' addresses


@dataclass(frozen=True)
class Answered:
    """What a line about a request or a run of a page says besides: an address (`places`), status, seconds."""

    path: str
    status: int
    duration: float


class Lines(logging.Formatter):
    """A record as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """With what belongs to it: the request, the session, what was answered, what went wrong."""
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
            "process": PROCESS,
        }
        request, session = REQUEST.get(), session_mark()
        told |= {"request": request} if request else {}
        told |= {"session": session} if session else {}
        answered = getattr(record, "answered", None)
        told |= asdict(answered) if isinstance(answered, Answered) else {}
        if record.exc_info and (error := record.exc_info[1]):
            told["error"] = _failure(error, private=bool(request or session))
        return json.dumps(told, ensure_ascii=False)


def _failure(error: BaseException, *, private: bool) -> dict[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    said = {} if private else {"said": str(error)}
    return {"kind": type(error).__name__, **said, "at": places}


def _short(file: str) -> str:
    path = Path(file)
    return str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else "/".join(path.parts[-2:])


def session_mark(session: str = "") -> str:
    """The session whose page runs, or this one, so that lines of one can be found but it cannot be taken over."""
    ctx = None if session else get_script_run_ctx(suppress_warning=True)
    name = session or (ctx.session_id if ctx else "")
    return hashlib.sha256(f"{PROCESS} {name}".encode()).hexdigest()[:12] if name else ""


def write_lines(request: str = "") -> None:
    """From now on every logger writes such lines, if the settings want them; to be said before a server is made.

    `request`: what all belongs to in a process that works for readers.
    """
    if settings().log != "json":
        return
    REQUEST.set(request)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    logging.captureWarnings(True)  # of Python's libraries, which would write a line of their own
    logging.getLogger("dashboard").setLevel(logging.INFO)
    LOGGING_CONFIG.update({"handlers": {}, "loggers": {}})  # uvicorn's, which it would put in place of what is set here
    streamlit_logger.setup_formatter = _given_up  # of loggers that come later
    for name in list(logging.root.manager.loggerDict):
        _given_up(logging.getLogger(name))


def _given_up(logger: logging.Logger) -> None:
    """Its own form; of what tells of clients' addresses all but warnings, too."""
    logger.handlers.clear()
    logger.propagate = True
    if logger.name.startswith(QUIET):
        logger.addFilter(_is_serious)


def _is_serious(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
