"""How one turn of a conversation goes, whatever it is about."""
