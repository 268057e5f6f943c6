"""What each transform is for, by an example, and that every file of ours has a translation, the one that was kept."""

import sys

import pytest
from sqlglot import exp
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.spark.macros import macros
from dashboard.spark.translation import translated
from dashboard.spark.untranslatable import Untranslatable
from dashboard.warehouse import named_query
from dashboard.warehouse.named import query_names
from tools.translations import FILE, translations

EXAMPLES = {
    "select $market::varchar as m, $years::integer[] as y": (
        "SELECT CAST(:market AS STRING) AS m, CAST(:years AS ARRAY<INT>) AS y"
    ),
    "select list(a) as l from t": "SELECT NULLIF(COLLECT_LIST(a), ARRAY()) AS l FROM t",
    "select list(distinct a) as l from t": "SELECT NULLIF(COLLECT_SET(a), ARRAY()) AS l FROM t",
    "select list_sort(list(distinct a) filter (where b)) as l from t": (
        "SELECT ARRAY_SORT(NULLIF(COLLECT_SET(a) FILTER(WHERE b), ARRAY())) AS l FROM t"
    ),
    "select list(a order by -b, c) filter (where d) as l from t": (
        "SELECT NULLIF(TRANSFORM(SORT_ARRAY(COLLECT_LIST(STRUCT((-b) IS NULL AS n0, -b AS k0, c IS NULL AS n1,"
        " c AS k1, a AS a)) FILTER(WHERE d)),"
        " s -> s.a), ARRAY()) AS l FROM t"
    ),
    "select string_split(a, ';') as l": "SELECT SPLIT(a, ';') AS l",
    "select string_split(a, '|') as l": "SELECT SPLIT(a, '[|]') AS l",
    "select regexp_split_to_array(a, '[^a-z]+') as l": "SELECT SPLIT(a, '[^a-z]+') AS l",
    "select chr(8203) as c": "SELECT '\u200b' AS c",
    "select list_has_any(a, b) as h": "SELECT ARRAYS_OVERLAP(a, b) AS h",
    "select a[1] as one, a[b] as other": "SELECT GET(a, 0) AS one, GET(a, (b) - 1) AS other",
    "select a from t order by a": "SELECT a FROM t ORDER BY a NULLS LAST",
    "select a from t order by a desc": "SELECT a FROM t ORDER BY a DESC",
    "select a, row_number() over (order by b) as n from t qualify n <= 2 order by c limit 1": (
        "SELECT a, n FROM (SELECT a, ROW_NUMBER() OVER (ORDER BY b NULLS LAST) AS n,"
        " ((ROW_NUMBER() OVER (ORDER BY b NULLS LAST)) <= 2) AS _kept, (c) AS _key0 FROM t) AS chosen_rows"
        " WHERE _kept ORDER BY _key0 NULLS LAST LIMIT 1"
    ),
    "select fresh(a, max(b)) as f from t": "SELECT (a >= MAX(b) - 4) AS f FROM t",
    "select within($l::varchar[], a) as w": (
        "SELECT (SIZE((CAST(:l AS ARRAY<STRING>))) = 0 OR ARRAY_CONTAINS((CAST(:l AS ARRAY<STRING>)), a)) AS w"
    ),
}
UNTRANSLATABLE = {
    "select list(a order by b desc) as l from t": "order by -key",
    "select * from t qualify row_number() over (order by a) = 1": "Name the columns",
    "select 1 from": "cannot",
}


@pytest.mark.parametrize("sql", EXAMPLES)
def test_what_we_say_in_the_words_of_spark(sql: str) -> None:
    assert " ".join(translated(sql).split()).replace("( ", "(").replace(" )", ")") == EXAMPLES[sql]


@pytest.mark.parametrize("sql", UNTRANSLATABLE)
def test_what_has_no_words_there_says_how_to_write_it(sql: str) -> None:
    with pytest.raises(Untranslatable, match=UNTRANSLATABLE[sql]):
        translated(sql)


def test_every_file_has_a_translation_the_one_that_was_kept() -> None:
    assert FILE.read_text(encoding="utf-8") == translations(), "run `make questions`"


def test_what_is_read_from_can_be_called_otherwise() -> None:
    """Its columns are still those of the name it has in the statement; what WITH makes, and an alias, stay."""
    sql = """
    with company as (select company.name, x.city from company cross join city as x)
    select company.name from company where company.name in (select stay.name from stay)
    """
    assert " ".join(translated(sql, "a_").split()).replace("( ", "(").replace(" )", ")") == (
        "WITH company AS (SELECT company.name, x.city FROM a_company AS company CROSS JOIN a_city AS x)"
        " SELECT company.name FROM company WHERE company.name IN (SELECT stay.name FROM a_stay AS stay)"
    )


def test_no_parameter_becomes_text() -> None:
    for name in query_names():
        query = named_query(name)
        for parameter in query.parameters:
            assert f":{parameter} " in translated(query.sql).replace(")", " ").replace("\n", " "), (name, parameter)


def test_a_macro_tells_its_parameters_from_columns() -> None:
    """Without a table in front only parameters stand in a macro: what is put in their place is what was meant."""
    for name, macro in macros().items():
        bare = {column.name for column in macro.body.find_all(exp.Column) if not column.table}
        lambdas = {each.name for body in macro.body.find_all(exp.Lambda) for each in body.expressions}
        assert bare - lambdas <= set(macro.parameters), name


def test_the_command_prints_one() -> None:
    run = CliRunner().invoke
    result = run(app, ["translate", "market/sector_mix"])
    assert result.exit_code == 0 and ":market" in result.output and "ARRAY_SORT" in result.output
    wrong = run(app, ["translate", "market/no_such"])
    assert wrong.exit_code == 1 and "pocket query" in wrong.output


def test_without_the_extra_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlglot", None)
    result = CliRunner().invoke(app, ["translate", "market/sector_mix"])
    assert result.exit_code == 1 and "pocket-world[spark]" in result.output
