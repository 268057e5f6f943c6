"""A page as someone has it before them: what is chosen there, in which language, and all that it shows by its key."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import parse_qs, urlencode

from dashboard.content.choice import Field, Reading, fields, read, without_asides
from dashboard.content.exhibit import Exhibit
from dashboard.content.exhibited import exhibits
from dashboard.content.page import EVERYTHING, FIRST_PAGE, AnyPage
from dashboard.content.parts import Nothing, Section, flat
from dashboard.language import Language
from dashboard.settings import settings
from dashboard.warehouse import warehouse

NAMED = 5  # markets that a file's name names
UNFIT = re.compile(r"[^\w-]+")  # for a file's name: whatever leads elsewhere, or stands for something in a command


@dataclass(frozen=True)
class View:
    """A page with its choice, for readers of a language."""

    page: AnyPage
    reading: Reading[Any]
    lang: Language

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """What stands on the page."""
        return tuple(self.page.made(without_asides(self.reading.choice), self.lang))

    @cached_property
    def exhibits(self) -> dict[str, Exhibit]:
        """Every figure, table and list by its key, in reading order."""
        return {found.key: found for section in self.sections for found in exhibits(section, self.lang)}

    def exhibit(self, key: str) -> Exhibit | None:
        """The one of this key, without a line where the choice leaves nothing of what the page otherwise shows."""
        if key in self.exhibits:
            return self.exhibits[key]
        usual = view(self.page, {}, self.lang).exhibits.get(key)
        if usual is None or not usual.steady:
            return None
        return usual.emptied(self.title, self.nothing or self.lang.t("Nothing is on record for this choice."))

    @property
    def nothing(self) -> str:
        """Why something is missing, as the page says it."""
        parts = [part for section in self.sections for part in flat(section.parts)]
        return " ".join(part.text for part in parts if isinstance(part, Nothing))

    @property
    def title(self) -> str:
        """The page's title after what it is about: `Japan · Market`."""
        return self.page.titled(self.reading, self.lang)

    @property
    def version(self) -> str:
        """The version of the data, and of what else the page is made of."""
        return "-".join(filter(None, [warehouse().version, self.page.beside()]))

    @property
    def date(self) -> date:
        """The day on which it is looked at."""
        return settings().current_date()

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """What is chosen other than by default, in words: (label, values)."""
        return tuple(
            (field.label(self.lang), self._words(field, codes)) for field, codes in self._chosen() if not field.aside
        )

    @cached_property
    def query(self) -> str:
        """What its address says after the question mark; with the language, so that a link says all of it."""
        chosen = [(field.key, code) for field, codes in self._chosen() for code in codes or [""]]
        return urlencode([*chosen, ("lang", self.lang.code)])

    @property
    def address(self) -> str:
        """Where it is shown: on the web if the settings say where that is, else below any server's own address."""
        name = "" if self.page.name == FIRST_PAGE else self.page.name
        below = settings().public_address.rstrip("/") or f"/{settings().prefix.strip('/')}".rstrip("/")
        return f"{below}/{name}?{self.query}"

    def file(self, key: str = "") -> str:
        """The name of a file of it or of one exhibit, without an ending: whose, what, of which day and language."""
        parts = [
            "-".join(self._markets) if len(self._markets) <= NAMED else "",
            self.page.name,
            key,
            self.date.isoformat(),
            self.lang.code,
        ]
        slugs = [UNFIT.sub("-", part).strip("-") for part in parts]
        return "_".join(["pocket-world", *filter(None, slugs)])

    @property
    def market(self) -> str:
        """The market that all of it is about; empty if it is about none or several."""
        return self._markets[0] if len(self._markets) == 1 else ""

    @property
    def of_several(self) -> bool:
        """Whether it is made of the facts of other cities too, which are kept there."""
        return bool(self.page.beside())

    @property
    def _markets(self) -> list[str]:
        codes = next((self.reading.codes[name] for name in ("market", "markets") if name in self.reading.codes), [])
        return [code for code in codes if code not in EVERYTHING]

    def _chosen(self) -> list[tuple[Field, Sequence[str]]]:
        """The fields that are not as by default, or that say what the page is about; and their codes."""
        codes, default = self.reading.codes, self.reading.default
        return [
            (field, codes[name])
            for name, field in fields(self.page.choice)
            if codes[name] != default[name] or (name in self.page.about and codes[name])
        ]

    def _words(self, field: Field, codes: Sequence[str]) -> str:
        options = field.options(vars(self.reading.choice), self.lang) if field.options else {}
        return ", ".join(options.get(code, code) for code in codes)


def view(page: AnyPage, asked: Mapping[str, Sequence[str]], lang: Language) -> View:
    """The page as an address asks for it."""
    return chosen(page, read(page.choice, asked, lang), lang)


def chosen(page: AnyPage, reading: Reading[Any], lang: Language) -> View:
    """The page with a choice that is read already, in the words of all the facts that it is made of."""
    return View(page, reading, page.words(reading.choice, lang))


def asked_in(query: str) -> dict[str, list[str]]:
    """What an address asks for after its question mark; `markets=` asks for none of them."""
    return parse_qs(query, keep_blank_values=True)
