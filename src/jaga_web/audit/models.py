"""The audit chain: who did what, when. Rows are added and never changed.

There are no foreign keys, so that nothing anybody deletes elsewhere can reach in here.
"""

from django.db import models


class Event(models.Model):
    """One thing somebody did; `hash` covers everything in the row and the hash before it."""

    seq = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_role = models.CharField(max_length=200)
    organisation_id = models.BigIntegerField(null=True, db_index=True)
    verb = models.CharField(max_length=60)
    subject = models.CharField(max_length=120, db_index=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)


class Head(models.Model):
    """The last event, in one row that each writer locks: it puts writers in a queue."""

    seq = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)
