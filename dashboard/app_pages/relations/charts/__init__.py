"""The figures of this page: bars of events, a timeline of beginnings, streams into projects."""
