"""The versions of a plan: what changed, any two side by side, an old one as it was, and bringing it back."""
