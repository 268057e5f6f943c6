"""The stand's five languages: CLDR names, dates, the mark of what is English only."""

import pytest

from dashboard.language import COMPLETE
from dashboard.speaking import language
from dashboard.stand.steps import reading_order
from dashboard.stand.words import marked, spoken
from dashboard.values import Hedge, Quantity, Text, Unit
from dashboard.warehouse import Warehouse
from tests.stand.vocabulary import vocabulary

TRANSLATED = [lang.code for lang in spoken() if lang.code not in COMPLETE]


def test_languages_name_themselves_as_in_cldr() -> None:
    names = {"de": "Deutsch", "en": "English", "ja": "日本語", "zh": "简体中文", "ko": "한국어"}
    assert {lang.code: lang.own_name for lang in spoken() if lang.code in names} == names


@pytest.mark.parametrize(("code", "name"), [("de", "Südkorea"), ("ja", "韓国"), ("zh", "韩国"), ("ko", "대한민국")])
def test_countries_are_named_by_the_data_or_by_cldr(code: str, name: str) -> None:
    assert language(code).name("markets", "KR") == name


def test_a_country_that_cldr_calls_by_a_longer_name_has_a_short_one() -> None:
    names = {code: language(code).name("markets", "HK") for code in ("de", "en", "ja", "zh", "ko")}
    assert names == {"de": "Hongkong", "en": "Hong Kong", "ja": "香港", "zh": "香港", "ko": "홍콩"}


def test_a_long_vowel_is_read_as_its_vowel() -> None:
    names = ["オランダ", "オマーン", "オーストリア", "オーストラリア", "ノルウェー", "台湾"]
    wanted = ["オーストラリア", "オーストリア", "オマーン", "オランダ", "ノルウェー", "台湾"]
    assert sorted(names, key=lambda name: reading_order(name, language("ja"))) == wanted


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
    lang = language(code)
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
    lang = language(code)
    euros = [lang.quantity(Quantity(value, Unit.EUR_M)) for value in (12_634, 90)]
    assert [lang.quantity(Quantity(3_230_000)), *euros] == [people, trade, small]
    assert lang.quantity(Quantity(999_999)) == lang.number(999_999)
    assert lang.quantity(Quantity(3_234_567)) == lang.number(3_234_567), "no published figure is rounded"
    assert lang.quantity(Quantity(126, Unit.EUR_M, Hedge.APPROX)).startswith("≈\u202f1")


def test_what_is_english_only_says_so_and_translated_words_do_not() -> None:
    name, kind = Text("A & B reception", "Empfang"), Text("Trade fair", "Messe")
    shown = marked(name, language("ko"))
    assert shown.startswith('<span lang="en">A &amp; B reception</span>') and ">EN</abbr>" in shown
    assert marked(kind, language("ko")) == "박람회"
    assert marked(name, language("de")) == "Empfang"
    assert marked(name, language("en")) == "A &amp; B reception"


@pytest.mark.parametrize("code", TRANSLATED)
def test_the_data_s_words_are_translated_and_none_is_left_over(code: str, served: Warehouse) -> None:
    known = served.vocabulary.translations[code]
    assert sorted(vocabulary(served) - set(known)) == []
    assert sorted(set(known) - vocabulary(served)) == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_sectors_and_kinds_are_never_left_in_english(code: str) -> None:
    lang, english = language(code), language("en")
    words = lang.names("sectors") | lang.labels("events", "kind")
    in_english = english.names("sectors") | english.labels("events", "kind")
    assert [key for key, word in words.items() if word == in_english[key]] == []


TOPIC = {"de": "Stichw", "en": "opic", "ja": "キーワード", "zh": "关键词", "ko": "키워드"}
SAID = (
    "Topics",
    "Who works on this topic",
    "Or touch a topic",
    "Company, country, sector or topic",
    "Show at once: company, country, sector or topic",
    "Nothing here is called “{term}”. Try another spelling or a topic.",
)


@pytest.mark.parametrize("code", [lang.code for lang in spoken() if lang.code in TOPIC])
def test_a_topic_is_one_word_and_no_theme(code: str) -> None:
    lang = language(code)
    assert all(TOPIC[code] in lang.t(text, term="x") for text in SAID)
    assert TOPIC[code] not in lang.t("Our focus themes")


def test_a_single_site_stands_alone() -> None:
    said = {code: language(code).n("1 site", "All {count} sites", 1) for code in ("de", "en")}
    assert said == {"de": "1 Standort", "en": "1 site"}
