"""What can be ordered: the name of each job and the function that does it, as `module:function`.

A job is `def job(…, report: Report) -> Made`. It only asks the warehouse; content that is `remembered` is kept in the
worker as in the server. Its module is loaded when the worker starts.
"""

from collections.abc import Mapping

JOBS: Mapping[str, str] = {
    "briefing": "dashboard.briefing.job:briefing",
    "file": "dashboard.web.job:file",
}
