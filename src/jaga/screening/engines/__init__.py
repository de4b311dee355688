"""Engines that run house SQL. The only place in screening that imports one."""
