"""What is plainly asked is read without click, and as click reads it; what is not, is left to click."""
