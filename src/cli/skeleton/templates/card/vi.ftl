status = Số liệu minh họa
