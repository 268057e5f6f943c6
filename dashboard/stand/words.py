"""The five languages of the stand: its own catalogue, CLDR for countries, languages, numbers and dates."""

import datetime
from functools import cached_property, lru_cache
from typing import Any

import pandas as pd
from babel import Locale, dates, numbers
from markupsafe import Markup, escape

from dashboard.language import Language
from dashboard.warehouse import warehouse

# The language's code in addresses and `lang` attributes, and its locale in CLDR.
STAND_LANGUAGES = {"de": "de", "en": "en", "ja": "ja", "zh": "zh_Hans_CN", "ko": "ko"}
OWN_WORDS = ("de", "en")  # the languages in which the data has columns of its own
TRANSLATED_LISTS = ("sectors", "themes", "regions", "desks")
TRANSLATED_LABELS = (("milestones", "kind"), ("events", "kind"))


class StandLanguage(Language):
    """A language of the stand; English content without a translation is shown in English with a mark."""

    domain = "stand"

    def __init__(self, code: str) -> None:
        self.code = code
        self.locale = Locale.parse(STAND_LANGUAGES[code])

    @cached_property
    def known(self) -> frozenset[str]:
        """The messages that have a translation."""
        return frozenset(str(message.id) for message in self.catalogue() if message.id and message.string)

    @property
    def own_name(self) -> str:
        """日本語, Deutsch, 简体中文 ..."""
        return str(self.locale.language_name if self.code != "zh" else f"{self.locale.script_name}{self._chinese}")

    @property
    def _chinese(self) -> str:
        return str(self.locale.languages["zh"])

    def country(self, market: str) -> str:
        """The country's name in CLDR; `market` is its ISO code. The longest word says where it may be parted."""
        return str(self.locale.territories[market]).replace("verwaltungsregion", "\u00adverwaltungs\u00adregion")

    def pick(self, row: "pd.Series | dict[str, Any]", column: str) -> str:
        """The text in this language; in English where there is no other."""
        own = column + "_" + (self.code if self.code in OWN_WORDS else "en")
        text = row[own]
        return "" if text is None or pd.isna(text) else self._word(str(text))

    def marked(self, row: "pd.Series | dict[str, Any]", column: str) -> Markup:
        """As `pick`, for HTML: what exists only in English says so."""
        text = self.pick(row, column)
        if not text or self.code in OWN_WORDS or row[f"{column}_en"] in self.known:
            return escape(text)
        return Markup('<span lang="en">{}</span> <abbr class="only" title="English" lang="en">EN</abbr>').format(text)

    def label(self, table: str, column: str, value: str | None) -> str:
        """The words for a code from the data package."""
        words = warehouse().package.tables[table].column(column)
        return (
            "–" if value is None else self._word(words.label(value, self.code if self.code == "de" else "en") or value)
        )

    def value(self, value: float | None, unit: str, qualifier: str = "exact") -> str:
        """As everywhere; East Asian readers count millions in ten thousands: `323万`, `126億ユーロ`."""
        if self.code in OWN_WORDS or unit not in ("count", "eur-m") or value is None or pd.isna(value):
            return super().value(value, unit, qualifier)
        whole = round(value * (1_000_000 if unit == "eur-m" else 1))
        finest = 100 if whole < 10**8 else 10**6  # what two decimals of 万 or 億 can still tell
        if not 10**6 <= whole < 10**12 or whole % finest:
            return super().value(value, unit, qualifier)
        text = numbers.format_compact_decimal(whole, locale=self.locale, fraction_digits=2)
        return self.hedged(self.t("EUR {value}", value=text) if unit == "eur-m" else text, qualifier)

    def month(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """`2025年3月3日`, as exact as is known."""
        if self.code in OWN_WORDS:
            return super().month(year, month, day)
        known = [int(part) for part in (year, month, day) if part is not None and not pd.isna(part)]
        skeleton = ("y", "yMMM", "yMMMd")[len(known) - 1]
        return dates.format_skeleton(skeleton, datetime.date(*[*known, 1, 1][:3]), locale=self.locale)

    def _word(self, text: str) -> str:
        return text if self.code in OWN_WORDS else self.t(text)


@lru_cache(maxsize=len(STAND_LANGUAGES))
def stand_language(code: str) -> StandLanguage:
    """The stand's language of that code. Raises KeyError for a code that is none of STAND_LANGUAGES."""
    return StandLanguage(code)


def vocabulary() -> set[str]:
    """English words of the data that every language of the stand must know: lists, kinds, towns, key figures' names."""
    house = warehouse()
    found = {name for table in TRANSLATED_LISTS for name in house.ask("shared/names", code_list=table)["name_en"]}
    for table, column in TRANSLATED_LABELS:
        words = house.package.tables[table].column(column)
        found |= {words.label(code, "en") for code in words.constraints["enum"]}
    found |= set(house.ask("region/towns", year=None, markets=(), sectors=(), roles=())["name_en"])
    titles = house.ask("shared/names", code_list="indicator_types").set_index("code")["name_en"]
    for market in [*house.ask("shared/markets")["market"], "all"]:
        found |= {titles[code] for code in house.ask("market/key_figures", market=market)["indicator_id"].dropna()}
    return found
