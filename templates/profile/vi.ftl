kicker = Mô hình hay
need = Vì sao phải làm
work = Cách làm
before = Kỳ trước { $previous } · { $period }
none = —
illustrative = Số liệu minh họa
not-real = Không phải mô hình của đơn vị có thật
source = Nguồn
