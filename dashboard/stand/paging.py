"""Long lists, a page at a time: on a touch screen two large buttons are sooner hit than a bar is pulled."""

from collections.abc import Sequence
from typing import Any, TypeVar

from dashboard.language import Language

T = TypeVar("T")


def slice_of(rows: Sequence[T], page: int, size: int) -> tuple[Sequence[T], int]:
    """The rows of the page, and which page it is: the last one where there are fewer."""
    page = turned(len(rows), page, size)
    return rows[page * size : (page + 1) * size], page


def turned(count: int, page: int, size: int) -> int:
    """The page, or the last one where there are fewer."""
    return min(page, max(0, count - 1) // size)


def pager(count: int, page: int, size: int, lang: Language, ahead: str = "") -> dict[str, Any] | None:
    """`25–48 of 129` with the pages before and after; `ahead` says what follows. None where all stand on one page."""
    if count <= size:
        return None
    first, last = page * size + 1, min(count, (page + 1) * size)
    shown = {"first": lang.number(first), "last": lang.number(last), "count": lang.number(count)}
    return {
        "text": lang.t("{first}–{last} of {count}", **shown),
        "before": page - 1 if page else None,
        "after": page + 1 if last < count else None,
        "back": lang.t("Previous page"),
        "ahead": ahead or lang.t("Next page"),
    }
