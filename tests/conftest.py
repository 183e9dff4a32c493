"""What all tests share: one Chromium a session, as Playwright runs once in a process."""

from browser import browser

__all__ = ["browser"]
