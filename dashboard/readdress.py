"""Addresses as people write them: `/Market`, `/markets` and `/de/market` lead to the page that is meant, and one that
leads nowhere to the first page, which says so."""

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse

from dashboard.app_pages import pages_there
from dashboard.content.page import FIRST_PAGE
from dashboard.headers import Application, Message, Receive, Send
from dashboard.language import COMPLETE
from dashboard.screen.html import prefix
from dashboard.staff import NAMES

OWN = (
    "/assets/",
    "/health",
    "/ready",
    "/metrics",
    "/calendar.ics",
    "/figures",
    "/embed",
    "/ahead/",
    "/still/",
    "/sign-in",
)
OTHERS = (
    "assets",
    "auth",
    "component",
    "embed",
    "figures",
    "health",
    "media",
    "metrics",
    "oauth2callback",
    "ready",
    "sign-in",
    "static",
)  # what is no page but the server's own


def meant(path: str, query: str = "") -> str | None:
    """Where a path below the server's root leads instead, seen from it; None where it may stand."""
    parts = [part for part in path.split("/") if part]
    if parts and (parts[0].startswith("_") or parts[0] in OTHERS or "." in parts[-1]):
        return None
    asked = parse_qsl(query, keep_blank_values=True)
    language = parts.pop(0).lower() if parts and parts[0].lower() in COMPLETE else ""
    name = parts[0].lower() if parts else FIRST_PAGE
    page = next((page for page in (*pages_there(), *NAMES) if name in _spellings(page)), None)
    if page is None or len(parts) > 1:
        page, asked = FIRST_PAGE, [("unknown", "/".join(parts)[:40])]
    target = "" if page == FIRST_PAGE else page
    if path.strip("/") == target:
        return None
    up = "../" * path.lstrip("/").count("/") or "./"
    asked += [("lang", language)] if language else []
    return f"{up}{target}{'?' if asked else ''}{urlencode(asked)}"


def _spellings(page: str) -> tuple[str, ...]:
    """A page's name, its plural and its singular."""
    return page, f"{page}s", page.removesuffix("s"), f"{page.removesuffix('ies')}y"


class Readdress:
    """ASGI middleware that shows browsers to the page that is meant, and finds our own files below the prefix."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as the application does, or with the better address."""
        if scope["type"] == "http":
            path = scope["path"].removeprefix(f"/{prefix()}" if prefix() else "")
            if path.startswith(OWN):
                scope = {**scope, "path": path}
            is_page = "text/html" in Request(scope).headers.get("accept", "")
            if is_page and (target := meant(path, scope["query_string"].decode("latin-1"))):
                await RedirectResponse(target)(scope, receive, send)
                return
        await self.app(scope, receive, send)
