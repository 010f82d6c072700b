"""`make_log_key`: a new key for the heads of the public log."""

import secrets
from base64 import b64encode
from typing import Any

from django.core.management.base import BaseCommand

from profiles.publishing.log import origin
from profiles.publishing.notes import Signer


class Command(BaseCommand):
    help = "Print a new LOG_KEY, and the public key that whoever checks the log has to know."

    def handle(self, *args: Any, **options: Any) -> None:
        seed = b64encode(secrets.token_bytes(32)).decode()
        self.stdout.write(f"LOG_KEY={seed}")
        self.stdout.write(f"Public key: {Signer.of(origin(), seed).verifier}")
