"""Which version of the program is this? The one place that says so; the build reads it here."""

VERSION = "0.1.0"
