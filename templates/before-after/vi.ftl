kicker = Chuyển đổi số trong các cơ quan đảng
headline = Cùng một việc, cách làm mới
before = Trước
after = Nay
source = Nguồn: { $source }
illustrative = Số liệu minh họa
check = Mã kiểm tra:
