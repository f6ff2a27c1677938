"""Every page's address."""

urlpatterns: list = []
