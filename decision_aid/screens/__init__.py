"""What a person sees next, as pages that every face draws in its own way."""
