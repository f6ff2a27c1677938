"""What the record alone can tell."""
