kicker = The three phases of digital transformation
headline = From knowing to doing, from doing to results
source = Source: { $source }
scale = True to scale
illustrative = Illustrative data
check = Check:
