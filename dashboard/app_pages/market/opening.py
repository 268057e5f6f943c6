"""The opening of a market's page: its name, the desk that looks after it, five key figures."""

from dashboard.app_pages.market.choice import Subject, name
from dashboard.content.desk import Desk, people
from dashboard.content.internal import tag
from dashboard.content.kept import remembered
from dashboard.content.parts import Beside, Control, Head, KeyFigure, KeyFigures, Nothing, Section
from dashboard.content.published import published_figure
from dashboard.content.sources import source_by_id
from dashboard.language import Language
from dashboard.questions import market, shared
from dashboard.questions.market import KeyFiguresRow
from dashboard.warehouse import warehouse


@remembered
def opening(subject: Subject, lang: Language) -> Section:
    """Name and desk of the market, and where another is chosen."""
    head = (Head(name(subject, lang), market=subject.market), _desk(subject, lang))
    return Section("opening", parts=(Beside((head, (Control("market"),)), (3, 1)),))


def _desk(subject: Subject, lang: Language) -> Desk:
    rows = [row for row in market.desk(market=subject.market) if row.desk_id is not None]
    if not rows:
        return Desk("", nobody=lang.t("No desk is named for this market."))
    row = rows[0]
    since = lang.t("since {year}", year=lang.month(row.since_year, row.since_month)) if row.since_year else ""
    source = source_by_id(rows).get(row.source_id or "")
    staff = people(shared.contacts(markets=[subject.market]), lang)
    return Desk(lang.name("desks", row.desk_id), since, lang.text(row.focus), source, people=staff, tag=tag(row, lang))


@remembered
def figures(subject: Subject, lang: Language) -> Section:
    """Up to five key figures; fewer where fewer exist."""
    rows = market.key_figures(market=subject.market)
    nothing = lang.t("No figure has been published for this market yet, and our list holds no company from it.")
    shown = KeyFigures(tuple(_figure(row, subject, lang) for row in rows)) if rows else Nothing(nothing)
    return Section("figures", parts=(shown,))


def _figure(row: KeyFiguresRow, subject: Subject, lang: Language) -> KeyFigure:
    if row.indicator_id:
        return published_figure(row, lang.name("indicator_types", row.indicator_id), lang)
    return KeyFigure(
        value=lang.quantity(row.quantity),
        label=lang.t("sites in our list"),
        meta=lang.t("City and region, as of {month}", month=lang.month(*warehouse().as_of)),
        change=_covered(subject, lang),
        quantity=row.quantity,
    )


def _covered(subject: Subject, lang: Language) -> str:
    """How much of the published number in the city our list covers."""
    said = [
        lang.t(
            "{listed} of {value} in {region}",
            listed=lang.number(row.listed),
            value=lang.quantity(row.quantity),
            region=lang.name("regions", row.region),
        )
        for row in market.coverage(market=subject.market)
    ]
    return next(iter(said), "")
