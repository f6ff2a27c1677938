"""Every table of the product."""

from huiying.store.models.case import Case, CaseStory, Claim, Evidence, Task
from huiying.store.models.desk import Department, Desk, Member, Token
from huiying.store.models.item import Item, Match, Membership, Snapshot, Story
from huiying.store.models.knowledge import Place, TakenUp, WordList
from huiying.store.models.proposal import Proposal
from huiying.store.models.record import Entry
from huiying.store.models.source import Source, Watch
from huiying.store.models.statement import Revision, Statement
from huiying.store.models.warning import Warning

__all__ = [
    "Case",
    "CaseStory",
    "Claim",
    "Department",
    "Desk",
    "Entry",
    "Evidence",
    "Item",
    "Match",
    "Member",
    "Membership",
    "Place",
    "Proposal",
    "Revision",
    "Snapshot",
    "Source",
    "Statement",
    "Story",
    "TakenUp",
    "Task",
    "Token",
    "Warning",
    "Watch",
    "WordList",
]
