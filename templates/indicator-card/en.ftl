series = Group { $order } of { $all }
source = Source:{" "}
illustrative = Illustrative data
check = Check:
