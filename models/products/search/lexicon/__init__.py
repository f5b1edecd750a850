"""Tables of words: what shoppers of the Gulf call things, and how they write it."""
