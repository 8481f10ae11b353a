"""A record in, web addresses out: a JSON API for other programs, described by OpenAPI."""

from quoth.web.api import make_api

__all__ = ["make_api"]
