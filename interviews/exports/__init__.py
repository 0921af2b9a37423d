"""A plan as files that leave the house: for printing, for sheets, for other systems. Pure: plans in, bytes out."""
