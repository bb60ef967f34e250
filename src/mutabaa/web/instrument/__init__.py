"""The texts: which there are, and one of them paragraph by paragraph in each of its versions."""
