"""Sound in and out: files, devices, echo cancellation and levels."""
