"""How sound keeping is: visits are ended in every way, and what is left of them is counted."""
