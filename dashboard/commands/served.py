"""What `pocket doctor` sees of the server at the settings' address, and of the settings themselves."""

import json
import os
import urllib.request
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException
from importlib import import_module
from itertools import chain
from urllib.error import HTTPError, URLError

from dashboard import library
from dashboard.access.rules import WrongSignIn, read
from dashboard.commands.look import Advice, Look, Value
from dashboard.settings import SECRET, Settings, settings

WAIT = 5  # seconds for a server's answer
NOBODY = "does not run"


def served() -> Look:
    """The server that runs at the settings' address, if one does."""
    found: dict[str, Value] = {"address": _address()}
    try:
        health = json.loads(_asked(f"{_address()}/health")[0])
        found |= {"status": health["status"], "serves": health["data_version"]}
    except (HTTPError, HTTPException, ValueError, LookupError, TypeError):
        text = f"Set POCKET_PORT: another program answers at {_address()}."
        return Look("server", found, (Advice(text, must=True),))
    except OSError as error:
        is_refused = isinstance(error, URLError) and isinstance(error.reason, ConnectionRefusedError)
        return Look("server", found | {"status": NOBODY if is_refused else f"does not answer ({error})"})
    advice = [] if found["status"] == "ok" else [Advice("Look into the server's log: it is degraded.", must=True)]
    return Look("server", found | {"scripts": _scripts(advice)}, tuple(advice))


def _address() -> str:
    host, prefix = settings().host, settings().prefix.strip("/")
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 (every address: ask at ours)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings().port}{prefix and f'/{prefix}'}"


def _scripts(advice: list[Advice]) -> str:
    """How browsers get them."""
    try:
        body, encoding = _asked(f"{_address()}/{library.address()}")
    except (OSError, HTTPException) as error:
        if isinstance(error, HTTPError) and error.code == HTTPStatus.NOT_FOUND:
            advice.append(Advice("Restart the server: it is of another version than is installed.", must=True))
            return "those of another version"
        advice.append(Advice("Look into the server's log: browsers do not get its scripts.", must=True))
        return f"do not come ({error})"
    if not encoding:
        advice.append(Advice("Restart the server: it sends its scripts uncompressed."))
    return f"{encoding or 'not compressed'}, Plotly {len(body) / 1e6:.1f} MB"


def _asked(url: str) -> tuple[bytes, str]:
    """What a browser gets, and how it is compressed."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})  # noqa: S310 (our own address)
    with urllib.request.urlopen(request, timeout=WAIT) as answer:  # noqa: S310
        return answer.read(), answer.headers.get("Content-Encoding", "")


def changed() -> Look:
    """The settings that are not as they come, and Streamlit's own, which overrule ours."""
    chosen = settings()
    own = {
        f"POCKET_{name.upper()}": str(value) if name not in SECRET else "(set)"
        for name, field in type(chosen).model_fields.items()
        if (value := getattr(chosen, name)) != field.default
    }
    streamlit = {name: "(set)" for name in sorted(os.environ) if name.startswith("STREAMLIT_")}  # some are secret
    advice = [Advice(f"Unset {name}: it may overrule how the dashboard sets Streamlit.") for name in streamlit]
    return Look("settings", {**own, **streamlit}, tuple(chain(_doubtful(), advice)))


def _doubtful() -> Iterator[Advice]:
    chosen = settings()
    if chosen.today:
        yield Advice(f"Unset POCKET_TODAY, unless {chosen.today} is to be taken for today.")
    if chosen.mode == "stand" and not chosen.staff_pin and chosen.host not in ("127.0.0.1", "localhost"):
        yield Advice("Set POCKET_STAFF_PIN (`pocket pin`): the stand can be reached from other machines.")
    if chosen.template:
        try:
            import_module("dashboard.briefing.deck").check_template(chosen.template)  # loads much
        except ValueError as error:
            yield Advice(f"Mend POCKET_TEMPLATE. {error}", must=True)
    yield from _of_staff(chosen)
    if not chosen.public_address:
        yield Advice("Set POCKET_PUBLIC_ADDRESS, so that files and QR codes lead to the dashboard.")


def _of_staff(chosen: Settings) -> Iterator[Advice]:
    if chosen.staff and chosen.public_address:
        yield Advice("Set POCKET_SIGN_IN instead of POCKET_STAFF: behind a proxy that says nothing, all are staff.")
    if chosen.sign_in:
        try:
            read(chosen.sign_in, chosen.prefix)
        except (OSError, WrongSignIn) as error:
            yield Advice(f"Mend POCKET_SIGN_IN. {error}", must=True)
