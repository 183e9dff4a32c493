"""Insight into a reading and a graph: as JSON, in colours, explained, not explained, measured."""
