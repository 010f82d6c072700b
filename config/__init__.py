"""How one deployment is put together: settings, root URLs, WSGI and ASGI entry points."""
