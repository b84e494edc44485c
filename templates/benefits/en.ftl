kicker = Digital transformation in party offices
headline = What a paperless digital office brings
source = Source:{" "}
illustrative = Illustrative data
check = Check:
