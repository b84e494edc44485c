kicker = Digital transformation in party offices
headline = The same work, done a new way
before = Before
after = Now
source = After { $source }
illustrative = Illustrative data
