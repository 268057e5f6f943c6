"""Published versions as Parquet files where an engine elsewhere can read them.

`place`  a folder, or an object store               `manifest`  what a version holds
`lake`   the versions: begun, counting              `publishing`  a data folder as a new version
`sweeping`  what is old goes
`checked`  the same checks, asked of the engine     `fault`  why a lake cannot be read or written
`served`  the newest version, as the pages read it  `cities`  those of several cities, as `/cities` reads them
"""
