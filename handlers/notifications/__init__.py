"""What people are told without asking: announcements and reminders."""
