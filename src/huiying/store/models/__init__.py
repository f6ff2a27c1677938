"""Every table of the product."""

from huiying.store.models.anomaly import Anomaly, WatchHour
from huiying.store.models.arrival import Arrival, Delivery
from huiying.store.models.case import Case, CaseStory, Claim, Evidence, Task
from huiying.store.models.case_words import CaseWords
from huiying.store.models.desk import Department, Desk, Member, Token
from huiying.store.models.feedback import Feedback
from huiying.store.models.forecast import Forecast, ForecastRates
from huiying.store.models.item import Item, Match, Membership, Snapshot, Story
from huiying.store.models.knowledge import Place, WordList
from huiying.store.models.notice import Notice, NoticeChannel, NoticeMark
from huiying.store.models.proposal import Proposal
from huiying.store.models.record import Entry
from huiying.store.models.rule import Backtest, Regime, RuleVersion
from huiying.store.models.silence import Silence
from huiying.store.models.source import Source, Watch
from huiying.store.models.statement import Revision, Statement
from huiying.store.models.warning import Warning

__all__ = [
    "Anomaly",
    "Arrival",
    "Backtest",
    "Case",
    "CaseStory",
    "CaseWords",
    "Claim",
    "Delivery",
    "Department",
    "Desk",
    "Entry",
    "Evidence",
    "Feedback",
    "Forecast",
    "ForecastRates",
    "Item",
    "Match",
    "Member",
    "Membership",
    "Notice",
    "NoticeChannel",
    "NoticeMark",
    "Place",
    "Proposal",
    "Regime",
    "Revision",
    "RuleVersion",
    "Silence",
    "Snapshot",
    "Source",
    "Statement",
    "Story",
    "Task",
    "Token",
    "Warning",
    "Watch",
    "WatchHour",
    "WordList",
]
