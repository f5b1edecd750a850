"""What everything in the bot stands on: settings, logs and metrics."""
