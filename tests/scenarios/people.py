"""The staff of the scenarios' desk."""

PASSWORD = "a long enough pass phrase"
PEOPLE = (
    ("duty", "duty", ""),
    ("lead", "duty_lead", ""),
    ("verifier", "verifier", ""),
    ("second", "reviewer", ""),
    ("water", "dept", "县水务局"),
    ("author", "author", "县政府新闻办"),
    ("approver", "approver", "县政府新闻办"),
    ("publisher", "publisher", "县政府新闻办"),
    ("admin", "admin", ""),
)
