kicker = A model worth copying
need = The need
work = What was done
before = Before: { $previous } · { $period }
none = —
illustrative = Illustrative data
not-real = No real unit's work
source = Source
