"""Away to the provider and back: to the page from which somebody went, and with a word where it failed."""

import re
from http.cookies import SimpleCookie
from urllib.parse import quote, unquote

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from streamlit.user_info import generate_login_redirect_url

from dashboard.access.rules import BACK
from dashboard.headers import Application, Message, Receive, Send
from dashboard.settings import settings

ADDRESS, NEWS = "sign-in", "sign-in"  # where one goes away; what the address says of a sign-in that failed
COOKIE, KEPT = "pocket_back", 600  # where somebody comes from, for so many seconds
IDENTITY = "_streamlit_user"  # Streamlit's cookies begin so
LARGEST = 32_000  # bytes of them: servers refuse twice that, and with it whatever the browser asks for
PAGE = re.compile(r"[a-z-]*(\?[^#\s\\]*)?")  # of ours, seen from the server's root; nothing that leads elsewhere


async def away(request: Request) -> Response:
    """`/sign-in?back=market?market=JP`: to the provider, if there is one."""
    if settings().sign_in is None:
        return RedirectResponse(_root(), 302)
    answer = RedirectResponse(generate_login_redirect_url("default"), 302, {"Cache-Control": "no-store"})
    back = quote(request.query_params.get("back", ""))
    answer.set_cookie(COOKIE, back, KEPT, path=_root(), httponly=True, samesite="lax")
    return answer


class Returned:
    """ASGI middleware around Streamlit's answer to who comes back from the provider."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Answer as Streamlit does, but lead to the page from which they went."""
        if scope["type"] != "http" or scope["path"] != f"{_root()}{BACK}":
            await self.app(scope, receive, send)
            return

        async def turned(message: Message) -> None:
            if message["type"] == "http.response.start":
                _turn(message, Request(scope))
            await send(message)

        await self.app(scope, receive, turned)


def _turn(message: Message, request: Request) -> None:
    """Where the answer leads; without an identity that the browser could not send back."""
    headers, asked = MutableHeaders(scope=message), request.query_params
    identity = [cookie for cookie in headers.getlist("set-cookie") if cookie.startswith(IDENTITY)]
    if not any(name in asked for name in ("code", "error", "state")):  # after a sign-out
        return
    news = "" if any(map(_is_given, identity)) else "failed"
    if sum(map(len, identity)) > LARGEST:
        news = "large"
        message["headers"] = [pair for pair in message["headers"] if not pair[1].startswith(IDENTITY.encode())]
        headers = MutableHeaders(scope=message)
    back = unquote(request.cookies.get(COOKIE, ""))
    target = back if PAGE.fullmatch(back) else ""
    if news:
        target += f"{'&' if '?' in target else '?'}{NEWS}={news}"
    headers["location"] = f"{_root()}{target}"


def _is_given(cookie: str) -> bool:
    """Whether a cookie is set, and not taken away."""
    told = next(iter(SimpleCookie(cookie).values()), None)
    return told is not None and bool(told.value) and told["max-age"] != "0"


def _root() -> str:
    prefix = settings().prefix.strip("/")
    return f"/{prefix}/" if prefix else "/"
