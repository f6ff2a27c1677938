"""Huiying: an early-warning and response desk for public concerns."""

__version__ = "0.1.0"
