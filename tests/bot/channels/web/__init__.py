"""The chat page over real HTTP and websockets."""
