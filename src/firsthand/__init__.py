"""Firsthand turns reports about violence against people into a sourced account."""

from importlib import metadata

from firsthand.model.accounts import Account, decode_account, encode_account, make_schema

__version__ = metadata.version("firsthand")

__all__ = [
    "Account",
    "__version__",
    "decode_account",
    "encode_account",
    "make_schema",
]
