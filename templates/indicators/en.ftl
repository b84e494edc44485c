kicker = Digital transformation in party offices
headline = Five groups of digital targets
period = { $period }
source = Source:{" "}
illustrative = Illustrative data
check = Check:
