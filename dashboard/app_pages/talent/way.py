"""One market's way from studying to working and living here: published numbers side by side."""

from dashboard.app_pages.talent.charts.stages import stage_bars
from dashboard.app_pages.talent.choice import ALL, Choice
from dashboard.app_pages.talent.measure import Measure
from dashboard.app_pages.talent.series import definitions
from dashboard.content.figure import Caption, Figure
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Beside, Definitions, Nothing, Section
from dashboard.content.plotted import Form, Plotted
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.questions import talent
from dashboard.questions.talent import PipelineRow
from dashboard.values import Quantity
from dashboard.warehouse import warehouse
from dashboard.warehouse.city import Way

Stages = tuple[PipelineRow, ...]


@remembered
def way(choice: Choice, lang: Language) -> Section:
    """The picture, and what it does not say; nothing where the city follows nobody."""
    followed = warehouse().city.first.way
    if followed is None or not choice.markets:
        return Section("way")
    return Section(
        "way",
        lang.t("{country}: from studying to working", country=lang.name("markets", followed.market)),
        lang.t(
            "Counts along the way, side by side. They count different groups of people in different years, so nothing "
            "is computed from one to the next, and nobody is followed from stage to stage. How many graduate is not "
            "on record."
        ),
        parts=(_told(followed, lang),),
    )


def _told(followed: Way, lang: Language) -> Part:
    stages = talent.pipeline(market=followed.market, region=followed.region)
    if not stages:
        return Nothing(lang.t("For no stage of this way is a figure on record."))
    return Beside(((_figure(stages, followed, lang),), (_elsewhere(stages, followed, lang),)), (1.9, 1))


def _figure(stages: Stages, followed: Way, lang: Language) -> Figure:
    """The stages with their first and newest numbers."""
    names = [lang.name("indicator_types", stage.indicator_id) for stage in stages]
    return Figure(
        "talent-pipeline",
        stage_bars(stages, names, warehouse().markets[followed.market], lang),
        _caption(stages, followed, lang),
        stages,
        sources_of(stages, counted=lang.t("≈ about, > more than, < fewer than")),
        definitions=tuple(lang.describe("indicator_types", stage.indicator_id) for stage in stages),
        plotted=Plotted(Form.BARS, x=("indicator_id",), y=("first_value", "last_value")),
    )


def _caption(stages: Stages, followed: Way, lang: Language) -> Caption:
    last = stages[-1]
    return Caption(
        lang.t(
            "{country} in numbers, {region}: students, skilled workers, residents",
            country=lang.name("markets", followed.market),
            region=lang.name("regions", followed.region),
        ),
        lang.t("First (faint) and newest published number of each count, all bars on one scale"),
        lang.n(
            "{count} stage; the last, {name}, reaches {value} in {year}.",
            "{count} stages; the last, {name}, reaches {value} in {year}.",
            len(stages),
            name=lang.name("indicator_types", last.indicator_id),
            value=lang.quantity(Quantity(last.last_value, hedge=last.last_qualifier)),
            year=last.last_year,
        ),
        marks=lang.t("× times the first, within the same definition"),
    )


def _elsewhere(stages: Stages, followed: Way, lang: Language) -> Part:
    """What is published on the same subjects for other regions, the city first: other definitions, hence a list."""
    subjects = tuple(dict.fromkeys(stage.subject for stage in stages if stage.subject))
    every = talent.series(subjects=subjects, markets=(followed.market,), region=ALL, measure=Measure.ABSOLUTE)
    newest = [row for row in every if row.is_latest and row.region != followed.region]
    if not newest:
        return Nothing(lang.t("Nothing is on record for other regions."))
    rows = sorted(newest, key=lambda row: row.distance)
    places = lang.join(list(dict.fromkeys(lang.name("regions", row.region) for row in rows)))
    return Definitions(
        lang.t("In {places}", places=places),
        lang.t("Newest value of each count"),
        definitions(rows, Measure.ABSOLUTE, lang, named=False),
    )
