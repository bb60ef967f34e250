"""What holds for every answer: where scripts come from, that forbidden looks like absent, and how a register starts."""

import json
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings

from mutabaa.desk.errors import NotThere
from mutabaa.people import accounts
from mutabaa.people.policy import NotAllowed
from mutabaa.web.security import Security, attachment
from mutabaa.wiring import Folder, NoRegister, Register, make_register, open_register
from mutabaa.wiring.options import NotAnOption, options
from mutabaa.wiring.register import upgrade_register
from mutabaa.wiring.served import show

HTTPS = "https://register.example.org"
DEPLOY = (
    "import django; django.setup();"
    "from django.core.management import call_command;"
    "call_command('check', deploy=True, fail_level='WARNING')"
)


@pytest.fixture
def client(register: Register) -> Client:
    show(register)
    return Client(SERVER_NAME="localhost")


def signed_in(register: Register, role: str) -> Client:
    secret = accounts.invite(f"a-{role}", role, register.now(), entity="STATE/ML")  # type: ignore[arg-type]
    client = Client(SERVER_NAME="localhost")
    client.post(f"/sign-in/invitation/{secret}", {"password": "the river reaches Timbuktu"})
    return client


def bytes_of(answer: HttpResponse) -> bytes:
    """An answer as it goes over the line, the hour left out."""
    lines = [f"{name}: {value}" for name, value in sorted(answer.items())]
    return (
        "\n".join([str(answer.status_code), *lines, *map(str, answer.cookies.values())]).encode()
        + answer.content
    )


def test_absent_and_forbidden_are_the_same_to_the_byte(client: Client, register: Register) -> None:
    reader = signed_in(register, "reader")
    absent = bytes_of(reader.get("/there/is/nothing"))
    # A page that is there, for others; a record that isn't; a link that isn't one.
    for path in (
        "/people",
        "/people?as_at=2018",
        "/c/NOT/THERE/1.a",
        "/c/NOT/THERE/1.a?as_at=2018-03-31",
        "/sign-in/set-up/x",
    ):
        assert bytes_of(reader.get(path)) == absent, path
    assert bytes_of(Client(SERVER_NAME="localhost").get("/there/is/nothing")) == absent


@pytest.mark.parametrize("refusal", [NotThere("OIC/SECRET/1.a"), NotAllowed("adopt")])
def test_a_refusal_that_a_view_let_through_says_nothing(client: Client, refusal: Exception) -> None:
    answer = Security(lambda request: HttpResponse()).process_exception(HttpRequest(), refusal)
    assert answer is not None and answer.status_code == 404 and b"SECRET" not in answer.content


def test_scripts_run_by_the_nonce_of_their_answer_alone(client: Client) -> None:
    for _ in range(2):
        answer = client.get("/sign-in")
        policy = answer.headers["Content-Security-Policy"]
        nonce = re.findall(r"script-src 'nonce-([\w-]+)'", policy)
        used = re.findall(r'<script nonce="([\w-]+)"', answer.content.decode())
        assert used and set(used) == set(nonce)
    assert nonce != re.findall(
        r"script-src 'nonce-([\w-]+)'", client.get("/sign-in").headers["Content-Security-Policy"]
    )


def test_a_page_asks_nothing_of_anybody_else(client: Client) -> None:
    answer = client.get("/sign-in")
    policy = answer.headers["Content-Security-Policy"]
    assert (
        "default-src 'none'" in policy
        and "frame-ancestors 'none'" in policy
        and "form-action 'self'" in policy
    )
    assert "http" not in policy and "unsafe" not in policy
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', answer.content.decode())


def test_static_files_are_served_as_installed_under_an_address_of_their_content(client: Client) -> None:
    page = client.get("/sign-in").content.decode()
    address = re.findall(r'href="(/static/mutabaa\.css\?[0-9a-f]{12})"', page)[0]
    answer = client.get(address)
    assert answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/css")


def test_a_file_is_saved_and_never_shown(client: Client) -> None:
    answer = attachment(b"<script>", 'a "b"\r\nX: y/تقرير.html', "text/html")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "\n" not in answer.headers["Content-Disposition"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer.headers["Content-Security-Policy"]


def test_on_a_public_site_whoever_comes_reads_and_else_is_asked_to_sign_in(client: Client) -> None:
    asked = client.get("/commitments?as_at=2018-03-31")
    assert asked.headers["Location"] == "/sign-in?next=%2Fcommitments%3Fas_at%3D2018-03-31"
    with override_settings(PUBLIC_SITE=True):
        assert client.get("/commitments").status_code == 200
        assert client.get("/account").status_code == 302


def test_a_form_from_elsewhere_is_refused(client: Client, register: Register) -> None:
    strict = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    assert strict.post("/sign-in", {"login": "a", "password": "b"}).status_code == 403


def test_what_anybody_is_told_stays_out_of_every_cache_by_whatever_door(
    client: Client, register: Register
) -> None:
    reader = signed_in(register, "reader")
    for path in ("/commitments", "/commitments?as_at=x", "/api/v1/commitments", "/api/v1/commitments?page=x"):
        for browser in (client, reader):
            assert browser.get(path).headers["Cache-Control"] == "private, no-store", path


def test_files_are_read_from_those_alone_who_may_do_the_deed_that_takes_them(
    client: Client, register: Register
) -> None:
    reader, analyst = signed_in(register, "reader"), signed_in(register, "analyst")
    for browser, path, status in (
        (client, "/sign-in", 404),
        (client, "/data/sheets", 404),
        (reader, "/account", 404),
        (reader, "/data/sheets", 404),
        (analyst, "/data/sheets", 422),
    ):
        answer = browser.post(path, {"sheet": BytesIO(b"\0" * 3_000_000)})
        assert (answer.status_code, "_files" in vars(answer.wsgi_request)) == (status, status == 422), path


def test_it_answers_to_its_own_name_alone(client: Client) -> None:
    assert Client(SERVER_NAME="elsewhere.example").get("/sign-in").status_code == 400


def test_a_register_without_its_secret_does_not_start(register: Register) -> None:
    (register.folder.path / "secret" / "django").unlink()
    with pytest.raises(NoRegister, match="no_secret"):
        open_register(register.folder.path)


def test_tables_of_an_older_version_are_left_alone_until_they_are_upgraded(register: Register) -> None:
    from django.core.management import call_command

    call_command("migrate", "socialaccount", "0005", verbosity=0)
    with pytest.raises(NoRegister, match="tables_older"):
        open_register(register.folder.path)
    upgrade_register(register.folder.path)
    assert open_register(register.folder.path).ledger.size == 0


def test_tables_of_a_newer_version_are_not_opened(register: Register) -> None:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder(connection).record_applied("people", "9999_of_a_later_year")
    with pytest.raises(NoRegister, match="tables_newer"):
        open_register(register.folder.path)


def run(program: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program in a process of its own, on the register in a folder."""
    settings = {"MUTABAA_REGISTER": str(folder), "DJANGO_SETTINGS_MODULE": "mutabaa.wiring.settings"}
    around = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-c", program],
        env=around | settings | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_django_finds_nothing_to_warn_of_under_https(folder: Path) -> None:
    Folder(folder).make()
    checked = run(DEPLOY, folder, MUTABAA_ADDRESS=HTTPS)
    assert (checked.returncode, checked.stderr) == (0, "")
    assert "no issues (0 silenced)" in checked.stdout


def test_django_would_warn_of_an_address_without_https(folder: Path) -> None:
    Folder(folder).make()
    assert "security.W" in run(DEPLOY, folder).stderr


def test_cookies_go_over_https_alone_where_the_address_is_https(folder: Path) -> None:
    Folder(folder).make()
    names = "SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE SECURE_SSL_REDIRECT SECURE_HSTS_SECONDS ALLOWED_HOSTS"
    asked = names.split()
    program = f"import json; from django.conf import settings as s; print(json.dumps([getattr(s, n) for n in {asked}]))"
    assert json.loads(run(program, folder, MUTABAA_ADDRESS=HTTPS).stdout) == [
        True, True, True, 31536000, ["register.example.org"],
    ]  # fmt: skip
    assert json.loads(run(program, folder).stdout)[:4] == [False, False, False, 0]


def test_nothing_is_signed_without_a_secret(folder: Path) -> None:
    refused = run("from django.conf import settings; settings.SECRET_KEY", folder)
    assert refused.returncode == 1 and "SECRET_KEY" in refused.stderr


@pytest.mark.parametrize(
    ("description", "says"),
    [
        ('address = "register.example.org"', "is not like https://"),
        ('address = "ftp://register.example.org"', "is not like https://"),
        ('public = "perhaps"', "neither true nor false"),
        ('[oidc.staff]\nissuer = "https://sso.example.org"', "needs issuer, client_id"),
        ("address =", "register.toml"),
    ],
)
def test_an_option_that_cannot_be_is_told(tmp_path: Path, description: str, says: str) -> None:
    (tmp_path / "register.toml").write_text(description, encoding="utf-8")
    with pytest.raises(NotAnOption, match=says):
        options(Folder(tmp_path), {})


def test_what_is_said_of_a_register_is_read_from_its_folder_and_the_environment(tmp_path: Path) -> None:
    (tmp_path / "register.toml").write_text(
        'address = "https://register.example.org"\npublic = true\n'
        '[oidc.staff]\nname = "Staff"\nissuer = "https://sso.example.org/realm"\nclient_id = "mutabaa"\n',
        encoding="utf-8",
    )
    said = options(
        Folder(tmp_path),
        {"MUTABAA_OIDC_STAFF_SECRET": "s", "MUTABAA_MAIL": "smtp://post:p%40ss@mail.example.org"},
    )
    assert (said.public, said.proxies, said.hosts) == (True, 1, ["register.example.org"])
    assert said.providers[0].origin == "https://sso.example.org"
    assert (said.mail.host, said.mail.port, said.mail.password, said.mail.encryption) == (
        "mail.example.org", 587, "p@ss", "starttls",
    )  # fmt: skip
    assert options(Folder(tmp_path), {"MUTABAA_ADDRESS": "http://localhost:9000", "MUTABAA_PUBLIC": "no",
                                      "MUTABAA_OIDC_STAFF_SECRET": "s"}).public is False  # fmt: skip


def test_the_log_holds_nothing_of_what_it_was_about() -> None:
    import logging

    from mutabaa.wiring.logs import WithoutContents

    try:
        raise ValueError("the informant's name")
    except ValueError:
        error = sys.exc_info()
    record = logging.LogRecord(
        "django.request", logging.ERROR, __file__, 1, "Failed: %s", ("/OIC/SECRET",), error
    )
    line = WithoutContents().format(record)
    assert "SECRET" not in line and "informant" not in line and "\n" not in line
    assert "ValueError" in line and "test_security.py" in line and "Failed: %s" in line
    made = logging.LogRecord("x", logging.ERROR, "views.py", 7, "the informant's name", None, None)
    assert "informant" not in WithoutContents().format(made) and "views.py:7" in WithoutContents().format(
        made
    )


def test_a_register_made_anew_opens(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("DATABASE_URL", "MUTABAA_REGISTER"):
        monkeypatch.setenv(variable, "")
    make_register(folder)
    assert open_register(folder).ledger.size == 0
