source = Theo { $source }
illustrative = Số liệu minh họa
