"""People: who they are, where they live, what they may do."""
