"""How an address is answered: only if it has changed, beside the pages' own work, with one version of the data."""

import hashlib
import re
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from dashboard.content.unanswered import ask_again
from dashboard.made import Made
from dashboard.own_process import PROCESS
from dashboard.settings import settings
from dashboard.warehouse.engine.fault import AGAIN, EngineFault
from dashboard.warehouse.several import facts_version
from dashboard.web.asking import language_of
from dashboard.web.refusal import Refusal, refused
from dashboard.web.threads import in_thread, threads

MAKERS = threads("figures", 4)
WAITED = ("png", "xlsx", "zip")  # endings of what the workshop makes
WAITING = ThreadPoolExecutor(8, "files")  # those who wait for it, apart from what is quick
SHOWN = ("application/json", "image/", "text/html")  # what browsers show; the rest they keep as a file
VARY = "Accept, Accept-Language"

Plan = Callable[[Request], Callable[[], Made]]
Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Tag:
    """What an answer depends on, as an ETag; weak, because it is compressed for some."""

    text: str

    @classmethod
    def of(cls, request: Request, version: str) -> "Tag":
        """The data, the day, the address as it was asked, how; and the program, which may be another after a start."""
        asked = [request.headers.get(name, "") for name in ("host", "accept", "accept-language")]
        day = settings().current_date().isoformat()
        told = "\n".join([PROCESS, version, day, request.url.path, request.url.query, *asked])
        return cls(f'W/"{hashlib.sha256(told.encode()).hexdigest()[:20]}"')

    def is_known(self, request: Request) -> bool:
        """Whether who asks has it already."""
        known = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
        return "*" in known or self.text.removeprefix("W/") in [tag.removeprefix("W/") for tag in known]


def answered(plan: Plan) -> Endpoint:
    """The endpoint of a plan: it says at once what is wrong with a request (`Refusal`), and how to make the answer."""

    async def endpoint(request: Request) -> Response:
        try:
            return await _answer(request, plan)
        except Refusal as why:
            return refused(request, why, language_of(request))
        except EngineFault as fault:
            lang = language_of(request)
            return refused(request, Refusal(503, ask_again(fault, lang), wait=AGAIN), lang)

    return endpoint


async def _answer(request: Request, plan: Plan) -> Response:
    """Made again where other data came meanwhile: nothing is of two versions. What is wrong with a request is said
    without waiting for files."""
    pool = WAITING if request.path_params.get("ending") in WAITED else MAKERS
    while True:
        version = facts_version()
        make, tag = await in_thread(MAKERS, plan, request), Tag.of(request, version)
        made = None if tag.is_known(request) else await in_thread(pool, _bounded, make, request)
        if facts_version() == version:
            return _response(made, tag)


def _bounded(make: Callable[[], Made], request: Request) -> Made:
    made, most = make(), settings().answer_mb
    if len(made.content) > most * 1e6:
        raise too_large(request, f"{most} MB")
    return made


def too_large(request: Request, most: str) -> Refusal:
    """More than this server gives away at once."""
    return Refusal(400, language_of(request).t("This would be more than {most}. Choose less.", most=most))


def _named(name: str) -> str:
    """A file's name for a header, which holds ASCII only; any other name besides, as RFC 6266 writes it."""
    plain = re.sub(r"[^\w.-]", "_", name, flags=re.ASCII)
    return f'filename="{plain}"' + ("" if plain == name else f"; filename*=UTF-8''{quote(name, safe='')}")


def _response(made: Made | None, tag: Tag) -> Response:
    headers = {"ETag": tag.text, "Vary": VARY, "Cache-Control": "no-cache"}  # kept, and asked for again
    if made is None:
        return Response(status_code=304, headers=headers)
    if made.name:
        kept = "inline" if made.media_type.startswith(SHOWN) else "attachment"
        headers["Content-Disposition"] = f"{kept}; {_named(made.name)}"
    return Response(made.content, headers=headers, media_type=made.media_type)
