"""The web host: health, the webhook's route and the chat page."""
