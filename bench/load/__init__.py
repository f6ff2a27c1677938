"""A desk after years of work, filled at once, and asked for its pages while new items come in."""
