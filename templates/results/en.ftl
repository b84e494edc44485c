illustrative = Illustrative data
