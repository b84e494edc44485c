series = Nhóm chỉ tiêu { $order } trên { $all }
source = Nguồn:{" "}
illustrative = Số liệu minh họa
check = Mã kiểm tra:
