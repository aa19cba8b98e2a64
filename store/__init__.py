"""What a situation is: its records, its file, its index, and the one door to them."""
