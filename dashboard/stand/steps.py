"""The first pages of a visitor's way: language, country, my country here, all its fields."""

import unicodedata

from dashboard.content.parts import KeyFigure
from dashboard.language import Language
from dashboard.questions import stand as questions
from dashboard.screen.html import render
from dashboard.stand import facts
from dashboard.stand.card import take_along
from dashboard.stand.way import Part, Visit, offered
from dashboard.stand.words import spoken

FIELDS = 5  # shown with their bars on the country's page; the others are one touch away


def bar(lang: Language, *, search: bool = True) -> str:
    """The row of buttons on top: back, the languages, the search, to the start."""
    return render(
        "stand/bar",
        lang=lang.code,
        languages=[{"code": each.code, "name": each.own_name} for each in spoken()],
        back=lang.t("Back"),
        search=lang.t("Search") if search else "",
        home=lang.t("Start page"),
    )


def languages(_: Visit, __: Language) -> str:
    """Which language?"""
    rows = [
        {"code": lang.code, "name": lang.own_name, "text": lang.t("Welcome"), "title": lang.t("Language")}
        for lang in spoken()
    ]
    return render("stand/languages", rows=rows)


def countries(_: Visit, lang: Language) -> str:
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


def my_country(visit: Visit, lang: Language) -> str:
    """My country here: figures, companies by sector, who looks after me."""
    market = visit.market
    bars, figures, name = facts.sectors(market, lang), facts.figures(market, lang), called(market, lang)
    return render(
        "stand/country",
        lang=lang.code,
        bar=bar(lang),
        market=market,
        **name,
        lists=_lists(market, lang),
        figures=figures,
        fields=lang.t("Sectors represented here"),
        ask=lang.t("Touch your sector: who else works in it?"),
        sectors=bars[:FIELDS],
        more=lang.t("All {count} sectors", count=lang.number(len(bars))) if len(bars) > FIELDS else "",
        contact=lang.t("Your contact"),
        desk=facts.desk(market, lang),
        source=facts.list_line(lang),
        **take_along(market, [name["name"], *_lines(figures)], lang),
    )


def _lists(market: str, lang: Language) -> list[dict[str, str]]:
    """The lists of companies that are one touch away, where anybody stands in them."""
    here = questions.companies(market=market, kind="", code="", found=None, rows=1, skip=0)
    count = here[0].companies if here else 0
    found = [
        (Part(market).address, lang.n("Its {count} site", "All {count} sites", count), here),
        (f"newest:{market}", lang.t("Most recently"), facts.latest(market, 1)),
    ]
    return [{"pick": pick, "text": text} for pick, text, rows in found if rows]


def _lines(figures: list[KeyFigure]) -> list[str]:
    """The figures as the code holds them: what is counted, how many, where, when, and who says so."""
    return [f"{figure.label}: {figure.value} ({figure.meta})" for figure in figures]


def called(market: str, lang: Language) -> dict[str, str]:
    """A country's name and flag; of all countries together the name only."""
    if market == facts.EVERYWHERE:
        return {"name": lang.t("The world in {city}", city=lang.city), "flag": ""}
    return {"name": lang.name("markets", market), "flag": flag(market)}


def all_fields(visit: Visit, lang: Language) -> str:
    """Every field with companies from my country."""
    return render(
        "stand/fields",
        lang=lang.code,
        bar=bar(lang),
        market=visit.market,
        **called(visit.market, lang),
        text=lang.t("Touch your sector: who else works in it?"),
        sectors=facts.sectors(visit.market, lang),
        source=facts.list_line(lang),
    )


def flag(market: str) -> str:
    """The country's flag as a pair of regional indicators (Unicode), drawn by the bundled font."""
    return "".join(chr(0x1F1E6 + ord(letter) - ord("A")) for letter in market)
