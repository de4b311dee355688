"""How the site answers two hundred people at once, on PostgreSQL and two cores.

    sh scripts/with_postgres.sh .venv/bin/python bench/load.py [--users 200] [--minutes 5] [--write]

Makes a small invented country and its case work, signs `users` people of every role in
beforehand, serves the site as `jaga serve` does, and lets each person wander from link to link
with 5 to 10 seconds of thought in between; one step in ten sends a form. Prints what was asked,
errors and percentiles of the time from request to last byte; `--write` keeps them in
docs/reference/generated/load.md.
"""

import argparse
import http.client
import os
import random
import re
import secrets
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "generated" / "load.md"
HOST, PORT = "127.0.0.1", 8765
THINK_SECONDS = (5, 10)
LINK = re.compile(r'href="(/[^"#]*)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')
FORM_SHARE = 0.1


@dataclass
class Seen:
    """What came back: kind of page -> seconds, and every answer that was not as it should be."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, kind: str, seconds: float, status: int) -> None:
        with self.lock:
            self.seconds[kind].append(seconds)
            if status >= 400:
                self.errors.append(f"{status} {kind}")


class Visitor(threading.Thread):
    """One signed-in person who follows links of the site."""

    def __init__(self, number: int, session: str, until: float, seen: Seen) -> None:
        super().__init__(daemon=True)
        self.chance = random.Random(number)
        self.cookies = {"jaga_session": session}
        self.until, self.seen = until, seen
        self.links, self.token = ["/"], ""

    def run(self) -> None:
        """Wander until the time is up; the first step comes at a moment of one's own."""
        time.sleep(self.chance.uniform(0, THINK_SECONDS[1]))
        while time.monotonic() < self.until:
            if self.token and self.chance.random() < FORM_SHARE:
                self.ask("POST", "/language/")
            else:
                self.ask("GET", self.chance.choice(self.links))
            time.sleep(self.chance.uniform(*THINK_SECONDS))

    def ask(self, method: str, path: str) -> None:
        """One request; pages give new links to follow."""
        body = f"language=id&next=/&csrfmiddlewaretoken={self.token}" if method == "POST" else None
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        began = time.perf_counter()
        try:
            line = http.client.HTTPConnection(HOST, PORT, timeout=60)
            line.request(method, path, body, headers)
            answer = line.getresponse()
            text = answer.read().decode("utf-8", "replace")
            line.close()
        except OSError as error:
            self.seen.add(f"{method} {kind_of(path)} {type(error).__name__}", 60, 599)
            return
        self.seen.add(f"{method} {kind_of(path)}", time.perf_counter() - began, answer.status)
        for cookie in answer.headers.get_all("Set-Cookie") or ():
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.split(";")[0]
        self.look_at(text, answer.getheader("Location"))

    def look_at(self, text: str, location: str | None) -> None:
        """Keep the page's links, and the token its forms carry."""
        found = [link.replace("&amp;", "&") for link in LINK.findall(text)]
        pages = [link for link in found if not link.startswith(("/static/", "/lapor"))]
        if location and location.startswith("/"):
            pages.append(location)
        self.links = pages or ["/"]
        token = TOKEN.search(text)
        self.token = token.group(1) if token else self.token


def kind_of(path: str) -> str:
    """An address without its numbers and questions."""
    return re.sub(r"\d+", "N", path.split("?")[0])


def sessions(users: int) -> list[str]:
    """Signed-in sessions of `users` invented people, one of each role in turn."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.hashers import make_password
    from django.contrib.sessions.backends.db import SessionStore

    from jaga_web.people.demo import HOME
    from jaga_web.people.models import Organisation, User
    from jaga_web.people.roles import ROLES

    home, names = Organisation.objects.get(name=HOME), list(ROLES)
    password, made = make_password("x" * 20), []
    for number in range(users):
        person = User.objects.create(
            username=f"uji-{number}",
            display_name=f"Orang Uji {number}",
            organisation=home,
            roles=[names[number % len(names)]],
            password=password,
        )
        store = SessionStore()
        store[SESSION_KEY] = str(person.pk)
        store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
        store[HASH_SESSION_KEY] = person.get_session_auth_hash()
        store.create()
        made.append(str(store.session_key))
    return made


def prepare(folder: Path) -> None:
    """The demonstration's site in `folder`, with invented payments and case work."""
    os.environ.update(
        JAGA_DEMO="1", JAGA_DATA_DIR=str(folder / "web"), JAGA_ALLOWED_HOSTS=HOST,
        DJANGO_SETTINGS_MODULE="jaga_web.settings", JAGA_SECRET_KEY=secrets.token_hex(),
    )  # fmt: skip
    from jaga.line import Job
    from jaga.world.simulate import simulate
    from jaga.world.spec import WorldSpec
    from jaga_cli.demo import open_site
    from jaga_cli.screen import run_job
    from jaga_cli.serve import prepare as prepare_site

    prepare_site(HOST, PORT)
    simulate(WorldSpec(accounts=3000, days=90, seed=1), folder / "world")
    world = folder / "world"
    run_job(
        Job([world / "payments.csv.gz"], folder / "run", accounts=world / "accounts.csv"), "duckdb"
    )
    open_site(folder / "run")


def load(users: int, minutes: float) -> Seen:
    """Serve, let everybody wander, stop."""
    from jaga_cli.serve import command

    keys, seen = sessions(users), Seen()
    server = subprocess.Popen(command(HOST, PORT))
    try:
        _wait_for_the_site()
        until = time.monotonic() + 60 * minutes
        people = [Visitor(number, key, until, seen) for number, key in enumerate(keys)]
        for one in people:
            one.start()
        for one in people:
            one.join()
    finally:
        server.terminate()
        server.wait()
    return seen


def _wait_for_the_site() -> None:
    for _ in range(100):
        try:
            http.client.HTTPConnection(HOST, PORT, timeout=5).request("GET", "/sign-in/")
        except OSError:
            time.sleep(0.1)
        else:
            return


def report(seen: Seen, users: int, minutes: float) -> str:
    """The figures as Markdown."""
    every = [one for kind in seen.seconds.values() for one in kind]
    p50, p95, p99 = (_percentile(every, share) for share in (50, 95, 99))
    lines = [
        "# Load\n",
        f"{users} signed-in people of every role, {THINK_SECONDS[0]} to {THINK_SECONDS[1]} seconds "
        f"of thought, {minutes:g} minutes on loopback against gunicorn and PostgreSQL, "
        f"{os.cpu_count()} cores shared with the people themselves.\n",
        "    sh scripts/with_postgres.sh .venv/bin/python bench/load.py --write\n",
        "| requests | a second | errors | median ms | p95 ms | p99 ms | slowest ms |",
        "|---:|---:|---:|---:|---:|---:|---:|",
        f"| {len(every):,} | {len(every) / minutes / 60:.1f} | {len(seen.errors)} | {p50:.0f} "
        f"| {p95:.0f} | {p99:.0f} | {max(every) * 1000:.0f} |\n",
        "| page | requests | median ms | p95 ms |",
        "|---|---:|---:|---:|",
    ]
    busiest = sorted(seen.seconds.items(), key=lambda pair: -len(pair[1]))
    lines += [
        f"| {kind} | {len(times)} | {_percentile(times, 50):.0f} | {_percentile(times, 95):.0f} |"
        for kind, times in busiest
        if len(times) >= 20
    ]
    return "\n".join(lines) + "\n"


def _percentile(seconds: list[float], share: int) -> float:
    """Milliseconds."""
    if len(seconds) < 2:
        return 1000 * sum(seconds)
    return 1000 * statistics.quantiles(seconds, n=100, method="inclusive")[share - 1]


def main() -> int:
    """Exit code 1 when a request failed or the 95th percentile is not under half a second."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--users", type=int, default=200)
    words.add_argument("--minutes", type=float, default=5)
    words.add_argument("--write", action="store_true")
    given = words.parse_args()
    if not os.environ.get("JAGA_DATABASE_URL", "").startswith("postgres"):
        print("JAGA_DATABASE_URL names no PostgreSQL: start it with scripts/with_postgres.sh.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        prepare(Path(folder))
        seen = load(given.users, given.minutes)
    text = report(seen, given.users, given.minutes)
    print(text)
    for line in sorted(set(seen.errors)):
        print(f"{seen.errors.count(line)} times {line}")
    if given.write:
        from jaga_cli.documents import HEAD

        PAGE.write_text(HEAD + text, encoding="utf-8")
    every = [one for kind in seen.seconds.values() for one in kind]
    return 1 if seen.errors or _percentile(every, 95) >= 500 else 0


if __name__ == "__main__":
    sys.exit(main())
