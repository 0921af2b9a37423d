"""What people do to a plan, as pure functions: a plan in, a changed plan out, and what the difference is."""
