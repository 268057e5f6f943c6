"""How far an event is, in words."""

from typing import Protocol

from dashboard.language import Language


class Course(Protocol):
    """A row that says when an event ends, where that is known, and how far it is today."""

    @property
    def coming(self) -> bool: ...
    @property
    def running(self) -> bool: ...
    @property
    def end_year(self) -> int | None: ...
    @property
    def end_month(self) -> int | None: ...
    @property
    def end_day(self) -> int | None: ...


def until(row: Course, lang: Language) -> str:
    """`until 31 Jan 2027`; empty where no end is known."""
    return lang.t("until {day}", day=_end(row, lang)) if row.end_year else ""


def _end(row: Course, lang: Language) -> str:
    return lang.month(row.end_year, row.end_month, row.end_day) if row.end_year else ""


def course(row: Course, lang: Language) -> str:
    """`coming, until 31 Jan 2027`, `on now, until 26 Sep 2027`, `until 5 Mar 2026`; empty for a past day."""
    end = _end(row, lang)
    if row.running:
        return lang.t("on now, until {day}", day=end) if end else lang.t("on now")
    if row.coming:
        return lang.t("coming, until {day}", day=end) if end else lang.t("coming")
    return until(row, lang)
