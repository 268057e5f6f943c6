"""The stand's five languages: CLDR names, dates, the mark of what is English only."""

import pytest

from dashboard.stand.words import OWN_WORDS, STAND_LANGUAGES, stand_language
from dashboard.warehouse import Warehouse


def test_languages_name_themselves_as_in_cldr() -> None:
    names = [stand_language(code).own_name for code in STAND_LANGUAGES]
    assert names == ["Deutsch", "English", "日本語", "简体中文", "한국어"]


@pytest.mark.parametrize(("code", "name"), [("de", "Südkorea"), ("ja", "韓国"), ("zh", "韩国"), ("ko", "대한민국")])
def test_countries_come_from_cldr(code: str, name: str) -> None:
    assert stand_language(code).country("KR") == name


@pytest.mark.parametrize(
    ("code", "day", "month", "year"),
    [
        ("de", "3. März 2025", "März 2025", "2025"),
        ("en", "3 Mar 2025", "Mar 2025", "2025"),
        ("ja", "2025年3月3日", "2025年3月", "2025年"),
        ("zh", "2025年3月3日", "2025年3月", "2025年"),
        ("ko", "2025년 3월 3일", "2025년 3월", "2025년"),
    ],
)
def test_dates_are_as_exact_as_is_known(code: str, day: str, month: str, year: str) -> None:
    lang = stand_language(code)
    assert (lang.month(2025, 3, 3), lang.month(2025, 3), lang.month(2025)) == (day, month, year)


@pytest.mark.parametrize(
    ("code", "people", "trade", "small"),
    [
        ("de", "3.230.000", "12.634 Mio. €", "90 Mio. €"),
        ("ja", "323万", "126.34億ユーロ", "9000万ユーロ"),
        ("zh", "323万", "126.34亿欧元", "9000万欧元"),
        ("ko", "323만", "126.34억 유로", "9000만 유로"),
    ],
)
def test_large_numbers_read_as_in_their_country(code: str, people: str, trade: str, small: str) -> None:
    lang = stand_language(code)
    shown = (lang.value(3_230_000, "count"), lang.value(12_634, "eur-m"), lang.value(90, "eur-m"))
    assert shown == (people, trade, small)
    assert lang.value(999_999, "count") == lang.number(999_999)
    assert lang.value(3_234_567, "count") == lang.number(3_234_567), "no published figure is rounded"
    assert lang.value(126, "eur-m", "approx").startswith("≈\u202f1")


def test_what_is_english_only_says_so_and_translated_words_do_not() -> None:
    row = {"name_en": "A & B reception", "name_de": "Empfang", "kind_en": "Trade fair", "kind_de": "Messe"}
    marked = stand_language("ko").marked(row, "name")
    assert marked.startswith('<span lang="en">A &amp; B reception</span>') and ">EN</abbr>" in marked
    assert stand_language("ko").marked(row, "kind") == "박람회"
    assert stand_language("de").marked(row, "name") == "Empfang"
    assert stand_language("en").marked(row, "name") == "A &amp; B reception"


@pytest.mark.parametrize("code", sorted(set(STAND_LANGUAGES) - set(OWN_WORDS)))
def test_sectors_and_kinds_are_never_left_in_english(code: str, served: Warehouse) -> None:
    lang = stand_language(code)
    sectors = served.ask("shared/names", code_list="sectors")
    words = [lang.pick(row, "name") for row in sectors.to_dict("records")] + list(
        lang.labels("events", "kind").values()
    )
    assert [word for word in words if word.replace("IT", "").isascii()] == []
