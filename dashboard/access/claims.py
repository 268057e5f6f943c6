"""A person of what the provider says about them. Nothing is taken for granted: types, audience, times."""

import math
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from dashboard.access.person import VISITOR, Person, Role
from dashboard.access.rules import Rules

Claims = Mapping[str, Any]
LONGEST = 80  # letters of a name
AHEAD = timedelta(minutes=2)  # that the provider's clock may be ahead of ours


def person_of(claims: Claims, rules: Rules, now: datetime) -> Person:
    """Who they are, with the highest role that the rules give them; a visitor where anything is amiss."""
    since, until = _time(claims.get("iat")), _time(claims.get("exp"))
    if claims.get("is_logged_in") is not True or rules.client not in _texts(claims.get("aud")) or not rules.client:
        return VISITOR
    if since is None or until is None or since > now + AHEAD:
        return VISITOR
    until = min(until, since + timedelta(minutes=rules.minutes))
    if until <= now:
        return Person(ended=True)
    return Person(_name(claims, rules), role_in(claims, rules), since, until)


def role_in(claims: Claims, rules: Rules) -> Role:
    """The highest role that the rules give to what the claim says; a viewer's where it says nothing of the kind."""
    return max(
        (rules.roles[value] for value in _texts(_at(claims, rules.claim)) if value in rules.roles), default=Role.VIEWER
    )


def _at(claims: Claims, path: str) -> Any:
    """What stands under a name, or a path such as `realm_access.roles`."""
    if path in claims:
        return claims[path]
    found: Any = claims
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _texts(value: Any) -> Iterator[str]:
    """One text or a list of them; whatever else it is says nothing."""
    for one in [value] if isinstance(value, str) else value if isinstance(value, list | tuple) else ():
        if isinstance(one, str):
            yield one


def _time(value: Any) -> datetime | None:
    """Seconds since 1970 as a time."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return None
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, OSError, ValueError):
        return None


def _name(claims: Claims, rules: Rules) -> str:
    """What they are called; nobody is without a name."""
    said = (claims.get(key) for key in (rules.name, "preferred_username", "email", "sub"))
    told = next((text for text in said if isinstance(text, str) and text.strip()), "?")
    return "".join(letter for letter in told.strip() if letter.isprintable())[:LONGEST] or "?"
