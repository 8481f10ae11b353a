"""An article and its statements -> through whom each came, what it answers, what it is about, and who was asked.

Phrases that may be a venue, an audience or an outlet are found by lists of words (occasions, wider; hearers, addressed;
outlets, press); which of them tells of a statement is chosen by weights (weights.json) that training/fit_routes.py
learned from 110 PolNeAR training articles read by a language model: the 50 of the shared speaker gold and 60 of
training/speakers_gold.tsv.
"""

from quoth.routes.asked import with_requests
from quoth.routes.chain import routes
from quoth.routes.prompt import prompts
from quoth.routes.requested import Asked, requests
from quoth.routes.topics import topics

__all__ = ["Asked", "prompts", "requests", "routes", "topics", "with_requests"]
