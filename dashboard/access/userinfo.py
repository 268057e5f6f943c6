"""What the provider says of someone now: asked again while they are signed in, so that a role taken away is lost.

No answer gives a right that the sign-in did not give. While the provider cannot be reached the last answer counts.
"""

import hashlib
import json
import logging
import math
import threading
import time
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit

from cachetools import LRUCache

from dashboard.access.claims import Claims, role_in
from dashboard.access.local import LOOPBACK
from dashboard.access.person import Person, Role
from dashboard.access.rules import Rules

log = logging.getLogger(__name__)
WAIT = 3  # seconds for an answer
LARGEST = 1_000_000  # bytes of one
REFUSED = (400, 401, 403)
SIGNED_IN = 10_000  # whose answers are kept


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A token is shown to nobody else."""

    def redirect_request(self, *_: Any) -> None:
        """Answered as an error."""


_OPENER = urllib.request.build_opener(_NoRedirect)


class Ended(Exception):
    """The provider knows this sign-in no more."""


@dataclass(frozen=True)
class Told:
    """What was said when (of the monotonic clock): a role (None: not yet any), or that it has ended."""

    at: float
    role: Role | None = None
    ended: bool = False


_TOLD: LRUCache[str, Told] = LRUCache(SIGNED_IN)
_LOOKING = threading.Lock()


def as_now(person: Person, claims: Claims, rules: Rules) -> Person:
    """The person with no more than the provider says now, or lately."""
    token = claims.get("tokens", {}).get("access") if isinstance(claims.get("tokens"), Mapping) else None
    if not rules.ask_again or not person.name:
        return person
    if not isinstance(token, str):
        return Person(ended=True)  # without it nobody can be asked
    told = _told(token, claims, rules)
    if told.ended:
        return Person(ended=True)
    return person if told.role is None else replace(person, role=min(person.role, told.role))


def _told(token: str, claims: Claims, rules: Rules) -> Told:
    """Of each sign-in only asked every so many seconds."""
    key, now = hashlib.sha256(token.encode()).hexdigest(), time.monotonic()
    with _LOOKING:
        told = _TOLD.get(key, Told(-math.inf))
        if told.ended or now - told.at < rules.ask_again:
            return told
        _TOLD[key] = replace(told, at=now)  # who comes meanwhile does not wait
    answer = _asked(token, claims, rules, told)
    with _LOOKING:
        _TOLD[key] = answer
    return answer


def _asked(token: str, claims: Claims, rules: Rules, before: Told) -> Told:
    now = time.monotonic()
    try:
        answer = _json(_endpoint(rules.provider), token)
    except Ended:
        return Told(now, ended=True)
    except (OSError, ValueError, LookupError):
        log.exception("the provider cannot be asked; what it said last counts")
        return replace(before, at=now)
    same = answer.get("sub") == claims.get("sub")
    return Told(now, role_in(answer, rules)) if same else Told(now, ended=True)


@lru_cache(maxsize=1)
def _endpoint(provider: str) -> str:
    return str(_json(provider)["userinfo_endpoint"])


def _json(url: str, token: str = "") -> dict[str, Any]:
    """What an address of the provider answers. Raises Ended, OSError, ValueError."""
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise ValueError(f"{url} is not asked: tokens only travel by https")
    headers = {"Accept": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
    try:
        with _OPENER.open(urllib.request.Request(url, headers=headers), timeout=WAIT) as answer:  # noqa: S310
            told = json.loads(answer.read(LARGEST))
    except HTTPError as error:
        if token and error.code in REFUSED:
            raise Ended from None
        raise
    if not isinstance(told, dict):
        raise ValueError(f"{url} answers no object")
    return told
