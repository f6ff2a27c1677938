"""The background worker: the only part of the product that opens connections to sources."""
