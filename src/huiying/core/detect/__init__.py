"""Detection: which items a desk watches, and how urgent a growing story is."""
