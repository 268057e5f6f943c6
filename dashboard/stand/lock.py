"""The stand's doors: whatever is asked for, the browser gets the stand, and nothing else the server could give."""

from pathlib import Path

from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse
from starlette.websockets import WebSocketClose

from dashboard.headers import FRONT_PAGE, Application, Message, Receive, Send

FILES = ("/static/", "/assets/")
ANSWERS = ("/_stcore/health", "/_stcore/host-config", "/health")
STREAM = "/_stcore/stream"
WATCHDOG = Path(__file__).with_name("watchdog.js").read_text(encoding="utf-8")
PAGE = FRONT_PAGE.replace("</head>", f"<script>{WATCHDOG}</script></head>")


class StandOnly:
    """ASGI middleware: an allow list of addresses."""

    def __init__(self, app: Application) -> None:
        self.app = app

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Let through what the stand needs; send every other page back to it."""
        answer: Application = self.app
        if scope["type"] == "http":
            answer = self._answer(scope["method"], scope["path"], scope["query_string"])
        elif scope["type"] == "websocket" and scope["path"] != STREAM:
            answer = WebSocketClose()
        await answer(scope, receive, send)

    def _answer(self, method: str, path: str, query: bytes) -> Application:
        if method not in ("GET", "HEAD"):
            return PlainTextResponse("The stand takes nothing.", status_code=405)
        if path == "/" and not query:
            return HTMLResponse(PAGE, headers={"Cache-Control": "no-cache"})
        if path in ANSWERS or path.startswith(FILES):
            return self.app
        if path.startswith(("/_stcore/", "/media/", "/component/", "/app/")):
            return PlainTextResponse("The stand offers nothing here.", status_code=404)
        return RedirectResponse("/", status_code=303)
