"""The try-out in a real Chromium, served by a real process."""
