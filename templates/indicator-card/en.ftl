series = Group { $order } of { $all }
period = { $period }
source = Source:{" "}
illustrative = Illustrative data
