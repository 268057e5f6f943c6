"""One language of the interface: its words (gettext), numbers, dates (Babel/CLDR) and the names of codes."""

import gettext
import io
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd
from babel import Locale, dates, lists, numbers
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.warehouse import warehouse

LOCALES = Path(__file__).parent / "locale"
LANGUAGES = ("de", "en")


class Language:
    """Words and formats of one language (`de` or `en`); msgids are the English texts."""

    domain = "pocket"

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(code)

    def catalogue(self) -> Catalog:
        """The translations as they stand in the .po file; none for English, whose messages are their own."""
        path = LOCALES / self.code / "LC_MESSAGES" / f"{self.domain}.po"
        if not path.is_file():
            return Catalog(locale=self.locale)
        with path.open("rb") as file:
            return read_po(file, locale=self.locale)

    @cached_property
    def _catalogue(self) -> gettext.NullTranslations:
        """The .po file compiled in memory, so that no compiled file can be older than its source."""
        compiled = io.BytesIO()
        write_mo(compiled, self.catalogue())
        compiled.seek(0)
        return gettext.GNUTranslations(compiled)

    def t(self, message: str, **values: object) -> str:
        """The message in this language, its `{placeholders}` filled."""
        text = self._catalogue.gettext(message) if message else ""
        return text.format(**values) if values else text

    def n(self, singular: str, plural: str, count: int, **values: object) -> str:
        """The singular or plural message for `count`; `{count}` stands in the reader's format."""
        text = self._catalogue.ngettext(singular, plural, count)
        return text.format(count=self.number(count), **values)

    def number(self, value: float | None, digits: int = 0, *, fixed: bool = False) -> str:
        """1234.5 as 1.234,5 or 1,234.5; an en dash where there is no value; `fixed` keeps zeros at the end."""
        if value is None or pd.isna(value):
            return "–"
        pattern = f"#,##0.{('0' if fixed else '#') * digits}" if digits else "#,##0"
        return numbers.format_decimal(round(value, digits), format=pattern, locale=self.locale).replace("-", "−")

    def percent(self, share: float | None, digits: int = 0, *, signed: bool = False) -> str:
        """A share (0.11) as 11 % or 11%; `signed` puts + or − in front."""
        if share is None or pd.isna(share):
            return "–"
        text = numbers.format_percent(
            abs(share), format=None if not digits else f"#,##0.{'0' * digits}%", locale=self.locale
        )
        if self.code == "de" and not text.endswith("\xa0%"):
            text = text.replace("%", "\xa0%")
        sign = ("+" if share > 0 else "−" if share < 0 else "±") if signed else ("−" if share < 0 else "")
        return sign + text

    def value(self, value: float | None, unit: str, qualifier: str = "exact") -> str:
        """A published value with its hedge and unit: `≈ 700`, `> 400`, `3,5 %`, `EUR 1,234m`."""
        if value is None or pd.isna(value):
            return "–"
        if unit == "percent":
            return self.hedged(self.percent(value / 100, 1 if value % 1 else 0), qualifier)
        text = self.number(value, 1 if value % 1 and value < 100 else 0)
        return self.hedged(self.t("EUR {value}m", value=text) if unit == "eur-m" else text, qualifier)

    @staticmethod
    def hedged(text: str, qualifier: str) -> str:
        """A number's text with its hedge: `≈ 700`, `> 400`, `< 700`."""
        return {"approx": "≈\u202f", "more-than": ">\u202f", "less-than": "<\u202f"}.get(qualifier, "") + text

    def month(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """`2025`, `März 2025` or `3. März 2025`, as exact as is known."""
        if month is None or pd.isna(month):
            return str(int(year))
        if day is None or pd.isna(day):
            return dates.format_skeleton("yMMM", date(int(year), int(month), 1), locale=self.locale)
        return dates.format_date(
            date(int(year), int(month), int(day)),
            "d MMM y" if self.code == "en" else "d. MMM y",
            locale=self.locale,
        )

    def join(self, items: list[str]) -> str:
        """`A, B und C`."""
        return lists.format_list(items, locale=self.locale) if items else ""

    def label(self, table: str, column: str, value: str | None) -> str:
        """The words for a code from the data package, such as milestones.kind = `settlement`."""
        if value is None or pd.isna(value):
            return "–"
        return warehouse().package.tables[table].column(column).label(value, self.code) or value

    def labels(self, table: str, column: str) -> dict[str, str]:
        """Code -> words, for every code the data package allows in that column."""
        codes = warehouse().package.tables[table].column(column).constraints.get("enum", ())
        return {code: self.label(table, column, code) for code in codes}

    def pick(self, row: "pd.Series | dict[str, Any]", column: str) -> str:
        """`row[column_de]` or `row[column_en]`; an empty string where there is none."""
        text = row[f"{column}_{self.code}"]
        return "" if text is None or pd.isna(text) else str(text)


@lru_cache(maxsize=len(LANGUAGES))
def language(code: str) -> Language:
    """The language of that code. Raises KeyError for a code that is none of LANGUAGES."""
    if code not in LANGUAGES:
        raise KeyError(code)
    return Language(code)
