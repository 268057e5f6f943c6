"""Pieces of content that the loop and the visitor's pages share: figures, bars, desk, milestones, dates, sources."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from dashboard.content.desk import Desk, people
from dashboard.content.events import course as so_far
from dashboard.content.events import until
from dashboard.content.moves import step
from dashboard.content.parts import Entry, KeyFigure
from dashboard.language import Language
from dashboard.questions import market as questions
from dashboard.questions import shared, stand
from dashboard.questions.market import KeyFiguresRow
from dashboard.questions.stand import DatesRow, NewestRow
from dashboard.stand.words import marked
from dashboard.values import Quantity
from dashboard.warehouse import warehouse

NEWS = 10  # years; what happened longer ago is no news to visitors: the stand's own choice, pages show it all
EVERYWHERE = "all"  # the code of all countries together, for visitors whose country is not in the list
EVERYTHING = "all"  # all sectors together


class Bar(NamedTuple):
    """A named bar, its length in percent of the longest, and its number."""

    name: str
    width: float
    value: str
    market: str = ""
    sector: str = ""


def figures(market: str, lang: Language, most: int = 4) -> list[KeyFigure]:
    """The large figures of a market, those that open its page; filled up from our list."""
    rows = questions.key_figures(market=market)
    return [*(figure(row, lang) for row in rows), *list_figures(market, lang)][:most]


def figure(row: KeyFiguresRow, lang: Language) -> KeyFigure:
    """A published figure, or the number in our list, which has no year."""
    if row.year is None or row.indicator_id is None:
        label = lang.n("site in our list", "sites in our list", int(row.quantity.value))
        return _figure(row.quantity, label, as_of(lang), lang)
    meta = lang.t(
        "{place}, {year} · {publisher}",
        place=lang.name("regions", row.region),
        year=lang.month(row.year),
        publisher=row.publisher,
    )
    return _figure(row.quantity, lang.name("indicator_types", row.indicator_id), meta, lang)


def _figure(quantity: Quantity, label: str, meta: str, lang: Language) -> KeyFigure:
    return KeyFigure(lang.quantity(quantity), label, meta, quantity=quantity)


def list_figures(market: str, lang: Language) -> list[KeyFigure]:
    """What our list itself tells of a market, where few figures are published; of what is not in it nothing."""
    row = stand.list_figures(market=market)[0]
    found = [
        (row.sectors and lang.number(row.sectors), lang.n("sector they work in", "sectors they work in", row.sectors)),
        (row.towns and lang.number(row.towns), lang.n("town they are in", "towns they are in", row.towns)),
        (row.newest and lang.month(row.newest), lang.t("newest arrival on record")),
    ]
    return [KeyFigure(value, label, as_of(lang)) for value, label in found if value]


def sectors(market: str, lang: Language) -> list[Bar]:
    """The market's sectors as bars, the strongest first."""
    rows = stand.sectors(market=market)
    return [
        bar(row.companies, rows[0].companies, lang, name=lang.name("sectors", row.sector_id), sector=row.sector_id)
        for row in rows
    ]


def bar(number: int, most: int, lang: Language, *, name: str, market: str = "", sector: str = "") -> Bar:
    """A bar beside others of which the longest stands for `most`."""
    return Bar(name, round(100 * number / most, 1), lang.number(number), market, sector)


def latest(market: str, most: int) -> tuple[NewestRow, ...]:
    """What is news of the market."""
    return stand.newest(market=market, oldest=warehouse().as_of[0] - NEWS, rows=most)


def newest(market: str, lang: Language, most: int) -> list[Entry]:
    """The market's latest milestones."""
    return [happened(row, lang) for row in latest(market, most)]


def happened(row: NewestRow, lang: Language) -> Entry:
    """One of them."""
    what = filter(None, [step(row.kind, row.is_announced, lang), lang.name("places", row.to_city)])
    return Entry(lang.month(row.year, row.month), row.name, " · ".join(what), market=row.market)


def desk(market: str, lang: Language) -> Desk:
    """Who looks after the market: name, since when, and the focus, which is about the desk's core market."""
    row = questions.desk(market=market)[0]
    if row.desk_id is None:
        return Desk(lang.organisation)
    staff = people(shared.contacts(markets=[market]), lang)
    since = "" if row.since_year is None else lang.month(row.since_year, row.since_month)
    return Desk(
        lang.name("desks", row.desk_id),
        lang.t("since {year}", year=since) if since else "",
        marked(row.focus, lang) if row.market.core else "",
        people=staff,
    )


def event(row: DatesRow, lang: Language) -> Entry:
    """One date, and until when it goes on."""
    course = so_far(row, lang) if row.running else until(row, lang)
    where = filter(None, [course, lang.label("events", "kind", row.kind), lang.text(row.place)])
    when = lang.month(row.year, row.month, row.day)
    return Entry(when, marked(row.title, lang), " · ".join(where), market=row.market)


def as_of(lang: Language) -> str:
    """Until when the list is kept."""
    return lang.t("as of {month}", month=lang.month(*warehouse().as_of))


def list_line(lang: Language) -> str:
    """What our list is."""
    return lang.t(
        "Our documented list of foreign companies in {city} and its region, {month}; announced ones included, "
        "without those gone or silent for ten years",
        city=lang.city,
        month=as_of(lang),
    )


def here_line(lang: Language) -> str:
    """What our list is where it counts who is here by now."""
    return lang.t(
        "Our documented list of foreign companies in {city} and its region, {month}; without announced ones and "
        "those gone or silent for ten years",
        city=lang.city,
        month=as_of(lang),
    )


def more_countries(count: int, lang: Language) -> str:
    """How many countries are not shown."""
    return lang.n("and {count} more country", "and {count} more countries", count) if count > 0 else ""


class Published(Protocol):
    """A row that says who published it."""

    @property
    def publisher(self) -> str:
        """Its publisher."""


def source_line(rows: Iterable[Published], lang: Language) -> str:
    """The publishers behind the rows, the first three by name."""
    publishers: Sequence[str] = list(dict.fromkeys(row.publisher for row in rows))
    more = [lang.n("{count} more", "{count} more", len(publishers) - 3)] if len(publishers) > 3 else []
    return lang.t("Sources: {names}", names=" · ".join([*publishers[:3], *more])) if publishers else ""
