kicker = Online contest
button = See the rules
