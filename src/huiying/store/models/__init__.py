"""Every table of the product."""

from huiying.store.models.anomaly import Anomaly, WatchHour
from huiying.store.models.case import Case, CaseStory, Claim, Evidence, Task
from huiying.store.models.case_words import CaseWords
from huiying.store.models.desk import Department, Desk, Member, Token
from huiying.store.models.duty import Handover, ReadMark, Shift, ShiftNote, Swap
from huiying.store.models.feedback import Feedback
from huiying.store.models.forecast import Forecast, ForecastRates
from huiying.store.models.item import Item, Match, Membership, Snapshot, Story
from huiying.store.models.knowledge import Place, WordList
from huiying.store.models.notice import Notice, NoticeChannel, NoticeMark
from huiying.store.models.proposal import Proposal
from huiying.store.models.record import Entry
from huiying.store.models.rule import Backtest, Regime, RuleVersion
from huiying.store.models.saved_view import SavedView
from huiying.store.models.search import Findable, Indexed
from huiying.store.models.silence import Silence
from huiying.store.models.source import Source, Watch
from huiying.store.models.statement import Revision, Statement
from huiying.store.models.timing import CalendarDay, CalendarYear, DutyTimer
from huiying.store.models.warning import Warning

__all__ = [
    "Anomaly",
    "Backtest",
    "CalendarDay",
    "CalendarYear",
    "Case",
    "CaseStory",
    "CaseWords",
    "Claim",
    "Department",
    "Desk",
    "DutyTimer",
    "Entry",
    "Evidence",
    "Feedback",
    "Findable",
    "Forecast",
    "ForecastRates",
    "Handover",
    "Indexed",
    "Item",
    "Match",
    "Member",
    "Membership",
    "Notice",
    "NoticeChannel",
    "NoticeMark",
    "Place",
    "Proposal",
    "ReadMark",
    "Regime",
    "Revision",
    "RuleVersion",
    "SavedView",
    "Shift",
    "ShiftNote",
    "Silence",
    "Snapshot",
    "Source",
    "Statement",
    "Story",
    "Swap",
    "Task",
    "Token",
    "Warning",
    "Watch",
    "WatchHour",
    "WordList",
]
