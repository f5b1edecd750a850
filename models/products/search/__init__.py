"""Finding products by what people write."""
