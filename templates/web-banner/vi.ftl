kicker = Cuộc thi trực tuyến
button = Xem thể lệ
