"""Speed of the decision aid, as ratios taken in one run."""
