"""What staff say and see."""
