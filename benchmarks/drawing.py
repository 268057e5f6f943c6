"""How long the figures of all pages take as SVG and as PNG: `python -m benchmarks.drawing`."""

import time
from collections.abc import Callable, Sequence

from dashboard.app_pages import PAGES
from dashboard.content.choice import read
from dashboard.content.figure import Figure
from dashboard.content.parts import figures
from dashboard.drawing import png, svg
from dashboard.speaking import language

WIDTH = 760  # px
AIM = 2  # seconds for all of them as SVG, the first time in a process


def opened() -> list[Figure]:
    """Every figure of every page as it opens."""
    lang = language("de")
    made = [section for page in PAGES.values() for section in page.made(read(page.choice, {}, lang).choice, lang)]
    return [figure for section in made for figure in figures(section)]


def timed(what: str, draw: Callable[[Figure], object], found: Sequence[Figure]) -> float:
    """Seconds for all figures; prints them, and the three that take most."""
    took = []
    for figure in found:
        began = time.perf_counter()
        draw(figure)
        took.append((time.perf_counter() - began, figure.key))
    slowest = ", ".join(f"{key} {1000 * seconds:.0f} ms" for seconds, key in sorted(took, reverse=True)[:3])
    print(f"{what}: {sum(seconds for seconds, _ in took):.2f} s for {len(found)} figures; slowest {slowest}")
    return sum(seconds for seconds, _ in took)


def main() -> None:
    """SVG in a fresh process, SVG again, and the pictures of them."""
    found = opened()
    first = timed("SVG, first time", lambda figure: svg(figure.chart, figure.caption, WIDTH), found)
    timed("SVG, again", lambda figure: svg(figure.chart, figure.caption, WIDTH), found)
    timed("SVG and PNG", lambda figure: png(svg(figure.chart, figure.caption, WIDTH), WIDTH), found)
    print(f"aim for all as SVG: {AIM} s, {'reached' if first <= AIM else 'MISSED'}")


if __name__ == "__main__":
    main()
