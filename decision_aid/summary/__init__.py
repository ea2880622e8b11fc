"""What is to be said on paper; how it looks is for `report`."""
