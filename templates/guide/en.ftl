kicker = Step by step
headline = Sign a document digitally in { $n } steps
lead = Work from top to bottom; do not skip a step.
source = Prepared by { $who }. { $notice }.
illustrative = Illustrative data
