"""The plan of deliveries, as managers change it."""
