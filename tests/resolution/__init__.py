"""Tests of kg.resolution."""
