"""The products: what is offered, how much of it there is, and how it is found."""
