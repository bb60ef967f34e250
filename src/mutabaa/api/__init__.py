"""The register for programs: the same policy, the same deeds, in JSON."""
