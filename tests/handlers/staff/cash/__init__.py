"""Cash that staff carry, hand over and settle."""
