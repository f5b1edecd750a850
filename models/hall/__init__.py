"""The hall: goods that families bring, and what staff sell there across the table."""
