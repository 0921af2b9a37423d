"""The built-in question library: families of questions in files that people can read and extend (WRITING.md).

What the pages and the engine share stands here; how an engine chooses among the questions does not."""
