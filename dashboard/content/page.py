"""A page: its name and address, its choice, its sections. Every outlet walks pages by this."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Generic, TypeVar

from dashboard.content.choice import Reading, fields
from dashboard.content.part import Part
from dashboard.content.parts import Nothing, Section
from dashboard.content.side_by_side import side_by_side
from dashboard.language import Language

C = TypeVar("C")
EVERYTHING = ("", "all")  # codes of no subject
FIRST_PAGE = "overview"  # stands at the root


@dataclass(frozen=True)
class Aside:
    """What opens beside or above a page: a company's card, the reasons of a score."""

    title: str
    parts: tuple[Part, ...]
    right: bool = True


@dataclass(frozen=True)
class Page(Generic[C]):
    """`name` is that of its folder in `app_pages/` and of its address (the first page stands at the root).

    `sections` are made in their order; `asides`: field of the choice -> what it opens (Nothing says that what is
    asked for does not exist); `nothing` puts the subjects that sections have nothing about into a sentence; `needs`
    names the tables of facts that it draws on, so that a new city is told what to add. `plays`: a field whose options a
    screen may step through by itself, chosen in a section after the first; then the sections after the first are shown
    with each of them. `about`: fields whose value, if one alone is chosen, is what the page is about; `of_one`: its
    title then, if that is another. `beside`: the version of other facts that it is made of, if there are such; `words`:
    the language with the words of those as well, in which what it shows is taken along. `public`: it
    shows public facts only, whoever reads it.
    """

    name: str
    icon: str
    title: Callable[[Language], str]
    choice: type[C]
    sections: tuple[Callable[[C, Language], Section], ...]
    asides: Mapping[str, Callable[[C, Language], Aside | Nothing]] = field(default_factory=dict)
    nothing: Callable[[C, Language, str], str] | None = None
    needs: tuple[str, ...] = ()
    plays: str = ""
    about: tuple[str, ...] = ()
    of_one: Callable[[Language], str] | None = None
    beside: Callable[[], str] = lambda: ""
    words: Callable[[C, Language], Language] = lambda _, lang: lang
    public: bool = False

    def titled(self, reading: Reading[C], lang: Language) -> str:
        """Its title after what it is about, if that is one thing: `Japan · Market`."""
        declared = dict(fields(self.choice))
        chosen = [(name, code) for name in self.about for code in reading.codes.get(name, ()) if code not in EVERYTHING]
        if len(chosen) != 1:
            return self.title(lang)
        [(name, code)] = chosen
        options = declared[name].options
        words = options(vars(reading.choice), lang) if options else {}
        return f"{words.get(code, code)} · {(self.of_one or self.title)(lang)}"

    def made(self, choice: C, lang: Language) -> list[Section]:
        """Every section for this choice."""
        return [made() for made in self.makers(choice, lang)]

    def makers(self, choice: C, lang: Language) -> list[Callable[[], Section]]:
        """What makes them, one by one; at work already where that saves waiting."""
        return side_by_side([partial(make, choice, lang) for make in self.sections])


AnyPage = Page[Any]
