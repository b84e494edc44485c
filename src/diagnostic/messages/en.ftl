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

MB0010 = this is not valid TOML: { $problem }
    .explain = A settings file (campaign.toml, formats.toml, …) breaks the rules of TOML at this place, for example by an unclosed quote. Nothing else in the file is checked until it can be read.

MB0011 = unknown key { $key }
    .did-you-mean = did you mean { $suggestion }?
    .known = known keys here: { $known }
    .explain = Settings take only keys they know, so that a misspelt wish is never passed over in silence.

MB0012 = { $key } must be { $wanted ->
        [text] text in quotes
        [number] a number
        [whole] a whole number from 0 up
        [boolean] true or false
        [list] a list in square brackets
        [table] a table
       *[scalar] a single value
    }
    .explain = The key is known, but its value is of another kind. Text stands in quotes; numbers, true and false do not.

MB0013 = the key { $key } is missing
    .explain = This table cannot be understood without the key. The place shown is the table.

MB0014 = the text of { $key } holds a character that mocban keeps for itself
    .hint = remove the invisible private-use characters U+E000 to U+E01F
    .explain = The private-use characters U+E000 to U+E01F mark drawn values on their way from the data to the picture, so no input may contain them. They usually come from copying out of a PDF or an icon font.

### MB01 campaign

### MB02 data

### MB03 brand

### MB04 formats

MB0401 = { $name } cannot name a format
    .hint = use lower-case letters a–z, digits and single hyphens, at most 64 characters
    .explain = The format's name stands in file names, so it is short, lower case and without accents or spaces.

MB0402 = { $key } is not a length
    .hint = write a number and its unit: "1080px", "210mm", "60cm", "12m"
    .physical = write a number above 0 and its unit: "10mm", "35cm", "12m"
    .safe = write one length ("5%", "10mm", "20px") or four: [top, right, bottom, left]
    .explain = Lengths are text of a number directly followed by px, mm, cm or m. Only the safe area also takes %. Viewing distances and LED pitches are physical: mm, cm or m.

MB0403 = { $key } must be above zero
    .explain = Width, height and dpi of a surface are above zero, and it is at least one pixel wide and high.

MB0404 = { $key } is not an amount of bytes
    .hint = write a whole number and its unit: "500kB", "1MB", "2MiB"
    .explain = kB and MB count in thousands, KiB and MiB in 1024s. The number is whole and above zero.

MB0405 = a size in millimetres needs dpi
    .hint = add dpi, such as dpi = 300 for print in the hand or dpi = 30 for a pano
    .explain = Pixels follow from millimetres and dpi. LED boards take the pitch of their lamps instead.

MB0406 = the surface is { $pixels } pixels long with its bleed; the limit is { $limit }
    .hint = lower the dpi: a surface that is seen from far needs few
    .explain = No side of a surface, with its bleed, may be longer than 60,000 pixels.

MB0407 = the safe area leaves less than a quarter of a side
    .hint = make the distances of safe smaller
    .explain = The safe area keeps content away from what is cut or covered. When it leaves less than a quarter of the width or of the height, nothing can be laid out.

MB0408 = the LED board of { $width } × { $height } pixels is not made of whole modules of { $module }
    .hint = the next whole size is { $better }
    .explain = LED boards are built from modules. A size that is not a whole number of them, or millimetres that are not whole pixels, usually means a mistake in the pitch or the size.

MB0409 = an LED module is a list of two numbers, such as [32, 16]
    .explain = The module gives the pixels of one LED module, width before height.

MB0410 = { $key } cannot be { $value }
    .did-you-mean = did you mean { $suggestion }?
    .known = it can be: { $known }
    .explain = This key of a format takes only a few words; the hint lists them.

MB0411 = { $value } is not a day or a month
    .hint = write it as "2026-11-20" or "2026-11"
    .explain = The day on which a format's numbers were last checked is an ISO date, or a year and month.

### MB05 plan

### MB06 templates

### MB07 layout

### MB08 preflight

### MB09 encoding and export

### MB10 store, catalogue, run

### MB11 command line
