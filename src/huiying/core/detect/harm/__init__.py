"""What a text says of harm: its words, its scenes, and the context that they stand in."""
