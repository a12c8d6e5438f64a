"""The exchange form survives a round trip, and its schema changes only on purpose."""

from pathlib import Path

import msgspec
import pytest
from tests.publish.samples import ACCOUNT

from firsthand.model.accounts import decode_account, encode_account, make_schema

COMMITTED = Path(__file__).parents[2] / "schema" / "account.schema.json"


def test_an_account_comes_back_as_it_was() -> None:
    account = ACCOUNT
    assert decode_account(encode_account(account)) == account


def test_a_field_we_do_not_know_is_an_error() -> None:
    encoded = encode_account(ACCOUNT).replace(b'"profile":', b'"profil":', 1)
    with pytest.raises(msgspec.ValidationError):
        decode_account(encoded)


def test_the_committed_schema_is_the_one_the_values_give() -> None:
    assert COMMITTED.read_bytes() == make_schema(), "run `make docs`, and bump the format if needed"
