"""The addresses that need no account."""

from __future__ import annotations

from django.urls import path

from huiying.web.views import public, public_ask

urlpatterns = [
    path("", public.home, name="home"),
    path("statements/", public.statements, name="public_statements"),
    path("statements/<int:number>/", public.statement, name="public_statement"),
    path("statements/<int:number>/ask/", public_ask.about_statement, name="public_ask"),
    path("commitments/", public.commitments, name="public_commitments"),
    path("commitments/<int:number>/ask/", public_ask.about_commitment, name="public_contest"),
    path("requests/", public.requests, name="public_requests"),
    path("asked/<slug:number>/", public_ask.receipt, name="public_asked"),
    path("corrections/", public.corrections, name="public_corrections"),
    path("register/", public.register, name="public_register"),
    path("conferences.ics", public.conference_calendar, name="public_calendar"),
    path("feed.atom", public.feed, name="public_feed"),
]
