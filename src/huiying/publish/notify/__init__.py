"""Telling staff: the one door through which a notification leaves, and the link by which it is acknowledged."""
