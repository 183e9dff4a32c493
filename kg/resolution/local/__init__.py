"""What one page tells by itself: the place it speaks for, what the names in it mean, the years of its dates."""
