"""What is said: the conversations, by audience. They know no chat platform."""
