headline = Milestones of digital transformation in party offices
kicker = Roadmap { $from }–{ $to }
tag = #ĐảngbộĐồngNaiChuyểnĐổiSố
source = Source: { $source }
illustrative = Illustrative data
check = Check:
