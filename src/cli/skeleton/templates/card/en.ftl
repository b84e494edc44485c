status = Illustrative data
