kicker = Three phases of digital transformation in party offices
headline = From knowing to doing, from doing to results
source = Source: { $source }
scale = Each segment is as long as its phase
illustrative = Illustrative data
