source = After { $source }
illustrative = Illustrative data
