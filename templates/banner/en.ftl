sender = Digital transformation in party offices
