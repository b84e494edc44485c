headline = Ba nhóm nhiệm vụ
standfirst = để chuyển đổi số trong các cơ quan đảng
source = Nguồn:{" "}
illustrative = Số liệu minh họa
check = Mã kiểm tra:
