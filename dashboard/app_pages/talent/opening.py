"""The page's title, its filters, and the newest number of residents from each market."""

from dashboard.app_pages.talent.choice import ALL, Choice
from dashboard.app_pages.talent.measure import base
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Control, Head, KeyFigures, Note, Nothing, Section
from dashboard.content.published import published_figure
from dashboard.language import Language
from dashboard.questions import talent
from dashboard.questions.talent import ResidentsRow
from dashboard.warehouse import warehouse


@remembered
def opening(choice: Choice, lang: Language) -> Section:
    """Title, filters and key figures; without a market it asks for one."""
    head = Head(lang.t("Talent"), lang.t("People from the source markets: who lives, studies and works here"))
    filters = Beside(((Control("markets"),), (Control("region"),), (Control("measure"),)), (2, 1.1, 2.5))
    if not choice.markets:
        said = lang.t("Choose at least one source market above; then its people stand here in numbers.")
        return Section("opening", parts=(head, filters, Nothing(said)))
    counting = lang.t(
        "The newest count of each country; only numbers with the same definition and year can be compared."
    )
    notes = [Note(text) for text in (counting, base(choice.measure, lang)) if text]
    return Section("opening", parts=(head, filters, *_newest(choice, lang), *notes))


def _newest(choice: Choice, lang: Language) -> list[Part]:
    """The newest number for each chosen market, in the chosen region (the city, if all are shown); which have none."""
    region = warehouse().city.region if choice.region == ALL else choice.region
    rows = talent.residents(markets=choice.markets, region=region)
    found: list[Part] = []
    if rows:
        found.append(KeyFigures(tuple(published_figure(row, _label(row, lang), lang) for row in rows)))
    known = {row.market for row in rows}
    if missing := [lang.name("markets", market) for market in choice.markets if market not in known]:
        said = lang.t(
            "No count of the residents from {names} is on record for this region: {region}.",
            names=lang.join(missing),
            region=lang.name("regions", region),
        )
        found.append(Nothing(said))
    return found


def _label(row: ResidentsRow, lang: Language) -> str:
    """Market and definition stand together, because the definitions differ from market to market."""
    return f"{lang.name('markets', row.market)}: {lang.name('indicator_types', row.indicator_id)}"
