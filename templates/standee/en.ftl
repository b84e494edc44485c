kicker = Digital transformation in party offices
headline = { $n } groups of targets, one direction
scan = Scan to ask more
source = Source: { $source }
illustrative = Illustrative data
check = Check:
