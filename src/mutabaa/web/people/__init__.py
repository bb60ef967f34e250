"""Who has an account: the secretariat invites people, sends them a new link, and closes the account of who leaves."""
