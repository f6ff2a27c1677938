"""What accountable people do with a concern: states, separations of duty, verdicts and deadlines."""
