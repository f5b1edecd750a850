"""What is true: the shop's tables, and the operations that keep them true."""
