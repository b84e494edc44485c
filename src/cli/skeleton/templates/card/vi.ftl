change = điểm phần trăm so với kỳ trước ({ $before })
missing = Chưa có số liệu
source = Nguồn: { $source }
illustrative = Số liệu minh họa
# Lời đọc cho người không nhìn thấy thẻ.
alt = { $name }: { $value }.
alt-missing = { $name }: chưa có số liệu.
alt-before = Kỳ trước: { $before }.
