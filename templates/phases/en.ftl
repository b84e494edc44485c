kicker = The three phases of digital transformation
headline = From knowing to doing, from doing to results
source = Source: { $source }
scale = Each segment is as long as its phase
illustrative = Illustrative data
