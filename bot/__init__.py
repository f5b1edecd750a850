"""How it runs: channels, settings, clock, sending, pictures, command line, assembly."""
