"""How members prove who they are, where they are signed in, and what their programs have sent already."""

from __future__ import annotations

from django.db import models

from huiying.store.models.desk import Member


class Factor(models.Model):
    """Something besides the password: an authenticator app, a passkey, or one recovery code.

    `secret`: the app's key, encrypted; a passkey's public data; the SHA-256 of a recovery code. `credential`: by which a passkey is found.
    `counter`: the last time step of an app that was used, or the signature counter of a passkey; neither ever goes back.
    """

    KINDS = ("app", "passkey", "code")

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="factors")
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in KINDS])
    name = models.CharField(max_length=100, default="", blank=True)
    secret = models.BinaryField()
    credential = models.CharField(max_length=1400, null=True, unique=True)
    counter = models.BigIntegerField(default=0)
    added_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)


class Identity(models.Model):
    """That a member may sign in as somebody at the body's identity provider.

    `digest`: a keyed hash of issuer, claim and subject (store/keys.py), enough to know them again and never to read them.
    """

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="identity")
    digest = models.CharField(max_length=64, unique=True)
    linked_at = models.DateTimeField()


class SignIn(models.Model):
    """One open session of a member: how it was begun, and the name of the browser. No network address."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sign_ins")
    session = models.CharField(max_length=40, unique=True)
    way = models.CharField(max_length=12)
    browser = models.CharField(max_length=60, default="", blank=True)
    began_at = models.DateTimeField()


class Once(models.Model):
    """The answer to a call that named itself by an idempotency key; kept for a day, so that sending it again does nothing again."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    answer = models.BinaryField()
    made_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["member", "key"], name="one_answer_a_key")]
