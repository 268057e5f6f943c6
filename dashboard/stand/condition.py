"""Whether all is well with the stand, for staff."""

import time

import psutil

from dashboard.language import Language
from dashboard.settings import settings
from dashboard.stand.card import all_reachable
from dashboard.stand.desk import STAFF_KEY, Stand
from dashboard.warehouse import warehouse


def condition(desk: Stand, lang: Language) -> list[dict[str, str]]:
    """Data version, uptime, memory, faults of newer data."""
    minutes = int((time.monotonic() - desk.started) // 60)
    memory = psutil.Process().memory_info().rss / 1e6
    return [
        {"name": lang.t("Data version"), "value": warehouse().version},
        {
            "name": lang.t("Running for"),
            "value": lang.t("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60),
        },
        {"name": lang.t("Memory of the server"), "value": f"{lang.number(memory)} MB"},
        {"name": lang.t("Faults in newer data"), "value": lang.number(len(warehouse().faults))},
        {"name": lang.t("This menu opens"), "value": opened_by(lang)},
        {
            "name": lang.t("Contact in the QR code"),
            "value": lang.t("complete")
            if all_reachable()
            else lang.t("only the desk’s name: no phone, e-mail or web address is set"),
        },
    ]


def opened_by(lang: Language) -> str:
    """How staff come into the menu, as the settings have it."""
    if settings().staff_pin:
        return lang.t("by the corner or {key}, and the PIN", key=STAFF_KEY)
    return lang.t("by {key} on this machine, not by touch: no PIN is set", key=STAFF_KEY)
