"""The money: a ledger of double entries."""
