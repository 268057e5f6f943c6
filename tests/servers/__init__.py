"""Two servers behind nginx, as they are deployed."""
