"""Looking back: what happened and how long it took, rebuilt from the record alone."""
