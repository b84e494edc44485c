kicker = Chuyển đổi số trong các cơ quan đảng
headline = { $n } nhóm chỉ tiêu, một hướng đi
scan = Quét mã để hỏi thêm
source = Nguồn: { $source }
illustrative = Số liệu minh họa
check = Mã kiểm tra:
