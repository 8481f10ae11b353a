"""How a record of an older quoth becomes one of this; alembic runs these, `opening` calls it."""
