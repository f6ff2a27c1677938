"""What the body says in its own name: stages, content, gates, revisions and the holding text."""
