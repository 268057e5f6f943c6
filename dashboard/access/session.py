"""Who looks at the page that runs. To be asked on the server at every action: roles end while a page is open."""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from dashboard.access import ended
from dashboard.access.claims import person_of
from dashboard.access.local import is_local
from dashboard.access.person import VISITOR, NotAllowed, Person, Role
from dashboard.access.rules import has_staff, rules
from dashboard.access.userinfo import as_now

LOCAL = Person("local", Role.ADMIN)


def person() -> Person:
    """Whoever looks at the page that runs, with the role they have at this moment."""
    if not has_staff() or get_script_run_ctx() is None:
        return VISITOR
    if (known := rules()) is not None:
        claims: dict[str, Any] = dict(st.user.to_dict())
        found = person_of(claims, known, datetime.now(UTC))
        return Person(ended=True) if found.name and ended.has(_mark(claims)) else as_now(found, claims, known)
    return LOCAL if _is_here() else VISITOR


def allowed(needs: Role) -> Person:
    """Whoever acts, if they have this role now. Raises NotAllowed."""
    found = person()
    if found.role < needs:
        raise NotAllowed(needs, found)
    return found


def sign_out() -> None:
    """End it for every page that is open by it, on every server of this store, and at the provider."""
    ended.note(_mark(dict(st.user.to_dict())))
    st.logout()


def _mark(claims: dict[str, Any]) -> str:
    """The same for all pages of one sign-in."""
    told = {name: claims.get(name) for name in ("iss", "sub", "iat", "exp", "nonce", "sid", "jti")}
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()


def _is_here() -> bool:
    listens = str(st.get_option("server.address") or "")
    return is_local(st.context.headers.to_dict(), listens, st.context.ip_address)
