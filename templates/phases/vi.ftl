kicker = Ba giai đoạn tuyên truyền chuyển đổi số
headline = Từ biết đến làm, từ làm đến kết quả
source = Nguồn: { $source }
scale = Độ dài mỗi đoạn theo thời gian thực
illustrative = Số liệu minh họa
check = Mã kiểm tra:
