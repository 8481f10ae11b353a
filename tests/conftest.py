"""Settings of the test run: property tests are not timed, since machines here are shared."""

from hypothesis import settings

settings.register_profile("quoth", deadline=None)
settings.load_profile("quoth")
