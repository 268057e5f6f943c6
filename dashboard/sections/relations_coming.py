"""What is coming: a calendar of the months ahead, or in words when something was last on."""

from typing import Any

import pandas as pd

from dashboard.charts.base import records
from dashboard.language import Language
from dashboard.screen.html import render, section
from dashboard.screen.pieces import put, remembered
from dashboard.sections.relations_choice import MONTHS, Choice, nearest
from dashboard.sections.relations_words import event_kind, market_link
from dashboard.warehouse import warehouse

LONGEST_DAY = 3  # letters of `15.`; a full date stands smaller


def coming(choice: Choice, lang: Language) -> None:
    """The calendar, or what stands instead of it."""
    rows = warehouse().ask("relations/calendar", months=MONTHS, **choice.events()).dropna(subset=["month"])
    first, last = (lang.month(row["year"], row["month"]) for row in (rows.iloc[0], rows.iloc[-1]))
    section(
        lang.t("What is coming"),
        lang.t("Fairs, delegations, receptions on record for {first} to {last}.", first=first, last=last),
    )
    put(drawn(choice, lang), lang, key="relations-calendar")


@remembered
def drawn(choice: Choice, lang: Language) -> str:
    """The calendar as HTML: a cell for each month; what comes later in a last cell."""
    rows = records(warehouse().ask("relations/calendar", months=MONTHS, **choice.events()))
    later = _later(rows, choice)
    if not any(row["events"] for row in rows):
        return render("empty", text=_nothing(choice, lang))
    cells: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        name = lang.month(row["year"], row["month"]) if pd.notna(row["month"]) else _open(row, lang)
        cells.setdefault(name, [])
        if pd.notna(row["event_id"]):
            cells[name].append(_item(row, _day(row, lang), lang))
    if later:
        cells[lang.t("Later")] = [_item(row, lang.month(row["year"], row["month"], row["day"]), lang) for row in later]
    cells_found = [{"name": name, "found": found} for name, found in cells.items()]
    return render("calendar", cells=cells_found, rest=lang.t("In all other months nothing is on record."))


def _later(rows: list[dict[str, Any]], choice: Choice) -> list[dict[str, Any]]:
    """Coming events beyond the calendar, soonest first."""
    shown = {row["event_id"] for row in rows}
    found = warehouse().ask("relations/events", **choice.events())
    return [row for row in reversed(records(found[found["coming"]])) if row["event_id"] not in shown]


def _open(row: dict[str, Any], lang: Language) -> str:
    return lang.t("{year}, month not known yet", year=int(row["year"]))


def _day(row: dict[str, Any], lang: Language) -> str:
    """`15.` as the reader writes a day of a month; an en dash where it is not known."""
    if pd.isna(row["day"]):
        return "–"
    return f"{int(row['day'])}." if lang.code == "de" else str(int(row["day"]))


def _item(row: dict[str, Any], day: str, lang: Language) -> dict[str, Any]:
    return {
        "day": day, "css": "day" if len(day) <= LONGEST_DAY else "date",
        "title": lang.pick(row, "title"), "kind": event_kind(row, lang), "url": row["url"],
        "source": row["publisher"], "code": row["market"].lower(), **market_link(row["market"], lang),
    }  # fmt: skip


def _nothing(choice: Choice, lang: Language) -> str:
    """That nothing is coming soon, what comes later, and when the last one was."""
    said = [lang.t("Nothing is on record for these months with this choice.")]
    if ahead := nearest(choice, "next", lang):
        said.append(lang.t("The next one known is: {event}.", event=ahead))
    if before := nearest(choice, "last", lang):
        said.append(lang.t("The last one was: {event}.", event=before))
    return " ".join(said)
