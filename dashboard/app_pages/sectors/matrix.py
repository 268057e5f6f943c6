"""Market by sector: how many, which share, how specialised; a number opens its companies."""

from dashboard.app_pages.sectors.choice import Choice
from dashboard.charts.base import FEW
from dashboard.content.kept import remembered
from dashboard.content.part import Part
from dashboard.content.parts import Cell, Control, HeadCell, Matrix, Note, Nothing, Section
from dashboard.content.sources import sources_of
from dashboard.language import Language
from dashboard.link import Go, go
from dashboard.questions import sectors
from dashboard.questions.sectors import MatrixRow

FULL = {"count": 20.0, "share": 0.35, "specialisation": 4.0}  # the value at which a cell has its strongest tone
UNITS = {"count": "count", "share": "share", "specialisation": "ratio"}
PRESENT = ("active", "announced", "unknown")  # the statuses that count here: all but `left`


@remembered
def matrix(choice: Choice, lang: Language) -> Section:
    """The table with its measure."""
    return Section(
        "matrix",
        lang.t("Who works in which sector"),
        lang.t("Sites in our list, announced ones included, without those gone or silent for ten years."),
        parts=tuple(_parts(choice, lang)),
        hint=lang.t("A number opens the sites behind it."),
    )


def _parts(choice: Choice, lang: Language) -> list[Part]:
    if not choice.markets:
        return [Nothing(lang.t("Choose at least one source market above."))]
    rows = [row for row in sectors.matrix(theme=choice.lens) if row.market in choice.markets]
    if not rows:
        nothing = Nothing(lang.t("None of these markets has a company of this theme in our list."))
        return [Control("measure"), nothing]
    return [Control("measure"), _table(rows, choice, lang), Note(_explained(choice.measure, lang))]


def _table(rows: list[MatrixRow], choice: Choice, lang: Language) -> Matrix:
    """Heads of the markets, a line for each sector."""
    cells: dict[tuple[str, str], MatrixRow] = {(row.sector_id, row.market): row for row in rows}
    heads: dict[str, MatrixRow] = {row.market: row for row in rows}
    shown = [market for market in choice.markets if market in heads]
    sizes = {row.sector_id: row.sector_companies for row in rows}
    return Matrix(
        "sectors-matrix",
        lang.t("Sector"),
        tuple(_head(heads[market], lang) for market in shown),
        tuple(
            (
                HeadCell(lang.name("sectors", sector), f"n = {lang.number(size)}"),
                tuple(_cell(cells.get((sector, market)), choice, lang) for market in shown),
            )
            for sector, size in sizes.items()
        ),
        sources=sources_of(rows),
        title=lang.t("Who works in which sector"),
        unit=UNITS[choice.measure],
    )


def _head(row: MatrixRow, lang: Language) -> HeadCell:
    name, size = lang.name("markets", row.market), f"n = {lang.number(row.market_companies)}"
    return HeadCell(name, size, go("market", market=row.market), row.market)


def _cell(row: MatrixRow | None, choice: Choice, lang: Language) -> Cell | None:
    """One number: its text, its tone, what it opens; None where the market has no company in the sector."""
    if row is None:
        return None
    counting = choice.measure == "count"
    amount: float = row.companies if counting else getattr(row, choice.measure)
    text = {
        "count": lang.number(row.companies),
        "share": lang.percent(row.share),
        "specialisation": "× " + lang.number(row.specialisation, 1),
    }[choice.measure]
    return Cell(
        text,
        note="" if counting else f"n = {lang.number(row.companies)}",
        strength=min(amount / FULL[choice.measure], 1),
        faint=not counting and row.companies < FEW,
        alt=f"{lang.name('markets', row.market)}, {lang.name('sectors', row.sector_id)}: {text}",
        towards=_companies(row, choice.lens),
        value=amount,
    )


def _companies(row: MatrixRow, theme: str | None) -> Go:
    """The companies behind a number."""
    lens = {"theme": theme} if theme else {}
    return go("companies", market=row.market, sector=row.sector_id, status=PRESENT, **lens)


def _explained(measure: str, lang: Language) -> str:
    """How to read the numbers of a measure."""
    few = " " + lang.t("Pale: fewer than {few} sites, which says little.", few=FEW)
    return {
        "count": lang.t("Number of sites; n: all sites of the market or the sector."),
        "share": lang.t("Share of the market's sites, below it their number.") + few,
        "specialisation": lang.t(
            "Share of the sector in this market divided by its share in all markets: 2 means twice as frequent as "
            "elsewhere; below it the number of sites."
        )
        + few,
    }[measure]
