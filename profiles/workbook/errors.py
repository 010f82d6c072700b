"""What stops a workbook; each message says what to do."""


class WorkbookError(Exception):
    """Base of the errors below."""


class UnreadableWorkbook(WorkbookError):
    """The file is no workbook, is damaged, or is larger than anything that is read here."""


class PlanOutdated(WorkbookError):
    """The database moved on since the plan was made."""


class UnknownProfile(WorkbookError):
    """No company has this key."""
