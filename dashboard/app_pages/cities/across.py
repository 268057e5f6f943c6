"""What is asked within a section of this page is asked of all cities together, and said in their words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from dashboard.content.parts import Nothing, Section
from dashboard.language import Language
from dashboard.speaking import language
from dashboard.warehouse import public_warehouse, reading
from dashboard.warehouse.several import Joined, joined, several

if TYPE_CHECKING:
    from dashboard.app_pages.cities.choice import Choice

T = TypeVar("T")


@contextmanager
def asking(state: str) -> Iterator[Joined | None]:
    """All cities as they were in this state, else as they are now; nothing changes where there are not two."""
    if (found := several().at(state)) is None:
        yield None
        return
    with reading(found.house):
        yield found


def across(make: Callable[[Choice, Language], Section]) -> Callable[[Choice, Language], Section]:
    """A section of all cities."""

    @wraps(make)
    def of_all(choice: Choice, lang: Language) -> Section:
        with asking(choice.cities) as found:
            if found is None:
                nothing = lang.t("Cities can be compared as soon as two of them are published.")
                return Section(make.__name__, parts=(Nothing(nothing),))
            return make(choice, language(lang.code))

    return of_all


def offered_across(known: Callable[[Language], T], lang: Language) -> T | None:
    """What can be chosen of all cities; None where there are not two."""
    with asking("") as found:
        return None if found is None else known(language(lang.code))


def state() -> str:
    """Which state of the cities a page is made of."""
    found = joined()
    return found.state if found else ""


def words(choice: Choice, lang: Language) -> Language:
    """The language with the words of all cities: what only another city knows has its name in files, too."""
    with asking(choice.cities) as found:
        return lang if found is None else language(lang.code)


def is_own(city: str) -> bool:
    """Whether this server's own pages are about the city."""
    return city == public_warehouse().city.place
