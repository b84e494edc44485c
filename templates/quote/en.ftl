source = After { $source }
illustrative = Illustrative data
check = Check:
