"""What a reader may choose next, so that the browser asks for its figures before: see `ahead.js`."""

import json
from typing import Any

from dashboard.content.choice import NONE, Field, fields
from dashboard.content.view import View
from dashboard.screen.html import base_path
from dashboard.scripts import PROGRAM
from dashboard.settings import settings
from dashboard.warehouse import warehouse
from dashboard.warehouse.several import facts_version

FOLDER = "ahead"


def state() -> str:
    """What figures depend on besides the choice: the data, the program, the day."""
    return f"{facts_version()}-{PROGRAM}/{settings().current_date().isoformat()}"


def is_made() -> bool:
    """An engine elsewhere is not asked for what nobody may choose."""
    return not warehouse().snapshot.engine.remote


def ahead(view: View) -> str:
    """As JSON: where the figures of this page are, with what is chosen, and what of it can be chosen otherwise."""
    if not (warehouse().public and is_made()):
        return ""
    declared = [(field, view.reading.codes[name]) for name, field in fields(view.page.choice)]
    kept = [(field, codes) for field, codes in declared if not (field.aside or field.restarts)]
    told = {
        "address": f"{base_path()}{FOLDER}/{state()}/{view.page.name}.json",
        "lang": view.lang.code,
        "chosen": {field.key: codes or NONE for field, codes in kept if codes or field.is_many},
        "fields": {
            field.key: offered for field, _ in kept if _is_pressed(field) and (offered := _offered(field, view))
        },
    }
    return json.dumps(told, separators=(",", ":"))


def _is_pressed(field: Field) -> bool:
    """Whether one touch chooses; not where each option stands for so many cases, which are counted anew each time."""
    return field.options is not None and field.look.kind in ("select", "segments", "slider") and field.counts is None


def _offered(field: Field, view: View) -> dict[str, Any]:
    """Its options in their order, none where there is nothing to choose."""
    words = field.options(vars(view.reading.choice), view.lang) if field.options else {}
    look = {"most": field.most, "many": field.is_many, "slides": field.look.kind == "slider"}
    return {"codes": list(words), **look} if words else {}
