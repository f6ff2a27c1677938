"""Every table of the product."""

from huiying.store.models.account import Factor, Identity, Once, SignIn
from huiying.store.models.anomaly import Anomaly, WatchHour
from huiying.store.models.answering import Conference, Enquiry, Instruction, LineToTake
from huiying.store.models.arrival import Arrival, Delivery
from huiying.store.models.case import Case, CaseStory, Claim, Evidence, Task
from huiying.store.models.case_words import CaseWords
from huiying.store.models.concern import Commitment, Concern
from huiying.store.models.contest import Contest, CorrectionRequest, PublisherRequest
from huiying.store.models.desk import Department, Desk, Member, Token
from huiying.store.models.duty import Handover, ReadMark, Shift, ShiftNote, Swap
from huiying.store.models.feedback import Feedback
from huiying.store.models.fetches import SourceDay, SourceFetch
from huiying.store.models.forecast import Forecast, ForecastRates
from huiying.store.models.investigation import Investigation
from huiying.store.models.item import Item, Match, Membership, Snapshot, Story
from huiying.store.models.knowledge import Place, WordList
from huiying.store.models.notice import Notice, NoticeChannel, NoticeMark
from huiying.store.models.proposal import Proposal
from huiying.store.models.receiver import Receiver
from huiying.store.models.record import Entry
from huiying.store.models.rule import Backtest, Regime, RuleVersion
from huiying.store.models.saved_view import SavedView
from huiying.store.models.sealed import SealedNote
from huiying.store.models.search import Findable, Indexed
from huiying.store.models.signature import Signature
from huiying.store.models.silence import Silence
from huiying.store.models.source import Source, Watch
from huiying.store.models.statement import Revision, Statement
from huiying.store.models.timing import CalendarDay, CalendarYear, DutyTimer
from huiying.store.models.trial import Trial
from huiying.store.models.warning import Warning

__all__ = [
    "Anomaly",
    "Arrival",
    "Backtest",
    "CalendarDay",
    "CalendarYear",
    "Case",
    "CaseStory",
    "CaseWords",
    "Claim",
    "Commitment",
    "Concern",
    "Conference",
    "Contest",
    "CorrectionRequest",
    "Delivery",
    "Department",
    "Desk",
    "DutyTimer",
    "Enquiry",
    "Entry",
    "Evidence",
    "Factor",
    "Feedback",
    "Findable",
    "Forecast",
    "ForecastRates",
    "Handover",
    "Identity",
    "Indexed",
    "Instruction",
    "Investigation",
    "Item",
    "LineToTake",
    "Match",
    "Member",
    "Membership",
    "Notice",
    "NoticeChannel",
    "NoticeMark",
    "Once",
    "Place",
    "Proposal",
    "PublisherRequest",
    "ReadMark",
    "Receiver",
    "Regime",
    "Revision",
    "RuleVersion",
    "SavedView",
    "SealedNote",
    "Shift",
    "ShiftNote",
    "SignIn",
    "Signature",
    "Silence",
    "Snapshot",
    "Source",
    "SourceDay",
    "SourceFetch",
    "Statement",
    "Story",
    "Swap",
    "Task",
    "Token",
    "Trial",
    "Warning",
    "Watch",
    "WatchHour",
    "WordList",
]
