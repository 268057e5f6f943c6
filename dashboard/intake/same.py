"""Rows of the file that may be known ones under another spelling: proposed for merging, never merged unasked. Who is
called as one known row in the same market and town, whatever the case and signs of the name, is that one.

Compared are rows that share a rare word or the beginning of their name, so that a million take seconds.
"""

from typing import Any

import duckdb

from dashboard.intake.answers import OTHERS, Answers, WrongAnswers
from dashboard.intake.facts import Facts, fact
from dashboard.intake.merging import columns_of
from dashboard.intake.names import plain, spelled
from dashboard.intake.questions import Ask, Guess, Question
from dashboard.values import Said
from dashboard.warehouse.large import quoted

RARE, FEW = 40, 500  # names that share a word; questions
NEAR, CLOSE = 0.92, 0.85  # likeness from which it is asked, and where market and town are the same
PLACES = ("market", "city")
WORDS = """string_split(plain, ' ') as words,
    [length::varchar || left(replace(plain, ' ', ''), length) for length in [4, 6]] as beginnings"""
PAIRS = """
    with word as (select id, plain, unnest(list_concat(words, beginnings)) as word from ours),
    rare as (select word from word where length(word) > 2 group by word having count(distinct id) <= $rare),
    pair as (
        select distinct theirs.row, word.id, word.plain
        from (
            select row, unnest(list_concat(words, beginnings)) as word
            from theirs where name not in (select unnest($answered))
        ) as theirs
        join word using (word) where word in (from rare)
    ),
    measured as (
        select theirs.row, theirs.name, ours.id, ours.name as known,
            jaro_winkler_similarity(theirs.plain, ours.plain) as near,
            {places} as is_there, len(ours.words) > 1 and list_has_all(theirs.words, ours.words) as is_within
        from pair join theirs on theirs.row = pair.row join ours on ours.id = pair.id and ours.plain = pair.plain
    ),
    nearest as (
        select row, name, id, known, max(near) as near from measured
        where near >= if(is_there, $close, $near) or is_there and is_within group by all
    )
    select row, name, list({{'id': id, 'name': known, 'near': round(near, 2)}} order by near desc)[:3]
    from nearest group by row, name order by row limit $few
"""


def has_names(facts: Facts) -> bool:
    """Whether the table's rows are something with a name and one key."""
    columns = {column.name for column in facts.table.columns}
    return "name" in columns and len(facts.table.key) == 1 and facts.table.key[0] != "name"


def standing(connection: duckdb.DuckDBPyConnection, facts: Facts, kept: Answers) -> Answers:
    """The kept answers without those that name rows which are gone since: these are asked anew."""
    gone = _missing(connection, facts, kept)
    return kept.model_copy(update={"same": {name: key for name, key in kept.same.items() if key not in gone}})


def _missing(connection: duckdb.DuckDBPyConnection, facts: Facts, answers: Answers) -> set[str]:
    """The keys that answers name and no row has."""
    told = list(filter(None, answers.same.values()))
    if not told or not has_names(facts):
        return set()
    held = f"select unnest($keys) except select {quoted(facts.table.key[0])} from {fact(facts.table.name)}"
    return {key for (key,) in connection.execute(held, {"keys": told}).fetchall()}


def proposed(connection: duckdb.DuckDBPyConnection, facts: Facts, answers: Answers) -> list[Question]:
    """Give rows the key and the name of the known row that the map says they are; returns those that are to be asked.

    `incoming` has the column of the key afterwards, and `theirs` are its rows that are not known by their key.
    """
    key, incoming = quoted(facts.table.key[0]), columns_of(connection, "incoming")
    if facts.table.key[0] not in incoming:
        connection.execute(f"alter table incoming add column {key} varchar")
    if "name" not in incoming:
        return []
    _take_over(connection, facts, key, answers)
    _make_ours(connection, facts, key)
    _make_theirs(connection, facts, key)
    _take_called_alike(connection, facts, key, answers)
    if answers.same.get(OTHERS) == "":
        return []
    return [
        Question(Ask.SAME, "name", name, row, 1, tuple(Guess(one["id"], one["name"], one["near"]) for one in found))
        for row, name, found in _pairs(connection, answers)
    ]


def _take_over(connection: duckdb.DuckDBPyConnection, facts: Facts, key: str, answers: Answers) -> None:
    """What the map says."""
    told = {name: known for name, known in answers.same.items() if known}
    if not told:
        return
    if missing := _missing(connection, facts, answers):
        raise WrongAnswers(Said("[same] there is no row {key} in {table}", key=min(missing), table=facts.table.name))
    said, known = "select unnest($names) as said, unnest($keys) as key", fact(facts.table.name)
    named = (
        f"select said, told.key, known.name from ({said}) as told left join {known} as known on known.{key} = told.key"
    )
    connection.execute(
        f"update incoming set {key} = told.key, name = coalesce(told.name, incoming.name) from ({named}) as told "
        "where told.said = incoming.name",
        {"names": list(told), "keys": list(told.values())},
    )


def _make_ours(connection: duckdb.DuckDBPyConnection, facts: Facts, key: str) -> None:
    """Each name and former name of a known row, plain, with its words."""
    columns = {column.name for column in facts.table.columns}
    called = "[name]"
    if "former_names" in columns:
        called = "list_concat([name], string_split(coalesce(former_names, ''), ';'))"
    kept = ", ".join([f"{key} as id", "name", *(place for place in PLACES if place in columns)])
    names = f"select {kept}, unnest({called}) as called from {fact(facts.table.name)}"
    told = f"select *, {plain('called')} as plain from ({names}) where trim(called) <> ''"
    connection.execute(f"create or replace temp table ours as select *, {WORDS} from ({told})")


def _make_theirs(connection: duckdb.DuckDBPyConnection, facts: Facts, key: str) -> None:
    """The rows of the file that are not known by their key; `is_keyless`: they have none."""
    places = [place for place in PLACES if place in columns_of(connection, "incoming")]
    kept = ", ".join(["_row as row", "name", f"{key} is null as is_keyless", *places])
    strange = f"{key} is null or {key} not in (select {key} from {fact(facts.table.name)})"
    told = f"select {kept}, {plain('name')} as plain from incoming where name is not null and ({strange})"
    connection.execute(f"create or replace temp table theirs as select *, {WORDS} from ({told})")


def _take_called_alike(connection: duckdb.DuckDBPyConnection, facts: Facts, key: str, answers: Answers) -> None:
    """Rows without a key that just one known row is called like, in every place that rows of the table have."""
    places = set(PLACES) & {column.name for column in facts.table.columns}
    if not places or places - columns_of(connection, "theirs"):
        return
    known, same = fact(facts.table.name), " and ".join(f"known.{place} = theirs.{place}" for place in places)
    called = f"{spelled('known.name')} = {spelled('theirs.name')} and {same}"
    only = f"select row, any_value(known.{key}) as key, any_value(known.name) as name from theirs"
    unsaid = "is_keyless and theirs.name not in (select unnest($answered))"
    connection.execute(
        f"create or replace temp table alike as {only} join {known} as known on {called} where {unsaid} "
        "group by row having count(*) = 1",
        {"answered": [*answers.same, ""]},
    )
    connection.execute(f"update incoming set {key} = alike.key, name = alike.name from alike where row = _row")
    connection.execute("delete from theirs where row in (select row from alike)")


def _pairs(connection: duckdb.DuckDBPyConnection, answers: Answers) -> list[tuple[int, str, list[dict[str, Any]]]]:
    """(row, its name, the known rows that it may be): names alike, or the same words in the same places."""
    shared = columns_of(connection, "ours") & columns_of(connection, "theirs") & set(PLACES)
    places = [f"coalesce(theirs.{place} = ours.{place}, true)" for place in sorted(shared)]
    sql = PAIRS.format(places=" and ".join(places) or "false")
    return connection.execute(
        sql, {"rare": RARE, "near": NEAR, "close": CLOSE, "few": FEW, "answered": [*answers.same, ""]}
    ).fetchall()
