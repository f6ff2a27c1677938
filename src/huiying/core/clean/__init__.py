"""Turning what was found in a source into items: plain text, masked persons, dates, languages, addresses and identities."""
