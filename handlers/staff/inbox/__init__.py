"""The inbox: what people wrote to the centre, and the answers."""
