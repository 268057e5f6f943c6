"""What an operator needs of a server that is one of several: how it is, what it does, how it ends.

`places`   addresses without what people type     `watched`  every request: its time, its line in the log, its number
`draining` how it ends without losing a view      `ready`    whether it takes new readers
`metrics`  numbers for Prometheus                 `systemd`  what the service manager is told
"""
