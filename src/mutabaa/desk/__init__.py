"""What people do with a register, whatever door they come by: each deed asks the policy and records what was said.

A deed takes the open register, the viewer and what is said; it returns what was recorded. Pages, API and terminal
call deeds and read views; none of them touches the tables.
"""
