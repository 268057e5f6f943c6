"""A figure, table or list as JSON: the rows with numbers as numbers, and all that is needed to show them elsewhere."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.content.exhibit import Exhibit
from dashboard.content.view import View
from dashboard.made import Made
from dashboard.warehouse import warehouse

MEDIA_TYPE = "application/json"


def record(view: View, exhibit: Exhibit, address: str) -> dict[str, Any]:
    """`data`: a line for each row by the keys of `columns`; `address`: where it was asked for."""
    keys = [heading.key for heading in exhibit.sheet.headings]
    return {
        "page": view.page.name,
        "figure": exhibit.key,
        "title": exhibit.caption.title,
        "subtitle": exhibit.caption.subtitle,
        "alt": exhibit.caption.alt,
        "view": view.title,
        "filters": [{"name": name, "value": value} for name, value in view.filters],
        "lang": view.lang.code,
        "address": address,
        "date": view.date.isoformat(),
        "data_version": view.version,
        "licences": licences(),
        "columns": [vars(heading) for heading in exhibit.sheet.headings],
        "data": [dict(zip(keys, line, strict=True)) for line in exhibit.sheet.lines],
        "definitions": exhibit.definitions,
        "counted": exhibit.sources.counted,
        "sources": [vars(source) for source in exhibit.sources.found],
    }


def licences() -> list[dict[str, str]]:
    """What the facts may be used for, as the data package says it; without paths of its folder."""
    told = warehouse().package.raw.get("licenses", [])
    return [{key: text for key, text in one.items() if key != "path" or "://" in text} for one in told]


def as_json(content: Mapping[str, Any], name: str) -> Made:
    """Days as ISO 8601 writes them; letters that no text can hold become question marks."""
    text = json.dumps(content, ensure_ascii=False, allow_nan=False, default=date.isoformat)
    return Made(f"{name}.json", MEDIA_TYPE, text.encode("utf-8", "replace"))
