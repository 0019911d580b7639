// A module that has nothing of its own: what it links comes with it.
