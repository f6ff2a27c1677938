"""Measurements of quality and speed. Every figure in docs/benchmarks.md has its command here."""
