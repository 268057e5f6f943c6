"""Published versions as Parquet files where an engine elsewhere can read them.

`place`  a folder, or an object store               `manifest`  what a version holds
`lake`   the versions: begun, counting, swept       `publishing`  a data folder as a new version
`checked`  the same checks, asked of the engine     `fault`  why a lake cannot be read or written
`served`  the newest version, as the pages read it
"""
