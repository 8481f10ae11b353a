"""A record in, a server for assistants out: read-only tools over the Model Context Protocol."""

from quoth.mcp.server import make_server

__all__ = ["make_server"]
