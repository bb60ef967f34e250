"""Add a text: send the files of its language versions, see them being read, go on to the desk."""
