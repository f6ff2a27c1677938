"""`python -m huiying`."""

import sys

from huiying.cli import main

sys.exit(main())
