"""The operator's file for signing in: Streamlit's own section `[auth]`, and ours, `[pocket]`, which says who may what.

Ours counts as it stands in the file now: whoever is taken out of it has lost the role.
"""

import logging
import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dashboard.access.local import LOOPBACK
from dashboard.access.person import Role
from dashboard.settings import settings

log = logging.getLogger(__name__)
NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
KINDS: dict[type, str] = {str: "a text", int: "a whole number, not below 0", dict: "a section"}
OWN: dict[str, type] = {"claim": str, "name": str, "minutes": int, "ask_again_seconds": int, "roles": dict}
MONTH = 30 * 24 * 60  # minutes, for which Streamlit keeps its cookie
SECRET, LETTERS = 32, 10  # a cookie's secret: how long at least, of how many different letters
BACK = "oauth2callback"
ROLES = {role.name.lower(): role for role in Role}


class WrongSignIn(ValueError):
    """The file cannot be used; its text says why, a line for each fault."""


@dataclass(frozen=True)
class Rules:
    """Who is who. `claim`: where the provider says roles, parts between points; `name`: where it says what someone is
    called; `minutes`: how long one is signed in at most; `ask_again`: seconds after which the provider is asked again
    (0: never); `roles`: value of the claim -> role; `client`: what it calls us, `provider`: its description."""

    client: str = ""
    provider: str = ""
    claim: str = "roles"
    name: str = "name"
    minutes: int = 480
    ask_again: int = 0
    roles: Mapping[str, Role] = field(default_factory=dict)


NOBODY = Rules()  # has any role


def has_staff() -> bool:
    """Whether anybody can have a role here: by signing in, or on the machine itself; never at the stand."""
    return settings().mode == "dashboard" and (settings().sign_in is not None or settings().staff == "local")


def rules() -> Rules | None:
    """Those of the settings' file as it is now; None where nobody can sign in. A file that has become unusable gives
    nobody a role."""
    if (path := settings().sign_in) is None:
        return None
    try:
        changed = path.stat()
        return _kept(path, settings().prefix, changed.st_mtime_ns, changed.st_size, changed.st_ino)
    except OSError:
        log.exception("%s cannot be read: nobody has a role", path)
        return NOBODY


@lru_cache(maxsize=1)
def _kept(path: Path, prefix: str, *_: int) -> Rules:
    try:
        return read(path, prefix)
    except (OSError, WrongSignIn):
        log.exception("%s cannot be used: nobody has a role", path)
        return NOBODY


def read(path: Path, prefix: str = "") -> Rules:
    """The rules of a file. Raises WrongSignIn, OSError."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise WrongSignIn(f"{path} is no TOML: {error}.") from None
    auth, own = (part if isinstance(part := told.get(name, {}), dict) else {} for name in ("auth", "pocket"))
    if faults := [*_open_to_all(path), *_faults(auth, prefix), *_own_faults(own, auth)]:
        raise WrongSignIn("\n".join(f"{path}: {fault}" for fault in faults))
    roles = {value: ROLES[name] for value, name in own.get("roles", {}).items()}
    more = {name: own[name] for name in ("claim", "name", "minutes") if name in own}
    again = own.get("ask_again_seconds", 0)
    return Rules(auth["client_id"], auth["server_metadata_url"], roles=roles, ask_again=again, **more)


def _open_to_all(path: Path) -> Iterator[str]:
    if os.name == "posix" and path.stat().st_mode & stat.S_IROTH:
        yield f"every user of this machine can read it, and it holds secrets: chmod 640 {path}"


def _faults(auth: Mapping[str, Any], prefix: str) -> Iterator[str]:
    """What is wrong with `[auth]`."""
    for name in NEEDED:
        if not isinstance(auth.get(name), str) or not auth[name].strip():
            yield f"[auth] lacks {name}"
    secret = str(auth.get("cookie_secret", ""))
    if secret and (len(secret) < SECRET or len(set(secret)) < LETTERS):
        yield (
            f"cookie_secret is weak: whoever guesses it is anyone. Take {SECRET} letters or more by chance, as "
            '`python -c "import secrets; print(secrets.token_urlsafe(48))"` prints them'
        )
    for name in ("redirect_uri", "server_metadata_url"):
        address = urlsplit(str(auth.get(name, "")).replace("{port}", "1"))
        if auth.get(name) and address.scheme != "https" and address.hostname not in LOOPBACK:
            yield f"{name} must begin with https://: passwords and tokens travel there"
    path = f"/{prefix.strip('/')}/{BACK}".replace("//", "/")
    if auth.get("redirect_uri") and urlsplit(str(auth["redirect_uri"]).replace("{port}", "1")).path != path:
        yield f"redirect_uri must lead to {path} (POCKET_PREFIX is the path below which the dashboard is)"


def _own_faults(own: Mapping[str, Any], auth: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with `[pocket]`."""
    for name, value in own.items():
        if name not in OWN:
            yield f"[pocket] knows no {name}, only {', '.join(OWN)}"
        elif not isinstance(value, OWN[name]) or isinstance(value, bool) or (isinstance(value, int) and value < 0):
            yield f"{name} in [pocket] must be {KINDS[OWN[name]]}"
    if isinstance(minutes := own.get("minutes", 1), int) and not 1 <= minutes <= MONTH:
        yield f"minutes in [pocket] must be 1 to {MONTH}"
    roles = own.get("roles")
    if not roles:
        yield '[pocket.roles] is empty: name who has which role, as "Name in the claim" = "editor"'
    for value, role in roles.items() if isinstance(roles, dict) else ():
        if not isinstance(role, str) or role not in ROLES:
            yield f"[pocket.roles] gives {value} the role {role}, there is only {', '.join(ROLES)}"
    exposed = auth.get("expose_tokens", [])
    if own.get("ask_again_seconds") and "access" not in ([exposed] if isinstance(exposed, str) else exposed):
        yield 'ask_again_seconds needs expose_tokens = ["access"] in [auth]'
