"""The hall: what is sold across the table, and the tills that its cash lies in."""
