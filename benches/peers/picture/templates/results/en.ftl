title = Pictures a second
lead = Of one core, PNG on disk. Longer is better.
note = One interleaved run, medians of processor time. mocban starts from data and finds its own layout; the others are given finished boxes, the SVG rasteriser finished lines.
