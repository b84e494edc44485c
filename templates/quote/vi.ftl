source = Theo { $source }
illustrative = Số liệu minh họa
check = Mã kiểm tra:
