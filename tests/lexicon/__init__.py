"""Tests of kg.lexicon."""
