"""Why a request is not answered, in words and for programs, with what it may ask for instead."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from dashboard.language import Language
from dashboard.web.site import filled, up

SHOWN = 500  # of what is allowed


class Refusal(Exception):
    """`message` is in the reader's language; `allowed`: what (`pages`, a parameter's name) -> the words that may stand
    there; `wait`: in seconds."""

    def __init__(
        self, status: int, message: str, allowed: Mapping[str, Sequence[str]] | None = None, wait: int = 0
    ) -> None:
        super().__init__(message)
        self.status, self.message, self.wait = status, message, wait
        self.allowed = {what: list(words)[:SHOWN] for what, words in (allowed or {}).items()}


def refused(request: Request, why: Refusal, lang: Language) -> Response:
    """The answer, as whoever asks can read it: a page, JSON (RFC 9457) or plain text."""
    headers = {"Vary": "Accept, Accept-Language", "Cache-Control": "no-store"}
    headers |= {"Retry-After": str(why.wait)} if why.wait else {}
    accepts = request.headers.get("accept", "")
    if "text/html" in accepts:
        page = filled(
            "refusal",
            lang,
            up(request.url.path),
            why=why,
            named=_named(lang),
            list=lang.t("All figures, to take along and to embed"),
        )
        return HTMLResponse(page, why.status, headers)
    if "json" in accepts:
        told = {"title": HTTPStatus(why.status).phrase, "status": why.status, "detail": why.message}
        return JSONResponse(told | {"allowed": why.allowed}, why.status, headers, "application/problem+json")
    named = _named(lang)
    lines = [why.message, *(f"{named.get(what, what)}: {', '.join(words)}" for what, words in why.allowed.items())]
    return PlainTextResponse("\n".join(lines) + "\n", why.status, headers)


def _named(lang: Language) -> dict[str, str]:
    """What there is instead, in the reader's words."""
    return {
        "pages": lang.t("Pages"),
        "figures": lang.t("Figures"),
        "endings": lang.t("Kinds of file"),
        "parameters": lang.t("What can be chosen"),
    }
