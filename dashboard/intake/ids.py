"""Keys of new rows that the file gives none: made of their names, as the keys of the tables look."""

import duckdb

from dashboard.intake.facts import Facts, fact
from dashboard.intake.merging import columns_of
from dashboard.intake.names import slug
from dashboard.warehouse.large import quoted

NAMING = ("name", "name_en", "title", "title_en")
LONGEST = 40
MADE = """
    with named as ({stems}),
    id as (select {key} as id from {known} union all select {key} from incoming where {key} is not null),
    taken as (
        select id as stem, 1 as number from id
        union all
        select regexp_extract(id, '^(.+)-[0-9]{{1,6}}$', 1), cast(regexp_extract(id, '-([0-9]{{1,6}})$', 1) as integer)
        from id where regexp_matches(id, '.-[0-9]{{1,6}}$')
    ),
    last as (select stem, max(number) as number from taken group by stem),
    made as (
        select row, stem, row_number() over (partition by stem order by row) + coalesce(last.number, 0) as number
        from named left join last using (stem) where stem <> ''
    )
    update incoming set {key} = stem || if(number = 1, '', '-' || number) from made where made.row = incoming._row
"""


def made(facts: Facts) -> set[str]:
    """The key column, if it is one that can be made of names."""
    names = {column.name for column in facts.table.columns}
    single = facts.table.key if len(facts.table.key) == 1 and names & set(NAMING) else []
    return {name for name in single if not facts.table.column(name).is_number} - set(NAMING)


def naming(connection: duckdb.DuckDBPyConnection) -> str | None:
    """The column of `incoming` that keys are made of."""
    incoming = columns_of(connection, "incoming")
    return next((name for name in NAMING if name in incoming), None)


def add_keys(connection: duckdb.DuckDBPyConnection, facts: Facts) -> None:
    """Fill the empty keys of `incoming`, where the file has what they are made of."""
    named = naming(connection)
    if not named or not made(facts):
        return
    key = quoted(facts.table.key[0])
    if facts.table.key[0] not in columns_of(connection, "incoming"):
        connection.execute(f"alter table incoming add column {key} varchar")
    stems = f"select _row as row, {slug(named, LONGEST)} as stem from incoming where {key} is null"
    connection.execute(MADE.format(key=key, stems=stems, known=fact(facts.table.name)))
