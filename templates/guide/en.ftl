kicker = Step by step
headline = Sign a document digitally in { $n } steps
lead = In order, leaving none out.
source = Prepared by { $who }. { $notice }.
illustrative = Illustrative data
check = Check:
