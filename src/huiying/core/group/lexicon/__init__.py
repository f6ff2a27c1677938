"""What is spoken of: concepts that a post, a ticket, a headline and a report in another language share though they share no word."""

from .match import Mention, concepts, concepts_of, family_of, word_for, word_key
from .table import FACETS, Concept

__all__ = ["FACETS", "Concept", "Mention", "concepts", "concepts_of", "family_of", "word_for", "word_key"]
