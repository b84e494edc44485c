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

MB0201 = the schema is not valid TOML: { $reason }
    .explain = Schemas are TOML files. The place shown is where reading stopped making sense.

MB0202 = there is no setting { $key }
    .did-you-mean = did you mean { $suggestion }?
    .known = known here: { $known }
    .explain = A schema holds a setting that mocban does not know. It is refused, because a misspelled rule would check nothing.

MB0203 = { $key } must be { $expected ->
        [text] a text in quotes
        [number] a number
        [count] a whole number from 0
        [positive] a whole number from 1
        [decimals] at most 15
        [boolean] true or false
        [texts] a list of texts, not empty
        [unit] a text, or one text a language
       *[table] a table
    }
    .explain = A setting of a schema has a value of the wrong kind.

MB0204 = "{ $given }" is not a { $setting }
    .did-you-mean = did you mean { $suggestion }?
    .known = known: { $known }
    .explain = A setting of a schema takes one of a few words, and this is none of them.

MB0205 = the schema lacks { $setting }
    .hint = a schema names its key column (key = "id") and gives each column a type
    .explain = Every table has a key column that tells its records apart, and every column a type: text, number, integer, boolean or date.

MB0206 = the key column { $column } is not declared
    .did-you-mean = did you mean { $suggestion }?
    .known = declared: { $known }
    .explain = The setting key must name one of the columns that the same schema declares.

MB0207 = the key column { $column } must be of type text
    .hint = keys are names, not quantities: "007" and "7" are two keys
    .explain = Keys identify records for ever and enter file names, so they are read as they are written.

MB0208 = { $reason ->
        [above-maximum] minimum is greater than maximum
       *[type] { $setting } says nothing about a column of type { $type }
    }
    .explain = minimum, maximum and unit go with numbers and integers, decimals with numbers, allowed and max_length with text.

MB0209 = there is no data file { $path }
    .did-you-mean = did you mean { $suggestion }?
    .known = data files at hand: { $known }
    .explain = A schema's data lies in the file that its setting file names, in data/, or else in the one file of the same name.

MB0210 = table { $table } could be any of { $files }
    .hint = say which one: file = "…"
    .explain = Several data files bear the name of the schema, and the schema does not say which one is meant.

MB0211 = { $path } is no kind of file that holds a table
    .known = endings that are read: { $known }
    .explain = How a data file is read follows from its ending.

MB0212 = { $path } has no sheet { $sheet }
    .did-you-mean = did you mean { $suggestion }?
    .known = its sheets: { $known }
    .explain = The setting sheet must be the name on a sheet's tab, capitals and spaces included.

MB0213 = the workbook cannot be read: { $reason }
    .hint = open it, save it again as .xlsx or .ods without a password
    .explain = The file is damaged, protected by a password, or of another kind than its ending says.

MB0214 = the workbook unpacks to more than { $maximum } MiB
    .hint = delete empty rows and pictures, or save the sheet as CSV
    .explain = A workbook is a ZIP file. A small one that unpacks to gigabytes would stop the machine, so there is a limit.

MB0215 = column { $column } is missing
    .did-you-mean = is it the one headed { $suggestion }?
    .known = columns that no one declared: { $known }
    .explain = Every column that the schema declares must be in the file, with the same heading.

MB0216 = column { $column } is not declared and will be ignored
    .did-you-mean = did you mean { $suggestion }?
    .known = declared: { $known }
    .explain = The file has a column that its schema does not know. Declare it, or delete it.

MB0217 = column { $column } is there twice
    .explain = Two columns with one heading: nobody can tell which of them is meant.

MB0218 = there are no headings in row { $row }
    .hint = the setting header_row says in which row they stand
    .explain = The file is empty, or its headings are in another row than the schema says.

MB0219 = there is a value below no heading
    .hint = give the column a heading, or empty it
    .explain = A column without a heading cannot be matched to the schema, so its values are ignored.

MB0220 = the fields seem to be parted by "{ $delimiter }"
    .hint = add delimiter = "{ $delimiter }" to the schema
    .explain = The heading is one single field that holds another delimiter. Excel in Vietnamese writes CSV with semicolons.

MB0221 = a quoted field never ends
    .hint = close it with a quote; a quote inside a field is written twice: ""
    .explain = A field began with a quote, and everything to the end of the file is inside it. The place shown is where it began.

MB0222 = there is text after the closing quote
    .hint = a quote inside a quoted field is written twice: ""
    .explain = In CSV a quoted field ends at its closing quote; then comes a delimiter or the end of the line.

MB0223 = the row has { $found } fields, the heading { $expected }
    .hint = put fields that hold the delimiter or a line end in quotes
    .explain = A row that is longer or shorter than the heading has its values in the wrong columns.

MB0224 = { $column } is required
    .explain = The schema says that each record has a value here, and this one has none.

MB0225 = the key { $key } is there twice
    .hint = the second place shown is where it is first used
    .explain = A key identifies one record of its table, so no two records may share it.

MB0226 = "{ $key }" cannot be a key
    .hint = use ASCII letters, digits, "-", "_" and ".": don-vi-01
    .explain = Keys enter file names and addresses, so they hold neither spaces nor letters with marks.

MB0227 = { $column }: "{ $given }" is not a number as locale { $locale } writes it
    .hint = leave the cell empty when there is no value
    .looks-vi = it looks Vietnamese (1.234,5): set locale = "vi", or write it the way the schema says
    .looks-en = it looks English (1,234.5): set locale = "en", or write it the way the schema says
    .looks-iso = it looks like a plain 1234.5: set locale = "iso", or write it the way the schema says
    .percent = the column's unit is not %: leave the sign out, or set unit = "%"
    .explain = Numbers in text are read by the locale that the schema declares: vi 1.234,5 · en 1,234.5 · iso 1234.5. It is never guessed, because 1.234 is a number in all three.

MB0228 = { $column }: { $given } is not a whole number
    .hint = declare type = "number" if parts are meant
    .explain = Columns of type integer count things.

MB0229 = { $column }: { $given } is { $bound ->
        [minimum] less than the minimum
       *[maximum] more than the maximum
    } { $limit }
    .explain = The schema says between which numbers the values of this column lie.

MB0230 = { $column }: { $given } is too large to be kept exactly
    .explain = Whole numbers are exact up to 2^53, about nine thousand million million; infinite values are no data.

MB0231 = { $column }: "{ $given }" is not a date as locale { $locale } writes it
    .hint = vi 31/12/2026 · en 12/31/2026 · every locale 2026-12-31
    .looks-vi = it looks Vietnamese (day/month/year): set locale = "vi", or write 2026-12-31
    .looks-en = it looks American (month/day/year): set locale = "en", or write 2026-12-31
    .no-such-day = the calendar has no such day
    .explain = Dates in text are read by the locale that the schema declares; years have four digits. 2026-12-31 is read everywhere.

MB0232 = { $column }: "{ $given }" is neither yes nor no
    .hint = write true or false, có or không, yes or no, 1 or 0
    .explain = Columns of type boolean hold yes or no.

MB0233 = { $column }: "{ $given }" is not allowed here
    .did-you-mean = did you mean { $suggestion }?
    .known = allowed: { $known }
    .explain = The schema lists the words that this column may hold.

MB0234 = { $column }: { $length } characters, and { $maximum } are allowed
    .hint = shorten it, or raise max_length if every template has the room
    .explain = The schema limits how long this text may be, so that it fits where it is drawn.

MB0235 = { $column } holds the character { $character }, which cannot be drawn
    .hint = delete it; it often comes with text copied from a PDF or an old font
    .explain = Control characters, and the sign that stands for a letter lost in an earlier conversion (U+FFFD), have no place in data.

MB0236 = { $column } holds the private-use character { $character }
    .hint = delete it; it is often an icon or a letter of an old font
    .explain = Characters U+E000 to U+F8FF mean something else in each font, and mocban marks bound numbers with some of them.

MB0237 = { $path } has letters made of a base letter and separate marks
    .hint = nothing to do: they are composed (NFC) when read; save as NFC to be rid of this warning
    .explain = "ế" can be one character or three. Both look the same, but search and comparison differ, so data is read into the composed form.

MB0238 = { $column } holds the spreadsheet error { $error }
    .hint = mend the formula, or empty the cell
    .explain = The cell's formula has no result. An error is never drawn as a value.

MB0239 = { $column } wants { $expected ->
        [text] a text
        [number] a number
        [integer] a whole number
        [boolean] yes or no
       *[date] a date
    }, and this is { $found ->
        [number] a number
        [boolean] yes or no
        [date] a date
        [nested] a list or an object
       *[text] a text
    }
    .hint = change the value, or the column's type in the schema
    .as-text = format the cell as text in the spreadsheet, or put the value in quotes
    .explain = The file itself says what kind of value this is, and it is another than the schema declares.

MB0240 = this is not valid JSON: { $reason }
    .hint = JSON wants double quotes, commas between items and none after the last
    .explain = The file cannot be read as JSON. The place shown is where reading stopped making sense.

MB0241 = this is not valid YAML: { $reason }
    .hint = check indentation and colons; put text with ": " or "#" in quotes
    .explain = The file cannot be read as YAML. The place shown is where reading stopped making sense.

MB0242 = aliases are not read in data
    .hint = write the value out
    .explain = YAML aliases (*name) repeat other parts of the file. A few lines of them can unfold to gigabytes, so data has none.

MB0243 = { $expected ->
        [object] each record must be an object with named values
        [depth] the data is nested too deep
        [document] a data file holds one YAML document
        [name] a name must be plain text
       *[list] the file must hold a list of records
    }
    .hint = [{"{"}"id": …{"}"}, …] or {"{"}"records": [ … ]{"}"}
    .explain = JSON and YAML data is a list of objects, one a record; languages may be nested once: name, then vi and en.

MB0244 = and { $count } more in { $path }
    .explain = Only the first hundred findings of a file are shown. Mend those, and look again.

MB0245 = the table has more than { $maximum } records
    .explain = A table is held in memory, so there is a limit. Split it, or draw from a summary.

MB0246 = the file has more than { $maximum } columns
    .explain = A heading row this wide is a slip (a stray cell far to the right) or no table.

MB0247 = nothing reads { $path }
    .hint = declare it in { $schema }, or move it out of data/
    .explain = A data file lies in data/, and no schema speaks of it, so its values are not checked or drawn.

MB0248 = { $path } is UTF-16, not UTF-8
    .hint = save it as UTF-8 ("CSV UTF-8" in Excel, not "Unicode Text")
    .explain = All text files of a campaign are UTF-8. This one has two bytes for each letter.

MB0249 = "{ $name }" is not a name that templates can use
    .table = name the schema with ASCII letters, digits and "_", a letter first: units.schema.toml
    .column = use ASCII letters, digits and "_", a letter first, with a language after a dot: name.vi; header = "…" gives the heading in the file
    .explain = Templates write data.units and record.name, so names of tables and columns are plain identifiers.

MB0250 = { $column }: the cell holds { $given } and shows { $shown }%
    .hint = write { $shown } and format the cell as a plain number
    .explain = A spreadsheet cell formatted as a percentage holds a hundredth of what it shows. So that nobody reads 74 and draws 0.74, such cells are refused.

### MB03 brand

### MB04 formats

### MB05 plan

### MB06 templates

### MB07 layout

### MB08 preflight

### MB09 encoding and export

### MB10 store, catalogue, run

### MB11 command line
