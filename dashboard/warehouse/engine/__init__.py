"""Who answers our SQL: the database in this process, or an engine that stands elsewhere.

`engine`  what one must be able to do                 `local`  DuckDB on a published file
`spark`   an engine that speaks Spark Connect         `session`  one of its sessions, opened
`address` where it is                                 `fault`  why it does not answer, in words
"""
