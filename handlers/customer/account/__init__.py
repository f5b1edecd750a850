"""Settings, help, privacy and invitations."""
