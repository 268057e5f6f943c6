"""`/calendar.ics`: the coming events, for calendars that subscribe to them."""

from collections.abc import Callable

from starlette.requests import Request

from dashboard.calendar_file import calendar_file
from dashboard.language import COMPLETE
from dashboard.made import Made
from dashboard.settings import settings
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from dashboard.web.refusal import Refusal


def calendar(request: Request) -> Callable[[], Made]:
    """Those of the markets asked for, or of all; in the language asked for."""
    asked = request.query_params
    markets, lang = asked.getlist("market"), asked.get("lang", settings().lang)
    unknown = [code for code in markets if code not in warehouse().markets]
    if unknown or lang not in COMPLETE:
        spoken = language(lang if lang in COMPLETE else settings().lang)
        message = spoken.t("“{address}” is not known here.", address=", ".join(unknown) or lang)
        raise Refusal(404, message, {"market": list(warehouse().markets), "lang": COMPLETE})
    return lambda: Made("", "text/calendar; charset=utf-8", calendar_file(markets, language(lang)))
