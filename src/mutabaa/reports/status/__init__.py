"""The status report: what a document asks of whom, in its own words, and the columns in which its follow-up is kept."""

from mutabaa.reports.status.status_report import status_report

__all__ = ["status_report"]
