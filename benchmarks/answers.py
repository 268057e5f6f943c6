"""What pages cost in a fresh process, as JSON: `python -m benchmarks.answers` (the settings say of which facts)."""

import json
import time

import psutil

from dashboard.app_pages import PAGES
from dashboard.content.parts import figures
from dashboard.content.view import view
from dashboard.speaking import language
from dashboard.warehouse import warehouse

Asked = dict[str, list[str]]


def answered(page: str, asked: Asked) -> float:
    """Seconds of CPU for a page's content with its drawings, all that the outlets need of the facts."""
    began = time.process_time()
    for section in view(PAGES[page], asked, language("de")).sections:
        for figure in figures(section):
            _ = figure.chart.drawing
    return time.process_time() - began


def questions() -> dict[str, tuple[Asked, Asked]]:
    """For each page: as it opens, and what is chosen next."""
    one, other = list(warehouse().markets)[:2]
    maps = [row["measure"] for _, row in warehouse().ask("overview/measures").iterrows()]
    name = warehouse().run("select name from companies order by company_id limit 1")["name"].iloc[0]
    return {
        "overview": ({}, {"map": maps[:1]}),
        "market": ({"market": [one]}, {"market": [other]}),
        "companies": ({}, {"market": [one]}),
        "companies, search": ({"q": [name.split()[0]]}, {"q": [name]}),
        "region": ({}, {"market": [one]}),
        "outlook": ({}, {"projects": ["100"]}),
    }


def main() -> None:
    began = time.process_time()
    warehouse()
    found = {"start": time.process_time() - began}
    for what, asked in questions().items():
        for when, one in zip(("first", "next"), asked, strict=True):
            found[f"{what}, {when}"] = answered(what.split(",")[0], one)
    print(json.dumps({"cpu": found, "memory": psutil.Process().memory_info().rss / 1e6}))


if __name__ == "__main__":
    main()
