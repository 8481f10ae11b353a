"""An article and its statements -> through whom each came, what it answers, what it is about, and who was asked."""

from quoth.routes.asked import with_requests
from quoth.routes.chain import routes
from quoth.routes.prompt import prompts
from quoth.routes.requested import Asked, requests
from quoth.routes.topics import topics

__all__ = ["Asked", "prompts", "requests", "routes", "topics", "with_requests"]
