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

### MB10 store, catalogue, run

### MB11 command line
