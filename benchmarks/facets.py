"""What a facet click costs with 100,000 companies, beside the shipped list: `python -m benchmarks.facets`."""

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from playwright.sync_api import Page, sync_playwright

from benchmarks.measure import serving, settle, summary, visit
from dashboard.settings import settings
from dashboard.warehouse.build import data_version
from tools.browser import CHROMIUM, FLAGS, HOVERED, until
from tools.generated import companies, warehouse_file


def press_bar(page: Page, number: int) -> float:
    """Click a column of the first figure; milliseconds until the page stands still again."""
    box = page.locator(".pw-plot").first.locator(".point").nth(number).bounding_box()
    if box is None:
        raise RuntimeError("the column is not on screen")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] - 4)
    until(page, HOVERED)
    page.mouse.down()
    page.mouse.up()
    return settle(page)


def generated(folder: Path, count: int) -> tuple[Path, Path]:
    """A data folder with that many companies and a store in which it is published already."""
    file = warehouse_file(folder, companies(count))
    store = folder / "store"
    store.mkdir()
    file.rename(store / f"{data_version(folder / 'data')}-public.duckdb")
    return folder / "data", store


def main(rounds: Annotated[int, typer.Option(help="clicks on each")] = 12, count: int = 100_000) -> None:
    """Print the median and p95 of both, and their ratio."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        large, store = generated(folder / "large", count)
        sources = {"shipped": (settings().data, folder / "shipped"), f"{count:,}": (large, store)}
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = {}
        for name, (data, where) in sources.items():
            address, *_ = stack.enter_context(serving("dashboard/server.py", where, POCKET_DATA=str(data)))
            pages[name] = visit(browser, f"{address}/companies")
        times: dict[str, list[float]] = {name: [] for name in pages}
        for number in range(rounds):
            for name, page in pages.items():
                times[name].append(press_bar(page, number // 2 % 4))
        medians = []
        for name, values in times.items():
            middle, high = summary(values)
            medians.append(middle)
            typer.echo(f"facet click, {name} companies: median {middle:.0f} ms, p95 {high:.0f} ms")
        typer.echo(f"ratio of the medians: {medians[1] / medians[0]:.2f}")
        browser.close()


if __name__ == "__main__":
    typer.run(main)
