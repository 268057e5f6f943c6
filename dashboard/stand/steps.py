"""The pages of a visitor's way: language, country, my country here, all fields, who else works in my field."""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

from dashboard.language import Language
from dashboard.questions import stand as questions
from dashboard.questions.stand import ColleaguesRow
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.card import qr_code, reachable
from dashboard.stand.words import spoken
from dashboard.values import Market
from dashboard.warehouse import warehouse

FIELDS = 5  # shown with their bars on the country's page; the others are one touch away
COUNTRIES = 7  # shown on the page of a field
OWN_ROOM, ROOM = 220, 80  # letters for the names of companies from the visitor's country, and from each other


def offered() -> list[Market]:
    """The countries to choose from, core markets first."""
    return [row.market for row in questions.visitors()]


def known_sectors() -> set[str]:
    """The sectors a visitor can open."""
    return set(warehouse().vocabulary.texts["sectors", "name"])


def bar(lang: Language, *, back: bool = True) -> str:
    """The row of buttons on top: back, the languages, to the start."""
    tongues = [{"code": each.code, "name": each.own_name} for each in spoken()]
    return render(
        "stand/bar", lang=lang.code, languages=tongues, back=lang.t("Back") if back else "", home=lang.t("Start page")
    )


def languages() -> str:
    """Which language?"""
    rows = [
        {"code": lang.code, "name": lang.own_name, "text": lang.t("Welcome"), "title": lang.t("Language")}
        for lang in spoken()
    ]
    return render("stand/languages", rows=rows)


def countries(lang: Language) -> str:
    """Where are you from? Core markets first, then by name."""
    every = {
        market: {"code": market, "name": lang.name("markets", market), "flag": flag(market)} for market in offered()
    }
    core = [row for market, row in every.items() if market.core]
    others = [row for market, row in every.items() if not market.core]
    others.sort(key=lambda row: reading_order(row["name"], lang))
    return render(
        "stand/countries",
        lang=lang.code,
        bar=bar(lang),
        title=lang.t("Where are you from?"),
        core=core,
        others=others,
        elsewhere={"code": facts.EVERYWHERE, "name": lang.t("Another country")},
    )


def reading_order(name: str, lang: Language) -> bytes:
    """Chinese by pinyin, which is the order of the common characters in GB 18030; others by letter, accents aside."""
    if lang.code == "zh":
        return name.encode("gb18030")
    plain = unicodedata.normalize("NFKD", name) if lang.code in ("de", "en") else name
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).encode()


def my_country(market: str, lang: Language) -> str:
    """My country here: figures, companies by sector, who looks after me."""
    bars = facts.sectors(market, lang)
    return render(
        "stand/country",
        lang=lang.code,
        bar=bar(lang),
        market=market,
        **called(market, lang),
        figures=facts.figures(market, lang),
        fields=lang.t("Sectors represented here"),
        ask=lang.t("Touch your sector: who else works in it?"),
        sectors=bars[:FIELDS],
        more=lang.t("All {count} sectors", count=lang.number(len(bars))) if len(bars) > FIELDS else "",
        contact=lang.t("Your contact"),
        desk=facts.desk(market, lang),
        qr=qr_code(market),
        scan=lang.t("Scan to save our contact") if reachable(market) else lang.t("Scan: name of your desk"),
        source=facts.list_line(lang),
    )


def called(market: str, lang: Language) -> dict[str, str]:
    """A country's name and flag; of all countries together the name only."""
    if market == facts.EVERYWHERE:
        return {"name": lang.t("The world in {city}", city=lang.city), "flag": ""}
    return {"name": lang.name("markets", market), "flag": flag(market)}


def all_fields(market: str, lang: Language) -> str:
    """Every field with companies from my country."""
    return render(
        "stand/fields",
        lang=lang.code,
        bar=bar(lang),
        market=market,
        **called(market, lang),
        text=lang.t("Touch your sector: who else works in it?"),
        sectors=facts.sectors(market, lang),
        source=facts.list_line(lang),
    )


def my_field(market: str, sector: str, lang: Language) -> str:
    """Who else works in my field, country by country."""
    rows = questions.colleagues(sector=sector, market=market)
    most = max((row.companies for row in rows), default=1)
    found = [_country(row, most, market, lang) for row in rows[:COUNTRIES]]
    return render(
        "stand/field",
        lang=lang.code,
        bar=bar(lang),
        title=lang.name("sectors", sector),
        text=lang.t("Who works in this sector"),
        rows=found,
        more=facts.more_countries(len(rows) - len(found), lang),
        nothing=lang.t("No company is on record here yet."),
        own=market,
        source=facts.list_line(lang),
    )


def _country(row: ColleaguesRow, most: int, own: str, lang: Language) -> facts.Bar:
    names = named(row.names, OWN_ROOM if row.market == own else ROOM, lang)
    return facts.bar(row.companies, most, lang, name=lang.name("markets", row.market), market=row.market, names=names)


def named(names: Sequence[str], room: int, lang: Language) -> str:
    """As many companies as fit into so many letters, and how many more there are."""
    lengths = accumulate(len(name) + 2 for name in names)
    shown = names[: max(1, sum(length <= room for length in lengths))]
    more = len(names) - len(shown)
    rest = [lang.n("and {count} more company", "and {count} more companies", more)] if more else []
    return " · ".join([*shown, *rest])


def flag(market: str) -> str:
    """The country's flag as a pair of regional indicators (Unicode), drawn by the bundled font."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in market)
