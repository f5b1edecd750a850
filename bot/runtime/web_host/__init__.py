"""The web host inside the bot's own process."""
