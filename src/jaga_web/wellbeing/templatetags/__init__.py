"""Words of wellbeing in templates."""
