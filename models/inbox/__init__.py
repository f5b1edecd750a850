"""What people write to the centre, and what the team answers."""
