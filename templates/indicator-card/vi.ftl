series = Nhóm chỉ tiêu { $order } trên { $all }
period = Giai đoạn { $period }
source = Nguồn:{" "}
illustrative = Số liệu minh họa
