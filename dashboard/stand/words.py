"""The five languages of the stand: its own catalogue, CLDR for countries, languages, numbers and dates."""

from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from dashboard.language import COMPLETE, LANGUAGES, Language
from dashboard.values import Text
from dashboard.warehouse import warehouse

STAND_LANGUAGES = LANGUAGES
OWN_WORDS = COMPLETE
TRANSLATED_LISTS = ("sectors", "themes", "regions", "desks")
TRANSLATED_LABELS = (("milestones", "kind"), ("events", "kind"))


class StandLanguage(Language):
    """A language of the stand; English content without a translation is shown in English with a mark."""

    def country(self, market: str) -> str:
        """The country's name in CLDR; `market` is its ISO code. The longest word says where it may be parted."""
        return str(self.locale.territories[market]).replace("verwaltungsregion", "\u00adverwaltungs\u00adregion")

    def marked(self, row: "pd.Series | dict[str, Any]", column: str) -> Markup:
        """As `pick`, for HTML: what exists only in English says so."""
        text = self.pick(row, column)
        if not text or self.speaks(Text(row[f"{column}_en"], row[f"{column}_de"])):
            return escape(text)
        return Markup('<span lang="en">{}</span> <abbr class="only" title="English" lang="en">EN</abbr>').format(text)


def stand_language(code: str) -> StandLanguage:
    """The stand's language of that code. Raises KeyError for a code that is none of STAND_LANGUAGES."""
    return warehouse().kept.get(("stand language", code), lambda: StandLanguage(code, warehouse().vocabulary))


def vocabulary() -> set[str]:
    """English words of the data that every language of the stand must know: lists, kinds, towns, key figures' names."""
    house = warehouse()
    found = {name for table in TRANSLATED_LISTS for name in house.ask("shared/names", code_list=table)["name_en"]}
    for table, column in TRANSLATED_LABELS:
        words = house.package.tables[table].column(column)
        found |= {words.words[code]["en"] for code in words.constraints["enum"]}
    found |= set(house.ask("region/towns", year=None, markets=(), sectors=(), roles=())["name_en"])
    titles = house.ask("shared/names", code_list="indicator_types").set_index("code")["name_en"]
    for market in [*house.ask("shared/markets")["market"], "all"]:
        found |= {titles[code] for code in house.ask("market/key_figures", market=market)["indicator_id"].dropna()}
    return found
