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

MB0701 = the filled template is not well-formed XML: { $error }
    .hint = check that tags near this line are closed and that & is written &amp;
    .explain = After Tera has filled a template the result must be XML. The place shown is the nearest mocban element before the mistake.

MB0702 = unknown element "{ $element }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = known here: { $known }
    .explain = A page is made of mocban's elements (m:column, m:row, m:grid, m:layer, m:pages, m:ground, m:text, m:chart, m:mark, m:icon, m:space, m:rule) and plain svg fragments.

MB0703 = { $element } has no attribute "{ $attribute }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = known: { $known }
    .explain = Attributes are checked so that a mistyped one is not silently ignored. The template guide lists those of each element.

MB0704 = "{ $value }" is not a length
    .hint = write rem, %, fr (in grids), hairline, auto, 0 or a dimension token such as {"{"}space.m{"}"}
    .explain = Sizes in templates are rem, percent, fr or hairline, never pixels: each format sets its rem from size and viewing distance, so that one template serves all.

MB0705 = theme { $theme } has no token "{ $token }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = known: { $known }
    .explain = Colours, text styles, shadows and sizes are named by their path in brand.tokens.json, in braces.

MB0706 = "{ $value }" is not a colour of the kit
    .hint = name a colour token, such as {"{"}color.ink{"}"} or {"{"}color.ink{"}"}/40%
    .explain = Templates hold no hex colours, so that another brand's tokens restyle every picture.

MB0707 = a bound value stands in the attribute "{ $attribute }"
    .hint = print values in text; charts take them in m:value
    .explain = The value function prints text whose place is followed into the picture. In an attribute that place would be lost; read record.field there instead.

MB0708 = "{ $value }" is not right for { $attribute }: { $expected }
    .explain = The attribute takes only the values listed.

MB0709 = a filter has cut a bound value in two
    .hint = format with the arguments of value(…) instead of filters that shorten, such as truncate
    .explain = Bound values are printed between invisible marks. A filter that drops one of the marks would part the number from its cell.

MB0710 = the kit has no face { $family } { $weight }
    .hint = faces of the kit: { $faces }
    .explain = Only fonts of brand/fonts are used, and only in weights that are there; nothing is faked and nothing is taken from the system.

MB0711 = { $family } has no glyph for { $characters }
    .hint = use another family for these words, or leave the character out
    .explain = A missing glyph would be drawn as an empty box. Nothing falls back to another font unasked.

MB0712 = the template's outermost element is not <svg>
    .hint = begin with <svg xmlns="http://www.w3.org/2000/svg" xmlns:m="urn:mocban:1">
    .explain = A template is an SVG document with mocban's elements inside.

MB0713 = a page needs exactly one box beside its grounds, here are { $count }
    .hint = put them into one m:column, m:row, m:grid or m:layer
    .explain = The one box fills the safe area; m:ground elements fill the bleed behind it.

MB0714 = boxes lie more than { $depth } deep
    .explain = Such a depth comes from a template that includes itself.

MB0715 = the words "{ $words }" stand directly in a box
    .hint = put them into m:text
    .explain = Only m:text is measured and set; loose words would be lost.

MB0716 = an SVG fragment needs a size
    .hint = give it width or height in rem or %, or grow
    .explain = A fragment has coordinates of its own; the layout must know how large it is shown.

MB0717 = the kit has no mark "{ $mark }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = marks of the kit: { $known }
    .explain = Marks are declared in brand/marks/marks.toml.

MB0718 = the kit has no icon "{ $icon }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = icons of the kit: { $known }
    .explain = Icons are the SVG files in brand/icons.

MB0719 = the SVG has no viewBox of four numbers
    .hint = add viewBox="0 0 24 24" or the like
    .explain = The viewBox says which coordinates are shown; without it a drawing cannot be scaled.

MB0720 = "{ $element }" may not stand in an SVG fragment
    .hint = words go into m:text, pictures into the kit; colours are attributes such as fill="{"{"}color.ink{"}"}"
    .explain = Fragments hold shapes only: nothing that runs, loads, moves or brings text past the layout.

MB0721 = { $attribute }="{ $value }" points outside the drawing
    .hint = only references such as #name within the same fragment are allowed
    .explain = Templates are not trusted: they read no file and no address.

MB0722 = numOctaves may be { $limit } at most
    .explain = The cost of a turbulence filter grows with its octaves without another bound.

MB0723 = "{ $words }" is drawn by a chart but not bound by datum
    .hint = write {"{"}{"{"} datum(of=record, field="…") {"}"}{"}"}
    .explain = A bar's length is as much a number as its label. datum binds both to the cell; value binds only the printed text.

MB0724 = there is no chart "{ $kind }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = charts: { $known }
    .explain = The template guide shows each kind.

MB0730 = the words "{ $words }" do not fit ({ $block })
    .hint = give the box more room, allow more lines, or let it shrink: fit="shrink" min="…"
    .explain = Overset text: even at its smallest size and with everything dropped that may be dropped, the text needs more room than its box has.

MB0731 = { $block } reaches beyond the box around it
    .hint = let something shrink (fit="shrink") or be dropped (priority="1")
    .explain = Nothing may lie outside its parent, so nothing can lie outside the safe area.

MB0732 = the chart { $block } has no room for: { $words }
    .hint = give it more room, or shorten the labels
    .explain = Every label of a chart is drawn whole or reported.

MB0733 = the mark { $block } is { $height } px high, at least { $least } are needed
    .hint = give it more height
    .explain = Marks have a smallest size below which they are not recognised (marks.toml: min_height).

MB0734 = more than { $limit } pages
    .explain = A ticker or deck of so many pages is a mistake in the template or its selection.

MB0735 = the page could not be laid out: { $error }
    .explain = The box layout failed inside; please report it with the template.

### MB08 preflight

MB0801 = the number { $number } is bound to no cell: "{ $words }"
    .hint = print it with value(…), or add it to [[allow]] in template.toml with a reason
    .explain = Every digit on a picture must come from a cell, so that it can be traced and corrected. Exact strings that are not data (a law's number, a year in a name) are allowed one by one.

MB0802 = illustrative data is drawn without saying so ({ $template })
    .hint = add <m:text name="illustrative" when="illustrative">…</m:text> to the template
    .explain = Records whose status is "illustrative" are made up. Every asset that draws them must say so ("Số liệu minh họa").

MB0803 = the label of illustrative data is { $size } px, at least { $least } px are needed
    .explain = The label must be legible: at least half a rem.

MB0804 = the words "{ $words }" stand outside the safe area of { $format }
    .hint = put words into the page's box; only grounds reach into the bleed
    .explain = What lies outside the safe area may be cut by a knife, a frame or a phone's buttons.

MB0805 = { $second } lies over { $first }
    .hint = give each its own cell or row
    .explain = Two text boxes share the same place.

MB0806 = "{ $words }" is { $height } mm high; at { $distance } m it needs { $least } mm
    .hint = use a larger text style on this format, or drop the block there
    .explain = A letter is read up to about 450 times its height away. This is a rule of geometry, not a study of readers.

### MB09 encoding and export

### MB10 store, catalogue, run

### MB11 command line
