"""The review desk: a text as published beside what is proposed of it, and a person's decision on each proposal."""
