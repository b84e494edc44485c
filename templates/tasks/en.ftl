headline = Three groups of tasks
standfirst = for the digital transformation of party offices
source = Source:{" "}
illustrative = Illustrative data
check = Check:
