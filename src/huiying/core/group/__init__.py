"""Grouping: copies attach to the item they repeat, items that tell of one happening form a story."""
