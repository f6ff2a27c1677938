"""What accountable people may do, and by when."""
