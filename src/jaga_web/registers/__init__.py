"""The register of applications that are misused: sourced, dated rows, none overwritten."""
