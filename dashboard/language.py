"""One language: its words (gettext), numbers and dates (Babel/CLDR), and the data's words in it.

Charts and content are made in a language; it knows neither the database nor Streamlit. `dashboard.speaking.language`
gives one with the words of the data being served.
"""

import gettext
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from babel import Locale, dates, lists, numbers
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from dashboard.values import Hedge, Quantity, Said, Text, Unit

LOCALES = Path(__file__).parent / "locale"
# A language's code in addresses and `lang` attributes, and its locale in CLDR. In the first two everything is said, in
# the others what the stand says.
LANGUAGES = {"de": "de", "en": "en", "ja": "ja", "zh": "zh_Hans_CN", "ko": "ko"}
Complete = Literal["de", "en"]
COMPLETE: tuple[str, ...] = get_args(Complete)
MYRIADS = ("ja", "zh", "ko")  # readers who count in ten thousands
HEDGES = {Hedge.APPROX: "≈\u202f", Hedge.MORE_THAN: ">\u202f", Hedge.LESS_THAN: "<\u202f"}
NOTHING = "–"


@dataclass(frozen=True)
class Vocabulary:
    """The words of the data in the data's languages; `version` is that of the data.

    texts: (code list, column without its language) -> code -> text, such as (`regions`, `name`) -> `DE`;
    labels: (table, column) -> allowed value -> words; titles: column -> what it is called;
    lists: column -> the code lists whose codes it holds;
    city, country: codes of the city's place and country; organisation: who serves the companies;
    translations: language -> English text of the data -> the same in that language.
    """

    version: str = ""
    texts: Mapping[tuple[str, str], Mapping[str, Text]] = field(default_factory=dict)
    labels: Mapping[tuple[str, str], Mapping[str, Text]] = field(default_factory=dict)
    titles: Mapping[str, Text] = field(default_factory=dict)
    lists: Mapping[str, Sequence[str]] = field(default_factory=dict)
    city: str = ""
    country: str = ""
    organisation: Text = field(default_factory=Text)
    translations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


class Language:
    """Words and formats of one language (a code of LANGUAGES); msgids are the English texts.

    Two with the same code and vocabulary are equal, so that content can be kept by them.
    """

    def __init__(self, code: str, vocabulary: Vocabulary) -> None:
        self.code = code
        self.locale = Locale.parse(LANGUAGES[code])
        self.vocabulary = vocabulary
        self._own = code in COMPLETE  # the data's texts are written in it
        self._translations = vocabulary.translations.get(code, {})

    def __hash__(self) -> int:
        return hash((self.code, self.vocabulary.version))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Language) and hash(self) == hash(other)

    def also(self, code: str) -> "Language":
        """The same data's words in another language."""
        return self if code == self.code else Language(code, self.vocabulary)

    # Words of the interface

    def t(self, message: str, **values: object) -> str:
        """The message in this language, its `{placeholders}` filled."""
        text = _translations(self.code).gettext(message) if message else ""
        return text.format(**values) if values else text

    def n(self, singular: str, plural: str, count: int, **values: object) -> str:
        """The singular or plural message for `count`; `{count}` stands in the reader's format."""
        text = _translations(self.code).ngettext(singular, plural, count)
        return text.format(count=self.number(count), **values)

    def said(self, told: str) -> str:
        """A sentence that says how to be put in other words; any other as it is, or as the catalogue has it."""
        if not isinstance(told, Said):
            return self.t(told)
        return self.t(told.message, **{name: self._value(one) for name, one in told.values.items()})

    def _value(self, value: object) -> str:
        match value:
            case Text():
                return self.text(value)
            case int():
                return self.number(value)
        return self.said(value) if isinstance(value, Said) else str(value)

    def join(self, items: Sequence[str]) -> str:
        """`A, B und C`."""
        return lists.format_list(list(items), locale=self.locale) if items else ""

    # Numbers and dates

    def number(self, value: float | None, digits: int = 0, *, fixed: bool = False, signed: bool = False) -> str:
        """1234.5 as 1.234,5 or 1,234.5; an en dash where there is no value; `fixed` keeps zeros at the end, `signed`
        puts +, − or ± in front."""
        if value is None or value != value:  # NaN
            return NOTHING
        pattern = f"#,##0.{('0' if fixed else '#') * digits}" if digits else "#,##0"
        text = numbers.format_decimal(round(value, digits), format=pattern, locale=self.locale).replace("-", "−")
        return ("+" if value > 0 else "" if value < 0 else "±") + text if signed else text

    def percent(self, share: float | None, digits: int = 0, *, signed: bool = False) -> str:
        """A share (0.11) as 11 % or 11%; `signed` puts + or − in front."""
        if share is None or share != share:  # NaN
            return NOTHING
        pattern = f"#,##0.{'0' * digits}%" if digits else None
        text = numbers.format_percent(abs(share), format=pattern, locale=self.locale)
        if self.code == "de" and not text.endswith("\xa0%"):
            text = text.replace("%", "\xa0%")
        sign = ("+" if share > 0 else "−" if share < 0 else "±") if signed else ("−" if share < 0 else "")
        return sign + text

    def quantity(self, quantity: Quantity) -> str:
        """A value with its hedge and unit: `≈ 700`, `> 400`, `3,5 %`, `EUR 1,234m`; `323万` for East Asian readers."""
        value, unit, hedge = quantity
        if unit is Unit.PERCENT:
            return self.hedged(self.percent(value / 100, 1 if value % 1 else 0), hedge)
        if (compact := self._compact(value, unit)) is not None:
            return self.hedged(compact, hedge)
        text = self.number(value, 1 if value % 1 and value < 100 else 0)
        return self.hedged(self.t("EUR {value}m", value=text) if unit is Unit.EUR_M else text, hedge)

    def _compact(self, value: float, unit: Unit) -> str | None:
        """East Asian readers count millions in ten thousands: `323万`, `126億ユーロ`; None where two decimals of
        that would not tell the whole value."""
        if self.code not in MYRIADS or unit not in (Unit.COUNT, Unit.EUR_M):
            return None
        whole = round(value * (1_000_000 if unit is Unit.EUR_M else 1))
        finest = 100 if whole < 10**8 else 10**6  # what two decimals of 万 or 億 can still tell
        if not 10**6 <= whole < 10**12 or whole % finest:
            return None
        text = numbers.format_compact_decimal(whole, locale=self.locale, fraction_digits=2)
        return self.t("EUR {value}", value=text) if unit is Unit.EUR_M else text

    @staticmethod
    def hedged(text: str, hedge: str) -> str:
        """A number's text with its hedge: `≈ 700`, `> 400`, `< 700`."""
        return HEDGES.get(Hedge(hedge), "") + text

    def month(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """`2025`, `März 2025`, `3. März 2025` or `2025年3月3日`, as exact as is known."""
        known = [
            int(str(part).split(".")[0]) for part in (year, month, day) if str(part) not in ("None", "nan", "<NA>")
        ]
        if self._own and len(known) == 1:
            return str(known[0])
        when = date(*[*known, 1, 1][:3])
        if self._own and len(known) == 3:
            return dates.format_date(when, "d MMM y" if self.code == "en" else "d. MMM y", locale=self.locale)
        return dates.format_skeleton(("y", "yMMM", "yMMMd")[len(known) - 1], when, locale=self.locale)

    def time(self, when: datetime) -> str:
        """A time of the day where this machine is: `14:30`, `2:30 PM`."""
        return dates.format_time(when.astimezone(), format="short", locale=self.locale, tzinfo=when.astimezone().tzinfo)

    # Words of the data

    def text(self, text: Text) -> str:
        """A text of the facts; in English where it is not written in this language."""
        if self._own:
            return text.de if self.code == "de" else text.en
        return self._translations.get(text.en, text.en)

    def speaks(self, text: Text) -> bool:
        """Whether the text of the facts exists in this language."""
        return self._own or text.en in self._translations

    def name(self, code_list: str, code: str | None) -> str:
        """What a code is called (`sectors`, `energy-environment`); the code itself where nobody knows, empty for None.
        Where the data have no words of this language, countries are called as in CLDR."""
        if code is None:
            return ""
        known = self.vocabulary.texts[code_list, "name"].get(code)
        if code_list == "markets" and not (known and self.speaks(known)) and code in self.locale.territories:
            return str(self.locale.territories[code])
        return self.text(known) if known else code

    def listed(self, code_list: str, codes: Sequence[str]) -> str:
        """What several codes are called, one after the other; empty for none."""
        return ", ".join(self.name(code_list, code) for code in codes)

    def names(self, code_list: str) -> dict[str, str]:
        """Code -> name of every code, in the order of its CSV."""
        return {code: self.name(code_list, code) for code in self.vocabulary.texts[code_list, "name"]}

    @property
    def city(self) -> str:
        """The city's name."""
        return self.name("places", self.vocabulary.city)

    @property
    def country(self) -> str:
        """The code of the city's own country."""
        return self.vocabulary.country

    @property
    def organisation(self) -> str:
        """The name of the service that looks after the companies."""
        return self.text(self.vocabulary.organisation)

    def describe(self, code_list: str, code: str, column: str = "definition") -> str:
        """Another text of a code list's row: a definition, description or focus; empty where there is none."""
        return self.text(self.vocabulary.texts[code_list, column].get(code, Text()))

    def label(self, table: str, column: str, value: str | None) -> str:
        """The words for one of a column's allowed values, such as milestones.kind = `settlement`."""
        if value is None:
            return NOTHING
        words = self.vocabulary.labels[table, column].get(value)
        return self.text(words) if words else value

    def labels(self, table: str, column: str) -> dict[str, str]:
        """Value -> words, for every value the data package allows in that column."""
        return {value: self.label(table, column, value) for value in self.vocabulary.labels[table, column]}

    def tongue(self, code: str) -> str:
        """What a language is called (ISO 639-1): `Japanisch`."""
        return str(self.locale.languages.get(code, code))

    @property
    def separators(self) -> str:
        """The signs for decimals and for thousands, one after the other (`,.`)."""
        return numbers.get_decimal_symbol(self.locale) + numbers.get_group_symbol(self.locale)

    @property
    def own_name(self) -> str:
        """日本語, Deutsch, 简体中文 ..."""
        named = self.locale.script_name and self.locale.languages[self.code]
        return f"{self.locale.script_name}{named}" if named else str(self.locale.language_name)


def catalogue(code: str) -> Catalog:
    """A language's translations as they stand in its .po file; none for English, whose messages are their own."""
    path = LOCALES / code / "LC_MESSAGES" / "pocket.po"
    if not path.is_file():
        return Catalog(locale=LANGUAGES[code])
    with path.open("rb") as file:
        return read_po(file, locale=LANGUAGES[code])


@lru_cache(maxsize=len(LANGUAGES))
def _translations(code: str) -> gettext.NullTranslations:
    """The .po file compiled in memory, so that no compiled file can be older than its source."""
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(code))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
