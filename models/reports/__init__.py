"""What is read across rooms: sales, and whether the books agree."""
