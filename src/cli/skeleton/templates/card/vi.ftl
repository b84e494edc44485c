change = điểm phần trăm so với kỳ trước ({ $before })
missing = Chưa có số liệu
source = Nguồn: { $source }
illustrative = Số liệu minh họa
