"""The addresses that need no account."""

from __future__ import annotations

from django.urls import path

from huiying.web.views import public

urlpatterns = [
    path("", public.home, name="home"),
    path("statements/", public.statements, name="public_statements"),
    path("statements/<int:number>/", public.statement, name="public_statement"),
    path("corrections/", public.corrections, name="public_corrections"),
    path("register/", public.register, name="public_register"),
    path("feed.atom", public.feed, name="public_feed"),
]
