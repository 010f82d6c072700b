"""What `verify_releases` finds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Break:
    """One place where the proof does not hold."""

    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"
