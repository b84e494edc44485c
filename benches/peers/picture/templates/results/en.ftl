title = What a picture costs
lead = Processor time for one picture on one core, PNG on disk, milliseconds. Shorter is better.
note = One interleaved run, medians. mocban starts from data and does its own layout; the others are given finished boxes, SVG rasterisers finished lines.
