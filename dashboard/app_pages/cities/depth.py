"""How deep and how new each city's list is, which cities are missing, and where their own dashboards are."""

from collections.abc import Container, Iterable

from dashboard.app_pages.cities.across import across
from dashboard.app_pages.cities.choice import Choice
from dashboard.content.kept import remembered
from dashboard.content.measures import Measure, Measures
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Entries, Entry, Note, Section
from dashboard.content.sources import Source
from dashboard.language import NOTHING, Language
from dashboard.questions import cities
from dashboard.questions.cities import CoverageRow, ListsRow
from dashboard.values import Quantity
from dashboard.warehouse.several import several


@across
@remembered
def depth(choice: Choice, lang: Language) -> Section:
    """Coverage beside the lists; who is left out stands below."""
    rows = cities.coverage(market=choice.market)
    both = Beside(((_coverage(rows, choice, lang),), (_lists({row.city for row in rows}, choice, lang),)), (1, 1))
    text = lang.t("What is compared here are lists, each as its own city documents it.")
    return Section("depth", lang.t("How deep each list is"), text, parts=(both, *_left_out(choice, lang)))


def _coverage(rows: Iterable[CoverageRow], choice: Choice, lang: Language) -> Measures:
    """The list of each city against a published total, like with like."""
    return Measures(
        lang.t("What the lists cover"),
        lang.t("{market}: documented sites against the published total of the same area", market=_market(choice, lang)),
        tuple(_covered(row, lang) for row in rows),
        lang.t("For none of these cities there is a published total of the same area."),
    )


def _market(choice: Choice, lang: Language) -> str:
    return lang.t("All markets") if choice.market == "all" else lang.name("markets", choice.market)


def _covered(row: CoverageRow, lang: Language) -> Measure:
    counted = lang.t(
        "{region}, {year}: {definition}",
        region=lang.text(row.area),
        year=row.year,
        definition=lang.text(row.name),
    )
    of = lang.t("of {value}", value=lang.quantity(row.quantity))
    source = Source(row.source_title, row.publisher, row.url or "")
    city = lang.t("list of {city}", city=lang.name("places", row.city))
    return Measure(lang.number(row.listed), of, row.share, f"{city} · {counted}", source, Quantity(row.listed))


def _lists(measured: Container[str], choice: Choice, lang: Language) -> Entries:
    """Each city's list: its size, its newest fact, where its dashboard is; `measured`: those with a published total."""
    now = several().at(choice.cities)
    addresses = now.addresses if now else {}
    found = tuple(_list(row, addresses.get(row.city, ""), row.city in measured, lang) for row in cities.lists())
    text = lang.t("Month of the newest fact, size without what left again; whole lists, whatever is chosen above")
    return Entries("cities-lists", lang.t("The lists"), text, found, shown=12, kinds=lang.t("Size"))


def _list(row: ListsRow, address: str, measured: bool, lang: Language) -> Entry:
    """`measured`: there is a published total that the list can be held against."""
    sites = lang.n("{count} site in its list", "{count} sites in its list", row.companies)
    dated = lang.t("year of arrival known for {count}", count=lang.number(row.dated))
    date = "" if row.year is None else f"{row.year}-{row.month:02}" if row.month else str(row.year)
    return Entry(
        NOTHING if row.year is None else lang.month(row.year, row.month),
        lang.name("places", row.city),
        kind=f"{sites}; {dated}",
        text="" if measured else lang.t("No published total of the same area shows how deep it is."),
        source=Source(lang.t("The city’s own dashboard"), lang.t("its own dashboard"), address) if address else None,
        date=date,
    )


def _left_out(choice: Choice, lang: Language) -> list[Part]:
    """The cities that are asked for and missing, with the reason."""
    now = several().at(choice.cities)
    return [
        Note(
            lang.t("{city} is left out: {why}.", city=lang.name("places", one.name), why=lang.said(one.why)),
            label=lang.t("Missing"),
        )
        for one in (now.left_out if now else ())
    ]
