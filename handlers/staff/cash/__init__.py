"""The cash that staff carry: purses, handing over, and what differs."""
