kicker = Chuyển đổi số trong các cơ quan đảng
headline = Năm nhóm chỉ tiêu chuyển đổi số
period = Giai đoạn { $period }
source = Nguồn:{" "}
illustrative = Số liệu minh họa
check = Mã kiểm tra:
