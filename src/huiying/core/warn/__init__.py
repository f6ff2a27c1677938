"""Warning: levels, the one warning of a story, where it goes and when it is held back."""
