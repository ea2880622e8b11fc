"""The proof: what holds over every way of answering, not over a sample."""
