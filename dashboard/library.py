"""What browsers draw figures with: of the installed Plotly what our figures need, made once and kept in the store."""

import hashlib
import logging
import os
import threading
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from dashboard.assets import PLOTLY_JS
from dashboard.drawing.known import TRACES
from dashboard.settings import PACKAGE, settings

log = logging.getLogger(__name__)
END = 1000  # bytes that no shaking takes away: licences
_MAKING = threading.Lock()


@cache
def _name() -> str:
    """Another one whenever something else would come of it."""
    made_of = (PLOTLY_JS.read_bytes(), " ".join(TRACES).encode(), (PACKAGE / "shaken.py").read_bytes())
    made = hashlib.sha256(b"".join(hashlib.sha256(one).digest() for one in made_of)).hexdigest()[:12]
    return f"plotly-{version('plotly')}-{made}.min.js"


def address() -> str:
    """Where it is, seen from the server's root."""
    return f"assets/{_name()}"


def library() -> bytes:
    """Plotly's script; whoever comes first waits a second for it. As it is installed where that is not understood."""
    with _MAKING:  # all who come at once wait for the first
        return _library()


@cache
def _library() -> bytes:
    if kept := _kept():
        return kept
    made = _made()
    if len(made) < PLOTLY_JS.stat().st_size:
        _keep(settings().store / _name(), made)
    return made


def _kept() -> bytes | None:
    with suppress(OSError):
        kept = (settings().store / _name()).read_bytes()
        if kept.endswith(PLOTLY_JS.read_bytes()[-END:]):  # else a power cut has left a part
            return kept
    return None


def _made() -> bytes:
    whole = PLOTLY_JS.read_bytes()
    from dashboard.shaken import NotUnderstood, shaken  # a parser, which only the first start needs

    try:
        return shaken(whole, TRACES)
    except NotUnderstood as error:
        log.warning("this Plotly is not understood (%s); all of it is served", error)
    except Exception:  # one that is built in a way that nobody has thought of
        log.exception("this Plotly is not understood; all of it is served")
    return whole


def measured() -> tuple[int, bool]:
    """Its bytes, and whether nothing could be left out; nothing is written."""
    size = len(_kept() or _made())
    return size, size == PLOTLY_JS.stat().st_size


def _keep(path: Path, made: bytes) -> None:
    """In the place of earlier ones; a store that cannot be written to has it made anew at each start."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(made)
        draft.replace(path)
        for other in path.parent.glob("plotly-*.min.js"):
            if other != path:
                other.unlink()
    except OSError:
        log.exception("%s cannot be kept", path)
        draft.unlink(missing_ok=True)
