"""The SQL lab: a reader's own query, run in a process of its own over a read-only copy of what that reader may see."""
