"""The stage of every web test: two organisations, one person of any role, signed-in clients."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.test import Client, TransactionTestCase
from tests.web.leaks import watching

from jaga_web.audit import chain, guard
from jaga_web.audit.models import Head
from jaga_web.people.models import Organisation, User

PASSWORD = "kuda-laut-berenang-pagi"


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("jaga-data")


@pytest.fixture(autouse=True)
def _own_settings(settings, data_dir: Path) -> None:
    """Keys go to a folder of this run; passwords are hashed fast."""
    settings.JAGA_DATA_DIR = data_dir
    settings.JAGA_DEMO = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]


@pytest.fixture(scope="session", autouse=True)
def _flush_past_the_guard() -> Iterator[None]:
    """Tests with real transactions end by emptying every table, which the guard refuses."""
    flush = TransactionTestCase._fixture_teardown

    def unguarded(case: TransactionTestCase) -> None:
        guard.remove(connection)
        flush(case)
        guard.install(connection)
        # tests/browser borrows this fixture; in one run both stand, so it may come twice.
        Head.objects.get_or_create(pk=1, defaults={"hash": chain.BEGINNING})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", unguarded)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_sealed_value_is_logged() -> Iterator[None]:
    """Over all web tests together: nothing sealed stands in a log line or an audit event."""
    with watching() as watch:
        yield
    assert watch.leaks() == []


@pytest.fixture
def organisation(db) -> Organisation:
    """Ours."""
    return Organisation.objects.get_or_create(name="Lembaga Contoh", kind="ngo")[0]


@pytest.fixture
def other_organisation(db) -> Organisation:
    """Theirs: nothing of it may be seen from ours."""
    return Organisation.objects.get_or_create(name="Bank Contoh Satu", kind="provider")[0]


@pytest.fixture
def person(organisation: Organisation) -> Callable[..., User]:
    """person("supervisor", …, organisation=…, regions=…): one person, made once per name."""

    def make(*roles: str, organisation=organisation, name: str = "", **fields) -> User:
        username = name or f"{'-'.join(roles)}-{organisation.pk}"
        user, _ = User.objects.get_or_create(
            username=username,
            defaults={
                "display_name": f"Orang {username}",
                "organisation": organisation,
                "roles": list(roles),
                "password": make_password(PASSWORD),
                **fields,
            },
        )
        return user

    return make


@pytest.fixture
def signed_in(person) -> Callable[..., Client]:
    """signed_in("supervisor", …): a client that has shown both factors."""

    def make(*roles: str, **options) -> Client:
        client = Client()
        client.force_login(person(*roles, **options))
        return client

    return make
