"""The same SQL on a distributed engine that speaks Spark Connect: Apache Spark, hosted or one's own, and Sail.

`translation`  one statement of ours as Spark says it     `macros`    our macros, written out where they are called
`transforms`   what sqlglot needs besides, one by one     `functions` what neither engine knows, in Python
`models`       what is made in which order                `session`   prepare it, ask it
`shapes`       the columns and types DuckDB would answer  `client`    SparkSession, by the one safe way to it
`united`       several cities in one session

    translation.translated(sql, prefix="") -> str
        Our DuckDB statement in Spark's dialect, macros written out; `$name` becomes `:name` and stays a parameter; with
        a prefix it reads from `<prefix>companies`. Kept. `Untranslatable` says what it cannot say and how to write it.
    models.models(given=(), names=None, prefix="") -> Iterator[tuple[str, str]]
        Name and SELECT (translated) of each model, in the order to make them in: what `prepare` runs.
    session.prepare(session, tables, keep=through_client) -> None
        Makes of a Spark Connect session (`SparkSession.builder.remote(url).create()`) one that can be asked.
        `tables`: every table of a DuckDB file of ours that no model wrote (those of the package, `described`, `city`,
        those of the map) by name: as Arrow, or as the address of Parquet that the engine itself reads
        (`/lake/7/companies.parquet`, `s3a://…`; a file, or a folder of parts), then with the row's number as a column
        `rowid` (`select rowid as rowid, *`); to Arrow it is added. A model of `WRITTEN` that was published, too, stands
        among them and is not computed again. Registers temporary views, functions and the model; `keep(name, frame) ->
        frame` says how a model of `WRITTEN` that was not is kept (`through_client` fetches it and sends it back: fine
        for some thousand rows; at size write Parquet to the lake and return `session.read.parquet(address)`).
        Everything is the session's own: another version of the facts is another session (`session.stop()` drops all).
    united.unite(session, cities) -> None
        The same of several cities, each by its tables: one that can be asked what `queries/cities/` asks.
    session.answered(session, sql, values) -> pyarrow.Table
        What a statement (ours, untranslated) answers, with DuckDB's columns, types, order and nulls; whole numbers of
        128 bits (its sums) are of 64. `values` as `Snapshot.run` takes them: str, int, float, bool, date, None, lists
        of these. The session must be prepared. Safe to call from several threads of one session.

Neither holds a connection of its own: opening and closing sessions, time limits and what to say of faults are the
caller's. What the engine refuses comes as `pyspark.errors.PySparkException`, a dead one as `grpc.RpcError` or one of
these.
"""
