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

MB1001 = { $path } is not a manifest that can be read
    .hint = its files count as unknown and are made again; `mocban index` shows what is in the folder
    .explain = A manifest lists the files of an output folder. This one was cut, edited or written by a later version. It can always be made again from the campaign.

MB1002 = { $path } has { $count } entries that cannot be read
    .hint = their files are made again by the next render
    .explain = Some entries of a manifest or journal were damaged or name a place outside the output folder. They were left out; the other entries are used.

MB1003 = { $path } is listed in a manifest and is not there
    .hint = the next render makes it again
    .explain = A file of the output folder was removed or moved after it was made. Its entry was taken out of the manifest.

MB1004 = { $path } is not as it was written
    .hint = the next render makes it again; do not hand it to anyone
    .explain = The length or digest of a file differs from what the manifest says: it was cut, edited or damaged after it was made.

MB1005 = { $path } is in no manifest
    .hint = move it out of the output folder if it is yours; mocban leaves it alone
    .explain = A file lies in the output folder that no run has recorded. It is not in the catalogue.

### MB11 command line
