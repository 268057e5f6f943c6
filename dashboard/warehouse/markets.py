"""The markets of the published data, with their looks."""

from dashboard.values import Market, market
from dashboard.warehouse.engine.engine import Engine


def markets(engine: Engine) -> dict[str, Market]:
    """Every market by its code: the core markets in their order, then the others in that of the CSV."""
    looks = ("iso3", "core", "colour", "dark", "label_side", "stage_side")
    columns = "market, iso3, core, colour, colour_dark, label_side, stage_side, stage_lat, stage_lon"
    query = f"select {columns} from markets order by rank nulls last, rowid"  # noqa: S608 (our own words)
    _, found = engine.ask(query, {}).rows()
    return {
        code: market(
            code,
            **{look: value or "" for look, value in zip(looks, values, strict=True)},
            stage_spot=None if lat is None else (lat, lon),
        )
        for code, *values, lat, lon in found
    }
