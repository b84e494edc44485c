sender = Chuyển đổi số trong các cơ quan đảng
