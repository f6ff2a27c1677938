"""The web server's entry point."""

import gc
import os
import warnings

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huiying.settings")
# static files are read in small blocks by a thread; they are no endless stream, which is what Django warns of
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
_pages = get_asgi_application()

from django.conf import settings  # noqa: E402 - Django is set up by now

from huiying.web.bodies import Bounded  # noqa: E402
from huiying.web.threads import Threads  # noqa: E402

application = Bounded(Threads(_pages), settings.FILE_UPLOAD_MAX_MEMORY_SIZE)

# what was made so far stays for good: looking through it again and again took a tenth of the time of a page
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
