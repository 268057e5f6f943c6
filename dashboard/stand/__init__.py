"""The stand: the dashboard that presents itself at a trade fair."""
