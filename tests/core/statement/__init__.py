"""What may be said in public, and how it changes."""
