"""Checkpoints in the form that other tools check."""

import pytest

from mutabaa.register.checkpoint import Checkpoint, NotACheckpoint, SigningKey, opened, parsed, vouched

KEY = SigningKey(name="register.example/contact-group", seed=bytes(range(32)))
CHECKPOINT = Checkpoint(origin=KEY.name, size=1234, root=bytes(range(32)))


def test_a_note_that_another_program_signed_is_opened() -> None:
    # The example in the documentation of golang.org/x/mod/sumdb/note.
    verifier = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    text = (
        "If you think cryptography is the answer to your problem,\n"
        "then you don't know what your problem is.\n"
    )
    signature = (
        "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJ"
        "nAM=\n"
    )
    assert vouched(f"{text}\n{signature}", verifier) == text
    with pytest.raises(NotACheckpoint):
        vouched(f"{text.replace('is the', 'isn’t the')}\n{signature}", verifier)


def test_what_we_sign_is_opened_again() -> None:
    assert opened(KEY.signed(CHECKPOINT), KEY.verifier) == CHECKPOINT


def test_one_more_entry_is_another_checkpoint() -> None:
    with pytest.raises(NotACheckpoint):
        opened(KEY.signed(CHECKPOINT).replace("1234", "1235"), KEY.verifier)


def test_the_signature_of_another_key_is_none() -> None:
    other = SigningKey(name=KEY.name, seed=bytes(32))
    with pytest.raises(NotACheckpoint):
        opened(KEY.signed(CHECKPOINT), other.verifier)


@pytest.mark.parametrize("text", ["", "x\n", "x\n1\n", "x\n01\nAAAA\n", "x\n1\nAAAA\n", "x\n-1\nAAAA\n"])
def test_other_text_is_no_checkpoint(text: str) -> None:
    with pytest.raises(NotACheckpoint):
        parsed(text)
