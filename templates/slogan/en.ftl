kicker = Digital transformation in party offices
