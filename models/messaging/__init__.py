"""How people are spoken to: accounts, conversations, updates heard, messages owed."""
