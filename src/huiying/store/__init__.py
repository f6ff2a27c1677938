"""Tables, constraints and triggers. Keeps what was decided; decides nothing."""
