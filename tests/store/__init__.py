"""What a situation is, tried out."""
