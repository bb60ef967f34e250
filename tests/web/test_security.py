"""What holds for every answer, as seen from outside."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client, override_settings
from tests.web.signed_in import HOST, signed_in
from tests.web.story import MISSION, taken_in

from mutabaa.web.security import attachment
from mutabaa.wiring import Register
from mutabaa.wiring.served import show


@pytest.fixture
def client(register: Register) -> Client:
    show(register)
    return Client(SERVER_NAME=HOST)


def directives(policy: str) -> dict[str, str]:
    return {name: words for name, _, words in (part.strip().partition(" ") for part in policy.split(";"))}


def test_what_a_page_may_load_is_its_own_and_scripts_bear_this_answers_nonce(client: Client) -> None:
    seen = set()
    for _visit in range(2):
        answer = client.get("/sign-in", headers={"Host": "localhost"})
        said = directives(answer.headers["Content-Security-Policy"])
        nonces = set(re.findall(r'<script[^>]* nonce="([^"]+)"', answer.content.decode()))
        assert len(nonces) == 1
        seen |= nonces
        assert said["script-src"] == f"'nonce-{min(nonces)}'"
        assert (said["default-src"], said["frame-ancestors"], said["base-uri"]) == ("'none'",) * 3
        assert said["form-action"] == "'self'" and "unsafe" not in str(said)
    assert len(seen) == 2


def test_a_page_without_scripts_lets_none_run(client: Client) -> None:
    assert (
        directives(client.get("/sign-in/forgotten").headers["Content-Security-Policy"])["script-src"]
        == "'none'"
    )


def test_absent_and_forbidden_are_the_same_to_the_byte_headers_too(register: Register) -> None:
    taken_in(register)
    theirs = signed_in(register, "contributor", entity="actor/state/tcd")
    answers = [
        theirs.get(path)
        for path in (
            f"/c/{MISSION}",
            "/c/NOTHING/9.z",
            "/people",
            "/nothing",
            "/sign-in/set-up/none",
        )
    ]
    told = {
        (answer.status_code, answer.content, str(sorted(answer.headers.items()))) for answer in answers[:5]
    }
    assert len(told) == 1 and answers[0].status_code == 404
    assert not any(answer.cookies for answer in answers)


def test_the_headers_say_what_a_browser_may(client: Client) -> None:
    headers = client.get("/sign-in").headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_cookies_are_for_the_browser_alone(register: Register) -> None:
    theirs = signed_in(register, "reader")
    for name in ("sessionid", "csrftoken"):
        theirs.get("/account")
        cookie = theirs.cookies[name]
        assert cookie["httponly"] and cookie["samesite"] == "Lax"


def test_a_form_from_elsewhere_is_refused(register: Register) -> None:
    show(register)
    strict = Client(SERVER_NAME=HOST, enforce_csrf_checks=True)
    assert strict.post("/sign-in", {"login": "x", "password": "y"}).status_code == 403


def test_another_name_for_this_server_is_refused(client: Client) -> None:
    assert client.get("/sign-in", headers={"Host": "elsewhere.example"}).status_code == 400


def test_a_file_is_saved_never_shown() -> None:
    sent = attachment(b"<script>", 'تقرير "1".html', "text/html")
    assert sent.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''%D8%AA")
    assert sent.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in sent.headers["Content-Security-Policy"]
    assert (
        attachment(b"", "a.pdf", "application/pdf").headers["Content-Disposition"]
        == 'attachment; filename="a.pdf"'
    )


def test_static_files_come_from_where_they_are_installed(client: Client) -> None:
    page = client.get("/sign-in").content.decode()
    styles = re.search(r'href="(/static/mutabaa\.css\?\w+)"', page)
    assert styles
    answer = client.get(styles[1])
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/css")


def test_a_public_site_shows_public_things_to_whoever_comes(register: Register) -> None:
    taken_in(register)
    show(register)
    nobody = Client(SERVER_NAME=HOST)
    assert nobody.get("/commitments").status_code == 302
    with override_settings(PUBLIC_SITE=True):
        answer = nobody.get("/commitments")
        assert answer.status_code == 200
        assert MISSION not in answer.content.decode(), "it is internal"
        assert nobody.get(f"/c/{MISSION}").status_code == 404
        assert nobody.get("/account").status_code == 302


def test_the_log_names_no_address_and_no_value(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    import logging

    from mutabaa.wiring.logs import WithoutContents

    record = logging.LogRecord("x", 40, __file__, 1, "Internal Server Error: %s", ("/c/SECRET",), None)
    try:
        raise ValueError("SECRET")
    except ValueError:
        record.exc_info = sys.exc_info()
    written = WithoutContents().format(record)
    assert "SECRET" not in written and "ValueError" in written


def in_a_process(register: Register, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of Django's on a register, in a process of its own, as who runs it would."""
    told = "from django.core.management import execute_from_command_line as run; import sys; run(sys.argv)"
    return subprocess.run(
        [sys.executable, "-c", told, *words],
        env=os.environ
        | {"MUTABAA_REGISTER": str(register.folder.path), "DJANGO_SETTINGS_MODULE": "mutabaa.wiring.settings"}
        | environment,
        capture_output=True,
        encoding="utf8",
        check=False,
    )


def test_nothing_is_to_be_mended_before_it_is_reached_by_https(register: Register) -> None:
    ran = in_a_process(
        register,
        "check",
        "--deploy",
        "--fail-level",
        "WARNING",
        MUTABAA_ADDRESS="https://register.example.org",
    )
    assert (ran.returncode, ran.stderr) == (0, ""), ran.stdout + ran.stderr
    assert "no issues (0 silenced)" in ran.stdout


def test_by_https_cookies_travel_by_it_alone(register: Register) -> None:
    told = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.SECURE_SSL_REDIRECT)"
    )
    ran = in_a_process(
        register, "shell", "-v", "0", "-c", told, MUTABAA_ADDRESS="https://register.example.org"
    )
    assert ran.stdout.split() == ["True"] * 4, ran.stderr


def test_without_its_secret_a_register_is_not_opened(register: Register) -> None:
    from mutabaa.wiring import NoRegister, open_register

    Path(register.folder.path, "secret", "django").unlink()
    with pytest.raises(NoRegister) as refused:
        open_register(register.folder.path)
    assert refused.value.kind == "no_secret"
    ran = in_a_process(register, "shell", "-c", "from django.conf import settings; settings.SECRET_KEY")
    assert "must not be empty" in ran.stderr
