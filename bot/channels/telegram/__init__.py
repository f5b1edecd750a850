"""Telegram: updates read into what was heard, replies shown, over the Bot API."""
