"""The desk itself: the body, its departments and its staff."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from huiying.core.roles import Role, permissions_of


def digest_times() -> list[str]:
    """The times of the digest of a new desk."""
    return ["09:00", "16:00"]


def second_factor_roles() -> list[str]:
    """The roles of a new desk whose members need a second factor once a date is set."""
    return [Role.APPROVER.value, Role.PUBLISHER.value, Role.LEADER.value, Role.ADMIN.value]


class Desk(models.Model):
    """One row: the body that speaks, its zone, its places and its playbooks.

    `home`: codes of the divisions that it answers for. Quiet hours and the times of the digest are times of day in the zone, like 22:00;
    empty where there are none. `calendar` is the one of working days (core/case/calendar.py), `deadlines` what the desk decided about
    its timers (core/case/policy.py). `second_factor`: roles whose members must sign in with a second factor, from `second_factor_from`
    on; without that day it is recommended to them and required of nobody. `retention`: days after which items of a kind expire, where it
    is not the usual number.
    """

    name_zh = models.CharField(max_length=200)
    name_en = models.CharField(max_length=200)
    zone = models.CharField(max_length=64, default="Asia/Shanghai")
    places = models.JSONField(default=list)
    playbooks = models.JSONField(default=list)
    home = models.JSONField(default=list)
    quiet_from = models.CharField(max_length=5, default="22:00", blank=True)
    quiet_until = models.CharField(max_length=5, default="07:00", blank=True)
    digest_at = models.JSONField(default=digest_times)
    calendar = models.CharField(max_length=4, default="cn")
    deadlines = models.JSONField(default=dict)
    second_factor = models.JSONField(default=second_factor_roles)
    second_factor_from = models.DateField(null=True)
    retention = models.JSONField(default=dict)


class Department(models.Model):
    """A department that can lead a case or be given a task."""

    name_zh = models.CharField(max_length=200, unique=True)
    name_en = models.CharField(max_length=200)

    class Meta:
        ordering = ["id"]


class MemberManager(BaseUserManager["Member"]):
    """Finds members by their user name, as sign-in asks."""


class Member(AbstractBaseUser):
    """A member of staff. Nobody outside the desk ever has a row here.

    `left_at`: since when the account is closed. `reset_digest`: SHA-256 of a one-time code with which the member chooses a new password
    until `reset_until`. `passkey_id`: random bytes by which a passkey knows the account, made with the first one. `single_keys`: whether
    single keys do something on their pages.
    """

    username = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=100)
    roles = models.JSONField(default=list)
    department = models.ForeignKey(Department, null=True, blank=True, on_delete=models.PROTECT, related_name="members")
    is_active = models.BooleanField(default=True)
    left_at = models.DateTimeField(null=True)
    reset_digest = models.CharField(max_length=64, default="", blank=True)
    reset_until = models.DateTimeField(null=True)
    passkey_id = models.CharField(max_length=64, default="", blank=True)
    single_keys = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects: ClassVar[MemberManager] = MemberManager()

    @property
    def role_set(self) -> frozenset[Role]:
        return frozenset(Role(role) for role in self.roles)

    def may(self, permission: str) -> bool:
        """Whether one of this member's roles grants the permission."""
        return self.is_active and permission in permissions_of(self.role_set)


class Token(models.Model):
    """A member's key for the programming interface; only its SHA-256 is kept.

    `scopes` are the permissions that it carries, never more than the member's own at the time of a call; empty in keys from before
    there were scopes, which carry what the member may do.
    """

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    name = models.CharField(max_length=100, default="", blank=True)
    scopes = models.JSONField(default=list)
    expires_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    def allows(self, permission: str) -> bool:
        """Whether this key carries the permission; whether the member has it is asked besides."""
        return not self.scopes or permission in self.scopes
