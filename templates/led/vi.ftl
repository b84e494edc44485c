illustrative = Số liệu minh họa
