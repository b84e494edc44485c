kicker = Digital transformation in party offices
headline = The same work, done a new way
before = Before
after = Now
source = Source: { $source }
illustrative = Illustrative data
check = Check:
