"""What a briefing says: the chapters asked for, with the numbers of the page, its sources numbered, its gaps named."""

from collections import Counter

import pytest

from dashboard.briefing.brief import LONGEST
from dashboard.briefing.chapters import PLANS, NoBriefing, brief
from dashboard.content.parts import Entries, Findings, flat
from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.warehouse import warehouse
from tests.made import made, within

EN = language("en")


@pytest.mark.parametrize("lang", COMPLETE)
@pytest.mark.parametrize("page", PLANS)
def test_every_chapter_says_something_and_sources_are_numbered(page: str, lang: str) -> None:
    found = brief(page, {}, language(lang))
    assert [chapter.key for chapter in found.chapters] == [
        plan.key for plan in PLANS[page] if plan.key in {chapter.key for chapter in found.chapters}
    ]
    assert all(chapter.title and chapter.sections for chapter in found.chapters)
    assert [found.number(source) for source in found.sources] == list(range(1, len(found.sources) + 1))
    assert len(found.sources) > 20 and found.dated.endswith(warehouse().version)


def test_chapters_hold_the_sections_of_the_page() -> None:
    page = {section.key: section for section in made("market", EN, market=["KR"])}
    found = brief("market", {"market": ["KR"]}, EN, chapters=["trend", "sectors"])
    assert [chapter.key for chapter in found.chapters] == ["trend", "sectors"]
    for chapter, key in zip(found.chapters, ("counts", "sectors"), strict=True):
        assert list(chapter.sections[0].parts) == flat(page[key].parts)


def test_long_lists_are_as_long_as_on_the_page_and_say_of_how_many() -> None:
    [chapter] = brief("market", {"market": ["JP"]}, EN, chapters=["relations"]).chapters
    lists = [part for part in within(chapter.sections) if isinstance(part, Entries)]
    page = [part for part in within(made("market", EN, market=["JP"])) if isinstance(part, Entries)]
    whole = {part.key: part for part in page}
    assert lists and all(len(part.found) <= part.shown for part in lists)
    for part in lists:
        assert part.found == whole[part.key].found[: part.shown]
        assert (f"{part.shown} of {len(whole[part.key].found)}" in part.subtitle) == (
            len(whole[part.key].found) > part.shown
        )


def test_what_is_not_known_is_counted() -> None:
    [chapter] = brief("market", {"market": ["JP"]}, EN, chapters=["unknown"]).chapters
    here = warehouse().ask("companies/rows", chosen=["market=JP"], found=None, fewest=None, most=None, unstaffed=True,
                           sort="name", descending=False, lang="en", rows=9999, skip=0)  # fmt: skip
    present = here[~here["status"].isin(["left", "unheard"])]
    [said] = [part for part in chapter.sections[0].parts if isinstance(part, Findings)]
    without = int(present["employees"].isna().sum())
    assert f"Number of employees not known: {without} of {len(present)} sites." in said.items
    silent = Counter(here["status"])["unheard"]
    assert any(f"heard of {silent} further sites" in item for item in said.items)


def test_a_quiet_market_says_what_is_missing() -> None:
    [chapter] = brief("market", {"market": ["BG"]}, EN, chapters=["unknown"]).chapters
    [said] = [part for part in chapter.sections[0].parts if isinstance(part, Findings)]
    assert said.items[0].startswith("Nothing is on record about: ") and "sectors" in said.items[0]


def test_what_does_not_exist_is_said() -> None:
    with pytest.raises(NoBriefing, match="no briefing of region; there is one of: market"):
        brief("region", {}, EN)
    with pytest.raises(NoBriefing, match="no chapter weather in the briefing of market; there are: figures"):
        brief("market", {}, EN, chapters=["figures", "weather"])
    assert len(brief("market", {}, EN, note="x" * 5000).note) == LONGEST
