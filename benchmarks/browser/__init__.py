"""Speed and memory of the browser edition, beside a plain site of the same framework."""
