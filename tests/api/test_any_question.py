"""Whatever a program asks, it gets an answer that the description allows; never a defect."""

import json
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from tests.api.conftest import AsViewer
from tests.web.story import OFFICER

from mutabaa.wiring import Register

SEED = 20170920


@pytest.mark.parametrize("register", ["sqlite"], indirect=True)
def test_no_question_brings_the_api_down(as_viewer: AsViewer, told: Register) -> None:
    client = as_viewer(OFFICER)
    described: dict[str, Any] = json.loads(client.get("/api/v1/openapi.json").content)
    schema = schemathesis.openapi.from_dict(described)
    schema.app = WSGIHandler()
    print(f"seed {SEED}")
    for operation in schema.get_all_operations():

        @hypothesis.seed(SEED)
        @hypothesis.settings(
            max_examples=6,
            deadline=None,
            database=None,
            suppress_health_check=list(hypothesis.HealthCheck),
        )
        @hypothesis.given(case=operation.ok().as_strategy())
        def asked(case: Any) -> None:
            answer = case.call(base_url="http://127.0.0.1:8000/api/v1")
            assert answer.status_code < 500, (case.as_curl_command(), answer.text)
            if answer.status_code == 200:
                case.validate_response(answer)

        asked()
