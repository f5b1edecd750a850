"""`python -m bot` is the same as `entaj`."""

from bot.cli import app

app(prog_name="entaj")
