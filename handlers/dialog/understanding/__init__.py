"""What people mean by what they write, where it is no name of a product."""
