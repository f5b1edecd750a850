"""What happened in the whole shop: the audit and the day book, for managers."""
