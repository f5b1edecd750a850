"""How updates are taken and messages sent, whatever the channel."""
