"""Changing an order, question by question: the same for its customer and for staff."""
