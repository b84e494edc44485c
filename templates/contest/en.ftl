kicker = Online contest
who = Open to
what = What it is
ask = Rules and how to enter
scan = Scan to ask for the rules
source = Source: { $source }
illustrative = Illustrative data
check = Check:
