kicker = Chuyển đổi số trong các cơ quan đảng
headline = Lợi ích của Văn phòng số không giấy tờ
source = Nguồn:{" "}
illustrative = Số liệu minh họa
check = Mã kiểm tra:
