# Words of diagnostics, in English. Each code: the sentence; .hint or other hints; .explain for `mocban explain`.
# Rooms: MB00 files · MB01 campaign · MB02 data · MB03 brand · MB04 formats · MB05 plan · MB06 templates ·
# MB07 layout · MB08 preflight · MB09 encoding and export · MB10 store, catalogue, run · MB11 command line

### MB00 files

MB0001 = there is no file { $path }
    .hint = names are relative to the campaign folder and tell capitals from small letters
    .explain = A file that another file names, or that every campaign needs, is not in the campaign folder.

MB0002 = { $path } is not UTF-8 text
    .hint = save it as UTF-8 ("CSV UTF-8" in Excel)
    .explain = All text files of a campaign are UTF-8. The place shown is the first byte that is not.

### MB01 campaign

### MB02 data

### MB03 brand

### MB04 formats

### MB05 plan

### MB06 templates

### MB07 layout

### MB08 preflight

### MB09 encoding and export

MB0901 = the finished drawing is not SVG that can be read: { $said }
    .hint = look for broken markup in the template, or in SVG that it takes in (marks, icons)
    .explain = After layout the drawing must be well-formed SVG with a size. This one was refused by the SVG reader, whose own words follow the colon.

MB0902 = the drawing asks for { $address }, which is not inside it
    .hint = put pictures into the campaign folder and name them in the template; only PNG, JPEG and WebP can stand inside a drawing
    .explain = A drawing is self-contained: no file, no address on the network and no SVG within an image is opened while it is drawn. Pictures are carried inside it as PNG, JPEG or WebP.

MB0903 = a part of the drawing would be missing: { $said }
    .hint = correct the element or attribute that the message names, or leave it out of the template
    .explain = The SVG reader or drawer leaves out what it does not understand and only says so in its log. A picture with a part missing is never published, so this is an error. The reader's own words follow the colon.

MB0904 = a canvas of { $width } × { $height } pixels cannot be drawn
    .hint = a canvas has at least one pixel and at most { $most } million; choose a smaller dpi in formats.toml
    .explain = The size of the canvas is the format's trim with its bleed on each side, at the format's dpi. Large prints are seen from afar, so they need few pixels to the inch.

MB0905 = the kit has no face { $face }, which the PDF needs
    .hint = add the font file to brand/fonts/, or ask for a weight and slope that the kit has
    .explain = The text of a PDF is live and drawn with the kit's own faces, never with a font of this computer. The family, weight and slope must be there exactly.

MB0906 = the { $encoding } for format { $format } has { $size } bytes and may have { $limit }
    .hint = choose another encoding, a smaller dpi, or a larger max_bytes for the format
    .hint-png = choose jpeg or webp for this format: PNG keeps every colour and cannot be made smaller
    .explain = The format sets a limit with max_bytes. Quality was lowered to 50 (PNG: pressed as hard as it goes) and the whole file, metadata included, is still larger; the size shown is the smallest that was reached.

MB0907 = { $width } × { $height } pixels are too many for { $encoding }, which holds { $longest } a side
    .hint = choose png or jpeg for this format, or a smaller dpi
    .explain = Each file type has a longest side: 16,383 pixels for WebP, 65,535 for JPEG and AVIF.

MB0908 = this mocban cannot write AVIF
    .hint = build it with the cargo feature avif, or leave avif out of the product's encodings
    .explain = AVIF needs an encoder that is built only with the cargo feature avif, which is on by default.

MB0909 = the metadata has { $size } bytes and a JPEG holds { $limit }
    .hint = shorten the caption, the alt text or the usage terms
    .explain = A JPEG keeps its XMP metadata in one segment of at most 64 KB.

MB0910 = the drawing lays { $layers } layers within each other on { $width } × { $height } pixels
    .hint = use opacity, filter, mask and clip-path on fewer elements that stand within each other
    .explain = Each element with opacity, a filter, a mask or a clip path may be drawn on a layer as large as the canvas. Layers within each other are in memory at the same time; here they could take more than 4 GB.

MB0911 = numOctaves is { $octaves }, and may be at most { $most }
    .hint = choose a smaller numOctaves; beyond 8 no difference can be seen
    .explain = Each octave of a feTurbulence filter costs as much time as the first, and the fine ones are smaller than a pixel.

MB0912 = the drawing holds { $part }, which is more than a picture
    .hint = take it out of the template, or out of the mark or icon that brings it in
    .explain = An SVG rendition holds no script, no event handler, no content of other kinds and no address outside itself, so that it is safe to open and looks the same everywhere. Only <a> may link to a page.

### MB10 store, catalogue, run

### MB11 command line
