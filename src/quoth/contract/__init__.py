"""The JSON object of `quoth read --json` that other programs rely on: a Reading written so, and read back from it."""

from quoth.contract.editorial import Editorial
from quoth.contract.naming import PIECE_JOINT, quote, statement_ids
from quoth.contract.read_back import from_contract
from quoth.contract.written import error_to_contract, to_contract

__all__ = ["PIECE_JOINT", "Editorial", "error_to_contract", "from_contract", "quote", "statement_ids", "to_contract"]
