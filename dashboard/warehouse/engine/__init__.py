"""Who answers our SQL: the database in this process, or an engine that stands elsewhere.

`engine`  what one must be able to do                 `local`  DuckDB on a published file
`spark`   an engine that speaks Spark Connect         `session`  one of its sessions, opened
`united`  several cities in one of these sessions
`address` where it is                                 `fault`  why it does not answer, in words
`asker`   whether whoever asks is still there           `question`  what several may wait for, until all have left
`watch`   the same for DuckDB                          `limit`  how long it may take
"""
