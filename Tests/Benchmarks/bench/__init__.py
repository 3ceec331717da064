"""The parts of the benchmarks; `run` puts them together."""
