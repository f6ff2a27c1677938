"""The Django app that owns every table."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    name = "huiying.store"
    label = "store"
