"""Desk pages and public pages: forms, server-drawn charts, live updates."""
