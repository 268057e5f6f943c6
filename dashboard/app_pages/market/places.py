"""Where they are: sites in the region's towns, and the cities their parents come from."""

from dashboard.app_pages.market.charts.maps import home_map, region_map
from dashboard.app_pages.market.choice import Subject, name
from dashboard.content.figure import Caption, Figure
from dashboard.content.ground import credits, region_ground
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Nothing, Section
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import market
from dashboard.questions.market import SitesRow


@remembered
def places(subject: Subject, lang: Language) -> Section:
    """Both maps side by side."""
    rows = market.sites(market=subject.market)
    if not rows:
        return Section("places", missing=lang.t("sites in the region"))
    return Section(
        "places",
        lang.t("Where they are"),
        lang.t("Their sites here, and where their parent companies are at home."),
        parts=(Beside(((region(rows, subject, lang),), (homes(subject, lang),)), (1, 1)),),
    )


def region(rows: tuple[SitesRow, ...], subject: Subject, lang: Language) -> Figure:
    """The sites on the map of the region."""
    towns = [row for row in rows if row.place_in_town == 1][:3]
    first = [f"{lang.name('places', row.city)} {lang.number(row.town_companies)}" for row in towns]
    caption = Caption(
        lang.t("{country}: sites by town", country=name(subject, lang)),
        lang.t(
            "Sites in our list by place; {located} of {listed} have one",
            located=lang.number(rows[0].located),
            listed=lang.number(rows[0].listed),
        ),
        lang.t("Map of the region’s towns: {first}.", first=lang.join(first)),
    )
    chart = region_map(rows, region_ground(), subject.market, lang)
    counted = " · ".join([lang.t("Place: postcode, else town"), lang.t("Boundaries: {credits}", credits=credits())])
    return Figure("market-sites", chart, caption, rows, sources_of(rows, counted=counted))


def homes(subject: Subject, lang: Language) -> Part:
    """The parents' home cities on a map."""
    rows = market.home_cities(market=subject.market)
    if not rows:
        return Nothing(lang.t("The home city of no parent company is on record."))
    first = [f"{lang.name('places', row.city)} {lang.number(row.companies)}" for row in rows[:4]]
    caption = Caption(
        lang.t("{country}: home cities of the parents", country=name(subject, lang)),
        lang.t(
            "{cities}; known for {known} of {listed} sites",
            cities=" · ".join(first),
            known=lang.number(rows[0].known),
            listed=lang.number(rows[0].listed),
        ),
        lang.t("Map of the parents’ home cities: {first}.", first=lang.join(first)),
    )
    counted = lang.t("Country shapes: Natural Earth")
    chart = home_map(rows, subject.market, lang)
    return Figure("market-homes", chart, caption, rows, sources_of(rows, counted=counted))
