"""The sites of the choice, city beside city, a page at a time."""

from urllib.parse import urlencode

from dashboard.app_pages.cities.across import across, asking, is_own
from dashboard.app_pages.cities.choice import ROWS, Choice
from dashboard.content.kept import remembered
from dashboard.content.listing import ListCell, ListHead, Listing, ListRow, pager
from dashboard.content.parts import Section
from dashboard.content.sources import Source
from dashboard.language import NOTHING, Language
from dashboard.link import go
from dashboard.questions import cities
from dashboard.questions.cities import CompaniesRow
from dashboard.warehouse import public_warehouse
from dashboard.warehouse.several import several

MARKED = ("announced",)  # a status that the list says beside the name: not here yet


@across
@remembered
def table(choice: Choice, lang: Language) -> Section:
    """The newest first; no section where there is none, which stands above already."""
    total = cities.counts(**choice.asked)[0].companies_cities
    if not total:
        return Section("table")
    now = several().at(choice.cities)
    rows = cities.companies(**choice.asked, rows=ROWS, skip=ROWS * (choice.page - 1))

    def everything() -> tuple[CompaniesRow, ...]:
        with asking(choice.cities):
            return cities.companies(**choice.asked, rows=total, skip=0)

    shown = tuple(_row(row, now.addresses if now else {}, lang) for row in rows)
    paged = pager(choice.page, total, ROWS, "cities", lang)
    listing = Listing("cities-companies", _heads(lang), shown, paged, everything)
    own = lang.name("places", public_warehouse().city.place)
    hint = lang.t("A site in the list of {city} opens its card.", city=own)
    return Section("table", lang.t("Who they are"), lang.t("Those that came last stand first."), (listing,), hint=hint)


def _heads(lang: Language) -> tuple[ListHead, ...]:
    words = {
        "name": lang.t("Company"),
        "city": lang.t("List of"),
        "arrived": lang.t("Since"),
        "market": lang.t("Source market"),
        "sector": lang.t("Sector"),
        "second": lang.t("Town"),  # on phones there is no room for these two
        "third": lang.t("Role"),
        "source": lang.t("Source"),
    }
    return tuple(ListHead(key, name) for key, name in words.items())


def _row(row: CompaniesRow, addresses: dict[str, str], lang: Language) -> ListRow:
    """One site in words; the card of one of this server's own city opens on its page, others lead to their city's."""
    note = lang.label("companies", "status", row.status) if row.status in MARKED else ""
    return ListRow(
        (
            ListCell(row.name, note=note),
            _city(row, addresses.get(row.list_city, ""), lang),
            ListCell(NOTHING if row.arrived is None else str(row.arrived)),
            ListCell(lang.name("markets", row.market), market=row.market),
            ListCell(lang.name("sectors", row.sector_id)),
            ListCell(lang.name("places", row.town) or NOTHING),
            ListCell(lang.label("companies", "role", row.role)),
            ListCell(source=Source(row.source_title, row.publisher, row.source_url or "")),
        ),
        go("companies", company=row.site_id) if is_own(row.list_city) else None,
    )


def _city(row: CompaniesRow, address: str, lang: Language) -> ListCell:
    """Another city's name leads to the card in its own dashboard, where that is known."""
    name = lang.name("places", row.list_city)
    if not address or is_own(row.list_city):
        return ListCell(name)
    query = urlencode({"company": row.site_id, "lang": lang.code})
    title = lang.t("{company} in the city’s own dashboard", company=row.name)
    return ListCell(source=Source(title, name, f"{address.rstrip('/')}/companies?{query}"))
