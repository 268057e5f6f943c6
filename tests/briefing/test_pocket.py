"""The pocket file: one HTML file with everything in it, and nothing that anybody else could have put there."""

import gzip
import json
import re
from base64 import b64decode
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from dashboard import library
from dashboard.app_pages import PAGES
from dashboard.briefing.brief import Brief, Chapter
from dashboard.briefing.chapters import PLANS, brief
from dashboard.briefing.pocket import pocket
from dashboard.briefing.pocket.packed import hashed
from dashboard.briefing.pocket.still import stills
from dashboard.content.figure import Figure
from dashboard.content.parts import Entries, KeyFigures, figures
from dashboard.content.view import view
from dashboard.language import COMPLETE
from dashboard.settings import DATA
from dashboard.speaking import language
from tests.briefing.samples import SAMPLES, bare, hostile, sample
from tests.cities.conftest import empty_folder, served_instead  # noqa: F401 (a fixture)
from tests.conftest import Rows
from tests.made import in_turn, within
from tools.fonts import POCKET, latin

LARGEST = 2_600_000  # bytes


class Read(HTMLParser):
    """A file as a reader has it: its text, what its tags say, what its scripts hold."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self._script: str | None = None
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._script = (dict(attrs).get("id") or "own") if tag == "script" else "" if tag == "style" else None

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self._script = None

    def handle_data(self, data: str) -> None:
        if self._script is None:
            self.said.append(data)
        elif self._script:
            self.scripts[self._script] = self.scripts.get(self._script, "") + data

    @property
    def text(self) -> str:
        return bare("".join(self.said))

    def unpacked(self, name: str) -> str:
        return gzip.decompress(b64decode(self.scripts[name])).decode()


@pytest.mark.parametrize(("name", "lang"), [*((name, "en") for name in SAMPLES), ("JP", "de")])
def test_all_of_a_briefing_is_in_it(name: str, lang: str) -> None:
    found = sample(name, lang)
    made = pocket(found)
    assert made.name.endswith(f"_{lang}.html") and made.media_type == "text/html" and len(made.content) < LARGEST
    read = Read(made.content)
    for text in said_by(found):
        assert bare(text) in read.text
    for figure in drawn_in(found):
        [wide, _] = stills(figure)
        assert wide.drawing or wide.light.startswith("data:image/webp;base64,")
        if wide.drawing:
            assert all(bare(unescape(text)) in read.text for text in re.findall(r">([^<>]+)</tspan>", wide.drawing))
    links = {attrs["href"] for tag, attrs in read.tags if tag == "a"}
    assert {source.url for source in found.sources if source.url} <= links
    ids = {attrs["id"] for _, attrs in read.tags if "id" in attrs}
    assert {link[1:] for link in links if link and link.startswith("#")} <= ids


def said_by(found: Brief) -> list[str]:
    """Titles, numbers, lines and sources."""
    texts = [found.title, found.dated, found.subtitle, *(chapter.title for chapter in found.chapters)]
    for part in within(found.chapters):
        if isinstance(part, KeyFigures):
            texts += [text for one in part.figures for text in (one.value, one.label, one.meta, one.change)]
        elif isinstance(part, Entries):
            texts += [text for one in part.found for text in (one.when, one.title, one.text)]
        elif isinstance(part, Figure):
            texts += [part.caption.title, part.caption.subtitle, part.sources.line(found.lang)]
    return texts + [text for source in found.sources for text in (source.title, source.publisher)]


def drawn_in(found: Brief) -> list[Figure]:
    return [figure for chapter in found.chapters for one in chapter.sections for figure in figures(one)]


@pytest.mark.slow
@pytest.mark.parametrize("lang", COMPLETE)
def test_no_market_is_too_large(lang: str, facts: dict[str, Rows]) -> None:
    spoken = language(lang)
    made = [
        pocket(brief("market", {"market": [row["market"]]}, spoken))
        for row in in_turn(facts["markets"], 3 + COMPLETE.index(lang))
    ]
    assert max(len(one.content) for one in made) < LARGEST


def test_scripts_and_styles_are_ours_and_nothing_is_fetched() -> None:
    read = Read(pocket(sample("JP", "en")).content)
    [policy] = [attrs["content"] for tag, attrs in read.tags
                if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"]  # fmt: skip
    assert policy and policy.startswith("default-src 'none';") and "unsafe-eval" not in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2]
    assert hashed(read.scripts["own"]) in policy and hashed(read.unpacked("library")) in policy
    assert read.unpacked("library") == library.library().decode()
    fetched = [
        attrs.get("src") or attrs.get("srcset") or "" for tag, attrs in read.tags if tag in ("img", "source", "script")
    ]
    assert all(address == "" or address.startswith("data:") for address in fetched)
    assert not [tag for tag, attrs in read.tags if tag == "link" or any(key.startswith("on") for key in attrs)]


def test_its_figures_are_those_of_the_page() -> None:
    found = sample("JP", "en")
    data = json.loads(Read(pocket(found).content).unpacked("data"))
    assert data["figures"] == {
        one.key: {"figure": json.loads(one.chart.drawing), "narrow": one.chart.narrow} for one in drawn_in(found)
    }
    assert data["layers"] == data["shapes"] == {}


def test_maps_bring_what_they_stand_on() -> None:
    found = with_maps()
    data = json.loads(Read(pocket(found).content).unpacked("data"))
    traces = [trace for one in data["figures"].values() for trace in one["figure"]["data"]]
    asked = {trace["geojson"] for trace in traces if isinstance(trace.get("geojson"), str)}
    assert asked and set(data["shapes"]) == asked and all(shape["features"] for shape in data["shapes"].values())
    assert data["layers"] and all(layer["type"] == "Topology" for layer in data["layers"].values())


def with_maps() -> Brief:
    """A briefing with every figure of two pages that show maps."""
    lang = language("en")
    shown = [section for name in ("overview", "region") for section in view(PAGES[name], {}, lang).sections]
    maps = tuple(section for section in shown if figures(section))
    return replace(sample("BG", "en"), chapters=(Chapter("maps", "Maps", maps),))


def test_large_figures_are_pictures_in_both_lights() -> None:
    large = [still for figure in drawn_in(with_maps()) for still in stills(figure) if still and not still.drawing]
    assert large and all(one.light != one.dark and one.light.startswith("data:image/webp") for one in large)


def test_hostile_texts_are_texts() -> None:
    content = pocket(hostile()).content
    read = Read(content)
    assert [attrs for tag, attrs in read.tags if tag == "script"][2:] == [{}]
    assert not [tag for tag, _ in read.tags if tag == "img"]
    assert not [attrs for _, attrs in read.tags if (attrs.get("href") or "").startswith("javascript")]
    assert bare("<script>alert(1)</script>") in read.text and bare("{{ 7 * 7 }}") in read.text
    assert "日本電産" in read.text and not re.search(rb"[\x00\x0b]", content)


def test_the_library_is_packed_the_same_each_time() -> None:
    assert pocket(sample("BG", "en")) == pocket(sample("BG", "en"))


def test_a_city_without_facts_has_a_file_too(empty_folder: Path) -> None:  # noqa: F811
    with served_instead(empty_folder):
        for page in PLANS:
            assert Read(pocket(brief(page, {}, language("en"))).content).text


def test_its_font_has_every_letter_that_the_screen_has() -> None:
    held = {chr(number) for number in TTFont(POCKET).getBestCmap()}
    assert latin(DATA) <= held and POCKET.stat().st_size < 80_000
