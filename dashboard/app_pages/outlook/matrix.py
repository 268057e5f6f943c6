"""All scores as a table of markets and sectors, and one by one to take along."""

from dashboard.app_pages.outlook.choice import Choice, pair_code
from dashboard.app_pages.outlook.components import COMPONENTS
from dashboard.content.kept import remembered
from dashboard.content.parts import Cell, Folded, HeadCell, Matrix, Section
from dashboard.content.sources import sources_of
from dashboard.content.table import DataTable, TableColumn
from dashboard.language import Language
from dashboard.link import go
from dashboard.questions import shared
from dashboard.questions.outlook import ScoreRow
from dashboard.values import Market


@remembered
def matrix(choice: Choice, lang: Language) -> Section:
    """Markets by sectors; a number opens its reasons."""
    rows = choice.scores()
    if not rows:
        return Section("matrix")
    return Section(
        "matrix",
        lang.t("All scores"),
        lang.t("Score 0–100; below it the confidence."),
        parts=(_matrix(rows, lang), _list(rows, lang)),
        hint=lang.t("A number opens its reasons."),
    )


def _matrix(rows: tuple[ScoreRow, ...], lang: Language) -> Matrix:
    cells = {(row.market, row.sector_id): row for row in rows}
    scored = {row.market for row in rows}
    markets = [row.market for row in shared.markets() if row.market in scored]  # the core markets first
    sectors = [sector for sector in lang.names("sectors") if any(row.sector_id == sector for row in rows)]
    return Matrix(
        "outlook-matrix",
        lang.t("Sector"),
        tuple(_head(market, lang) for market in markets),
        tuple(
            (
                HeadCell(lang.name("sectors", sector)),
                tuple(_cell(cells.get((market, sector)), lang) for market in markets),
            )
            for sector in sectors
        ),
        sources=sources_of(rows),
        title=lang.t("All scores"),
        unit="points",
    )


def _head(market: Market, lang: Language) -> HeadCell:
    return HeadCell(lang.name("markets", market), towards=go("market", market=market), market=market)


def _cell(row: ScoreRow | None, lang: Language) -> Cell | None:
    """One score with its tone and confidence; None where nothing is known, or too little."""
    if row is None:
        return None
    value = lang.number(100 * row.score)
    return Cell(
        value,
        note=lang.percent(row.confidence),
        strength=row.score,
        alt=f"{lang.name('markets', row.market)}, {lang.name('sectors', row.sector_id)}: {value}",
        towards=go("outlook", of=pair_code(row.market, row.sector_id)),
        value=row.score,
    )


def _list(rows: tuple[ScoreRow, ...], lang: Language) -> Folded:
    """Every score with its components, folded away."""
    titles = [lang.t("Rank"), lang.t("Market"), lang.t("Sector"), lang.t("Score"), lang.t("Confidence")]
    titles += [component.title(lang) for component in COMPONENTS]
    label = lang.n("Every score with its components ({count})", "Every score with its components ({count})", len(rows))
    table = DataTable(
        "outlook",
        lang.t("Table of all scores"),
        tuple(map(TableColumn, titles)),
        tuple(_line(row, lang) for row in rows),
        rows,
    )
    return Folded(label, (table,))


def _line(row: ScoreRow, lang: Language) -> tuple[str | int | None, ...]:
    levels = (component.level(row) for component in COMPONENTS)
    return (
        row.rank,
        lang.name("markets", row.market),
        lang.name("sectors", row.sector_id),
        _hundredths(row.score),
        lang.percent(row.confidence),
        *map(_hundredths, levels),
    )


def _hundredths(share: float | None) -> int | None:
    return None if share is None else round(100 * share)
