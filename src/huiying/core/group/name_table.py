"""Reading the tables of words that names are made of."""


def rows(table: str) -> dict[str, str]:
    """Key → its words, from lines `key | words` that an indented line goes on with."""
    found: dict[str, str] = {}
    key = ""
    for line in table.splitlines():
        if line.startswith(" "):
            found[key] = f"{found[key]} {line.strip()}".strip()
        elif line:
            key, _, words = (part.strip() for part in line.partition("|"))
            found[key] = words
    return found
