"""Our own scripts, each under an address that changes with what is in it, so that a browser asks for it once."""

import hashlib
import re
from functools import cache
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import Response

from dashboard.compressed import FOREVER
from dashboard.settings import PACKAGE

FOLDER = "assets/components"
_WRITTEN = {path.stem: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.glob("*/*.js"))}
_IMPORT = re.compile(r'("\./)(\w+)(?=\.js")')

_ALL = "".join([version("pocket-world"), *_WRITTEN.values()])
PROGRAM = hashlib.sha256(_ALL.encode()).hexdigest()[:8]  # another one with each version of it


@cache
def text(name: str) -> str:
    """The script `<name>.js` of whichever room, which imports others from where they are."""
    return _IMPORT.sub(lambda found: found[1] + _file(found[2]), _WRITTEN[name])


def _file(name: str) -> str:
    return f"{name}-{hashlib.sha256(text(name).encode()).hexdigest()[:12]}"


def address(name: str) -> str:
    """Where it is, seen from the server's root."""
    return f"{FOLDER}/{_file(name)}.js"


async def script(request: Request) -> Response:
    """What an `address` is answered with."""
    file = request.path_params["file"]
    name = file.rpartition("-")[0]
    if name not in _WRITTEN or file != _file(name):
        return Response(status_code=404)
    return Response(text(name), media_type="text/javascript", headers={"Cache-Control": FOREVER})
