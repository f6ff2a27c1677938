"""The only code that writes: one transaction is one decision, its rows and one entry of the record."""
