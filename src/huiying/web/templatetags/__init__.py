"""What the templates of the desk may call."""
