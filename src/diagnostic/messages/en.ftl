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

MB0101 = { $key } cannot be { $name }
    .hint = use lower-case letters a–z, digits and single hyphens, at most 64 characters
    .explain = The campaign's slug and period, product names and language codes stand in file names, so they are short, lower case and without accents or spaces.

MB0102 = there are two products named { $name }
    .explain = A product's name starts the names of its files and is what --only chooses, so each has its own.

MB0103 = there is no table { $table }
    .did-you-mean = did you mean { $suggestion }?
    .known = tables: { $known }
    .explain = A product draws records of a table. Each file data/NAME.schema.toml declares the table NAME.

MB0104 = the table { $table } has no column { $column }
    .did-you-mean = did you mean { $suggestion }?
    .known = its columns: { $known }
    .explain = A filter, an order or a placeholder names a column that the table's schema does not declare. In filters and orders a column said in languages is named with its language, such as name.vi.

MB0105 = there is no template { $template }
    .did-you-mean = did you mean { $suggestion }?
    .known = templates: { $known }
    .explain = A product names a folder below templates/.

MB0106 = there is no format { $format }
    .did-you-mean = did you mean { $suggestion }?
    .known = formats: { $known }
    .explain = A format is a surface, such as fb-story or a4. "mocban formats" lists them; formats.toml adds your own.

MB0107 = the brand has no theme { $theme }
    .did-you-mean = did you mean { $suggestion }?
    .known = themes: { $known }
    .explain = Themes are declared by the resolver file in brand/.

MB0108 = there is no encoding { $encoding }
    .did-you-mean = did you mean { $suggestion }?
    .known = encodings: { $known }
    .explain = An encoding is a file type that mocban can write.

MB0109 = { $language } is not a language of the campaign
    .did-you-mean = did you mean { $suggestion }?
    .known = its languages: { $known }
    .explain = The key languages at the top of campaign.toml lists every language that the campaign speaks.

MB0110 = the product has no formats
    .hint = add formats = ["fb-square"] with names that "mocban formats" lists
    .explain = A product is made for at least one surface.

MB0111 = a product draws either each record or all of them
    .hint = remove one of the keys each and all
    .explain = With each = "table" every record becomes an asset of its own; with all = "table" one asset draws all of them.

MB0112 = { $key } needs a table to choose from
    .hint = add each = "table" or all = "table"
    .explain = where, sort and limit choose among the records of the table that each or all names.

MB0113 = { $format } takes none of the product's encodings
    .hint = add one of these to encodings: { $takes }
    .explain = Some surfaces take only certain file types. Of a product's encodings each surface gets those it takes; here none is left.

MB0114 = { $column } holds { $kind ->
        [boolean] true or false
        [date] dates such as 2026-09-30
       *[number] numbers
    }, so it never equals { $value }
    .explain = The wanted value is of another kind than the column, so the filter could never pass.

MB0115 = a brace in this text has no partner
    .hint = write a placeholder as {"{name}"}, and a brace itself twice
    .explain = Headlines, captions and alt texts take placeholders: the name of a column between braces.

MB0116 = the column { $column } holds true or false, so a placeholder cannot show it
    .hint = use a column of words, numbers or dates
    .explain = A placeholder prints a cell as templates do, and true or false has no words of its own in any language.

MB0117 = { $key } is not said in { $language }
    .hint = add { $key }.{ $language }
    .explain = Words that are given at all are given in every language they are shown in.

MB0118 = { $value } stands twice in { $key }
    .explain = Everything in this list is made once; a second mention would write the same files again.

MB0119 = { $key } is empty
    .explain = The list needs at least one value; leave the key out to use the default.

MB0120 = the campaign has no products
    .explain = Without a [[product]] there is nothing to make.

MB0121 = { $key } is not a web address
    .hint = write it whole, starting with https://
    .explain = Addresses stand in metadata and feeds, where only a whole one is of use.

MB0122 = the placeholder { $column } needs one record to take words from
    .hint = placeholders work in products with each = "table"
    .explain = A product that draws all records, or none, has no single record to fill a placeholder from.

MB0126 = the campaign has no phase { $phase }
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = A phase is named by the key of a record of the table `phases`. A product's phase is a filter of the search and of the calendar; it changes no picture.

MB0123 = { $name } says nothing about data mining
    .did-you-mean = did you mean { $suggestion }?
    .known = it is one of: { $known }
    .explain = data_mining in [rights] says in each file what machines may learn from it, in the words of the PLUS standard: anything, nothing that trains a model, nothing that trains a model which makes text or pictures, only what search needs, or nothing.

MB0124 = credit_line and data_source both give the credit line
    .hint = leave one of them out: data_source makes "Graphic: creator · Data: source, period"
    .explain = A file has one credit line. It is either written whole as credit_line, or made in a fixed form of creator, data_source and the campaign's period.

MB0125 = { $code } is not the code of a country
    .hint = use the three capital letters of ISO 3166, such as VNM
    .explain = Press agencies' fields have room for three letters.

MB0127 = the table { $table } has no record { $key }
    .did-you-mean = did you mean { $suggestion }?
    .known = its keys: { $known }
    .hint = the key is the value of the table's key column, as the data has it
    .explain = [[correction]] names cells as TABLE/KEY/COLUMN; a mark for a cell that does not exist would stand on no picture.

MB0128 = { $cell } is not a cell
    .hint = write TABLE/KEY/COLUMN, such as units/don-vi-59/score; of a column said in languages NAME means all of them
    .explain = [[correction]] names cells as mocban trace does.

MB0129 = { $kind } is no kind of correction
    .did-you-mean = did you mean { $suggestion }?
    .known = it is one of: { $known }
    .explain = The words on pictures are fixed: correction (đính chính) puts an error right, revision (điều chỉnh) is a planned change of provisional figures. The next period's figures are neither and carry no mark.

MB0130 = { $date } is not a day
    .hint = write date = 2026-10-09
    .explain = The day of a correction stands on every picture that prints the cell, as the picture's language writes days.

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
        [jump] "30%" of the value before, or a number of the column's unit, greater than 0
        [sums] a list of tables, [[sum]]
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
    .explain = minimum, maximum, unit, jump and previous go with numbers and integers, decimals with numbers, allowed and max_length with text.

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

MB0251 = { $setting } names { $column }, which is no column of this table
    .did-you-mean = did you mean { $suggestion }?
    .known = declared: { $known }
    .explain = [report] and `previous` name columns that the same schema declares: of the period, of the unit, of the day of the report, of the value before.

MB0252 = { $setting } cannot use { $column }: it is of type { $type }, and { $expected } is needed
    .explain = Periods' values are compared and added as numbers, days of reports are dates, and units are told apart by text.

MB0253 = { $column } has a jump and nothing to compare with
    .hint = name the column of the value before (previous = "…"), or in [report] the column of the unit (of = "…") where a unit has a record for each period
    .explain = A jump is a change against the period before. The value before stands in another column of the same record, or in the same unit's record of the period before.

MB0254 = { $setting } of a sum is missing or not of its form
    .whole = whole = "table/key/column", one cell
    .parts = parts = "table.column", or "column" of this table
    .explain = A sum says that the numbers of a column add up to one cell: [[sum]] with whole, parts and, where rounding asks for it, tolerance.

MB0255 = the sum names the { $kind } { $name }, and there is none
    .did-you-mean = did you mean { $suggestion }?
    .known = there are { $known }
    .explain = `whole` of a sum names table/key/column of one cell, `parts` a table and its column. All must exist, so that a sum is never passed over in silence.

### MB03 brand

MB0301 = this is not valid JSON: { $reason }
    .explain = Token and resolver files are plain JSON: no comments, no comma after the last member. The place shown is where reading stopped.

MB0302 = the key "{ $key }" stands twice in one object
    .explain = Only one of two members with the same name can count, and readers do not agree which. Remove or rename one; both places are shown.

MB0303 = "{ $name }" cannot name a token or a group
    .hint = a name is not empty, does not start with $ and has no {"{"}, {"}"} or dot in it
    .explain = Names of tokens and groups are joined by dots in references, so they may not hold a dot or a brace. Names that start with $ belong to the format itself.

MB0304 = "{ $name }" is { $found }, but a token or a group is an object
    .explain = Every member of a token file is a group (an object with more members) or a token (an object with $value).

MB0305 = the token "{ $token }" has a value and also the child "{ $child }"
    .hint = to give a group a value of its own, put a token named $root into it
    .explain = An object with $value is a token and cannot hold other tokens. Move the children into a group, with the value as its $root.

MB0306 = the token "{ $token }" has both $value and $ref
    .explain = A token is either a value or a pointer to one. Keep one of the two.

MB0307 = the format has no property { $key } here
    .did-you-mean = did you mean { $suggestion }?
    .known = known here: { $known }
    .explain = Names that start with $ are reserved by the Design Tokens format 2025.10. Your own notes belong into $extensions.

MB0308 = there is no token type "{ $type }"
    .did-you-mean = did you mean { $suggestion }?
    .known = types: { $known }
    .explain = Design Tokens 2025.10 has thirteen types; their names tell capitals from small letters.

MB0309 = "{ $key }" should be { $expected }, not { $found }
    .explain = A property of the file has a value of the wrong kind.

MB0310 = the token "{ $token }" has no type
    .hint = add "$type" to the token or to a group around it
    .explain = A token's type is its own $type, else that of the token it refers to, else that of the nearest group. It is never guessed from the value.

MB0311 = there is no "{ $target }" to refer to
    .did-you-mean = did you mean { $suggestion }?
    .known = known: { $known }
    .explain = A reference names a token, a group or a part of a value that does not exist in this theme. If other themes have it, the set that defines it is missing from this one.

MB0312 = the references go round in a ring: { $chain }
    .explain = A token refers, directly or through others, to itself, so it never gets a value. Give one of the ring a value.

MB0313 = "{ $target }" is of type { $found }, but { $expected } is needed here
    .explain = A reference must lead to a token of the type that its place needs. Both places are shown.

MB0314 = "{ $target }" is a group, not a token
    .hint = name a token of the group; its default is $root, as in {"{"}{ $target }.$root{"}"}
    .explain = Only a token has a value. A group may have a default token named $root, which is named in full.

MB0315 = { $text } cannot be read as a reference
    .hint = write {"{"}group.token{"}"}, or a pointer that starts with #/
    .explain = References are {"{"}a.b{"}"} for a whole token, or an object with $ref and a JSON Pointer such as #/a/b/$value/components/0 for a part of one.

MB0316 = $extends names "{ $target }", which is not a group
    .explain = A group can extend only another group. To take over a single token, refer to it from a token.

MB0317 = these groups extend each other in a ring: { $chain }
    .explain = A group cannot extend itself, a group inside or around itself, or one that extends it in turn.

MB0318 = the tokens grow beyond { $limit } values
    .explain = Groups that extend groups that extend groups can multiply without end. No real kit comes near this limit.

MB0319 = expected { $expected }, found { $found }
    .explain = The value does not have the form that its token's type needs.

MB0320 = "{ $key }" is missing from { $what }
    .hint = every token has a $value
    .explain = The format needs this member here.

MB0321 = { $what } has no member "{ $key }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = members: { $known }
    .explain = The value has a member that its type does not know. It would be passed over in silence, so it is an error.

MB0322 = { $what } is { $found }, outside { $range }
    .explain = The number is outside the range that the format allows.

MB0323 = { $found } is written in the old way
    .hint = write { $instead }
    .explain = Before 2025.10, colours were written "#0d9488" and sizes "16px". They are still read; the new form is what other tools expect.

MB0324 = this text style has no { $key }; { $default } is taken
    .explain = A typography value has five members. Weight, tracking and leading are filled in when missing; write them, so that every tool draws the same.

MB0325 = { $found } is not a known { $what }
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = known: { $known }
    .explain = The format has a closed list of words for this place; they tell capitals from small letters.

MB0326 = the token "{ $token }" is deprecated
    .hint = { $reason }
    .explain = The kit marks this token as no longer to be used ($deprecated). Refer to its successor.

MB0330 = the resolver's version is { $found }, not "2025.10"
    .explain = The resolver file must name the version of the Design Tokens resolver module that it is written for.

MB0332 = "{ $target }" names no set or modifier
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = known: { $known }
    .explain = The resolution order and the sources of sets refer to #/sets/NAME, #/modifiers/NAME or to a part of a token file.

MB0333 = the modifier "{ $name }" has { $count } contexts; it needs at least two
    .explain = A modifier chooses between contexts. With one there is nothing to choose: make it a set.

MB0334 = { $default } is not a context of the modifier "{ $name }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = contexts: { $known }
    .explain = A modifier's default must be one of its contexts.

MB0335 = these sets contain each other in a ring: { $chain }
    .explain = A set cannot contain itself, directly or through other sets.

MB0336 = a source cannot be "{ $target }"
    .hint = sources are sets, token files, or tokens written in place
    .explain = Sets and modifiers may include sets and token files, but neither modifiers nor items of the resolution order.

MB0337 = the kit has no file "{ $path }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = files: { $known }
    .explain = Files of the kit are named from the folder of the kit, and must lie inside it.

MB0338 = the modifiers make { $count } themes; at most { $limit } are drawn
    .explain = The contexts of all modifiers multiply. Take out a modifier, or make some of its contexts separate campaigns.

MB0339 = two themes or modifiers are named "{ $name }"
    .explain = A theme is named after its contexts, joined by hyphens; names must tell themes apart. Rename a context or a modifier.

MB0340 = { $path } is not a usable font: { $reason }
    .explain = The file is damaged, or is not a TrueType or OpenType font with outlines. Take it again from where it came.

MB0341 = two files hold the same face: { $family } { $style }
    .explain = Which of them is drawn would be left to chance. Remove one; both are shown.

MB0342 = the kit has no typeface "{ $family }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = typefaces: { $known }
    .explain = Only fonts in brand/fonts are ever used, never the system's. The name is the one in the font file, capitals included.

MB0343 = { $family } has no face { $style }; it has { $available }
    .hint = the nearest is { $nearest }
    .explain = A face is never made bolder or slanted by machine. Add the font file for this weight, or name one that is there.

MB0344 = { $family } lacks { $count } Vietnamese letters: { $letters }
    .hint = text that needs them will not be drawn; take a release of the font with Vietnamese
    .explain = A face of the kit does not cover all letters of Vietnamese. That is harmless if it is only used for numbers.

MB0345 = { $path } is not read
    .hint = convert it to .ttf or .otf
    .explain = Fonts are read as single TrueType or OpenType files; web fonts and collections are not.

MB0346 = { $path } is a variable font; only its default style is used
    .hint = add a static font file for each weight
    .explain = Text is measured and drawn with static faces, so that both always agree.

MB0347 = there is no font in brand/fonts
    .hint = put .ttf or .otf files there
    .explain = Only fonts of the kit are ever used, so a kit without fonts cannot set text.

MB0350 = marks.toml cannot be read: { $reason }
    .explain = The list of marks is TOML: one table a mark, with file, clear_space, min_height and alt.

MB0351 = a mark has no key "{ $key }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = keys: { $known }
    .explain = Unknown keys are errors, so that a slip of the pen is not passed over.

MB0352 = the mark "{ $mark }" has no { $key }
    .explain = A mark needs file, clear_space (as a part of its height) and min_height (in rem).

MB0353 = { $key } of the mark "{ $mark }" should be { $expected }
    .explain = The value is of the wrong kind or outside its range.

MB0354 = this drawing cannot be read: { $reason }
    .explain = A mark is an SVG file: well-formed XML without a document type, with svg as its outermost element.

MB0355 = this drawing has no viewBox with a width and a height
    .hint = add viewBox="0 0 WIDTH HEIGHT" to the svg element
    .explain = A mark is scaled to the place it gets; the viewBox says what is scaled.

MB0356 = a mark or an icon may not hold { $element }
    .hint = turn letters into paths; take out scripts, links and movement
    .explain = A mark must look the same everywhere and do nothing. Letters are drawn as paths, so that no font is needed.

MB0357 = this drawing reaches outside itself: { $target }
    .explain = A mark is one self-contained file: no links, no imported styles, no pictures from elsewhere. Embedded PNG, JPEG and WebP pictures are allowed.

MB0358 = there is no colour {"{"}{ $token }{"}"} in these themes: { $themes }
    .did-you-mean = did you mean {"{"}{ $suggestion }{"}"}?
    .known = colours: { $known }
    .explain = A colour written as {"{"}color.accent{"}"} in a mark follows the theme, so every theme must have it.

MB0359 = this drawing has more than { $limit } elements within each other
    .hint = ungroup it in the drawing program, or simplify it
    .explain = Each element inside another one costs memory of the program that draws, so their depth in marks and icons is bounded.

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

MB0501 = two assets would be written to { $stem }
    .hint = keys that differ only in case, accents or punctuation give the same file name; change one of them
    .explain = File names are lower-case ASCII. Two records whose keys fold to the same name would overwrite each other, so nothing is drawn until one of them changes.

MB0502 = the plan has { $count } jobs; the limit is { $limit }
    .hint = give the largest product fewer formats or languages, or filter its records
    .explain = The number of jobs is records × languages × themes × formats, summed over the products. The place shown is the product with the most.

MB0503 = { $product } selects no record of { $table }
    .explain = The filter passes no record, or the table is empty, so nothing is made for this product.

MB0504 = the placeholder { $column } is empty for { $key }; the key stands in its place
    .explain = The record has no words in the column a headline, caption or alt text asks for, so its key is shown instead.

MB0505 = no product is named { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = products: { $known }
    .explain = The command asks for a product that campaign.toml does not have, or that makes nothing.

MB0506 = no product uses the format { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = formats in use: { $known }
    .explain = The command asks for a format that no product of campaign.toml lists.

MB0507 = no product speaks the language { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = languages in use: { $known }
    .explain = The command asks for a language that no product of campaign.toml lists.

MB0508 = no product uses the theme { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = themes in use: { $known }
    .explain = The command asks for a theme that no product of campaign.toml uses.

MB0509 = nothing matches all that was chosen
    .hint = leave out one of --only, --format, --lang and --theme, or add --all
    .explain = Every name that was chosen is known, but no job has all of them, or only products that are not made by default do.

MB0510 = the file name { $stem } is too long; the limit is { $limit } bytes
    .hint = shorten the product's name, the campaign's slug or the record's key
    .explain = A file's name is put together from the campaign, product, key, period, format, language and theme. File systems take 255 bytes.

MB0511 = { $first } and { $second } would both carry the code { $code }
    .hint = write another salt = "…" at the top of campaign.toml, before anything is printed
    .explain = A short code is made of the campaign's salt, the asset's name and what it prints. Two assets meet by chance hardly ever; when they do, a code typed by a reader would not say which of them is meant, so nothing is drawn. Another salt gives every asset another code.

### MB06 templates

MB0601 = template.toml is not TOML: { $message }
    .explain = The file that declares a template cannot be read as TOML. The place shown is where reading stopped.

MB0602 = unknown key { $key }
    .did-you-mean = did you mean { $suggestion }?
    .known = known keys: { $known }
    .explain = A template.toml has title, needs, columns, shapes, sequence and [[allow]] tables with text and reason. Other keys are refused so that a misspelt one is not silently ignored.

MB0603 = { $key } is a { $found }, expected { $expected ->
        [string] a string
        [words] a string, or one for each language
        [names] a list of strings
        [columns] a list of strings for each table
        [allow] [[allow]] tables
        [amount] a number that is not negative
        [flag] true or false
        [pair] a list of two numbers that are not negative
       *[other] { $expected }
    }
    .explain = A key of a template.toml holds a value of the wrong kind.

MB0604 = { $key } is missing
    .hint = a template.toml needs a title and its shapes; each [[allow]] needs a text and the reason it is right
    .explain = A template says what it is called and which shapes it is drawn for; a digit string drawn without data says why.

MB0605 = { $key } does not know "{ $value }"
    .did-you-mean = did you mean { $suggestion }?
    .known = it is one of { $known }
    .explain = Shapes are wide, square, tall and ticker; a sequence is still, pages or motion.

MB0606 = this is not Fluent: { $message }
    .explain = A language's file of a template (such as vi.ftl) has a stretch that Fluent cannot read, or says a key twice. A message is "key = words"; further lines are indented.

MB0607 = there is no template file { $name } to include
    .did-you-mean = did you mean { $suggestion }?
    .known = files that can be included: { $known }
    .explain = A template includes files of its own folder and of templates/parts, named from templates/ on: "parts/frame.svg". Nothing else can be read.

MB0608 = including { $name } goes round in a ring or deeper than { $limit } files
    .hint = take one include out, or turn a part into a component
    .explain = Included files may include others, but only so deep, and never themselves.

MB0609 = { $tag } is not available in templates
    .hint = share drawing through include and components; number things with loop.index, sum and rank
    .explain = Tera's extends and set_global can make a fill recurse or grow without end, so templates do without them.

MB0610 = template syntax: { $message }
    .explain = Tera cannot read the template at this place.

MB0611 = no words for "{ $key }" in { $language }
    .did-you-mean = did you mean { $suggestion }?
    .known = keys there are: { $known }
    .explain = A template says t(key="…") but the language's file (such as vi.ftl) beside it has no such message. Every language of the campaign needs every message.

MB0612 = unknown { $kind } { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = there are: { $known }
    .explain = A template uses a filter, test, function or component that does not exist.

MB0613 = the component { $name } is defined twice
    .hint = rename one; a template sees its own components and all of templates/parts
    .explain = Components are called by name alone, so a name belongs to one component among a template's files and the shared parts.

MB0614 = the private-use character { $character } is reserved
    .hint = remove it; draw icons as paths, not as characters of an icon font
    .explain = The characters U+E000 to U+E002 and U+E010 to U+E019 bind printed values to their cells. A template may not write them itself, not even as a character reference.

MB0615 = the template file is longer than { $limit } KiB
    .hint = move drawings into pictures and shared pieces into parts
    .explain = Template files are bounded so that reading them is.

MB0616 = the template cannot be built: { $message }
    .explain = Tera found a fault in how the template's pieces fit together.

MB0617 = the file sets more than { $limit } variables
    .hint = loop over a list instead
    .explain = Variables can hold one another, so their number in a template file is bounded.

MB0618 = { $name } grows out of itself again and again
    .hint = join pieces once, in a loop that prints them, instead of doubling a variable
    .explain = A variable that is made of itself twice doubles each time; a few lines would fill all memory. How often a value may be contained in another is bounded.

MB0620 = there is no variable { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = there are: { $known }
    .explain = A template sees records, tables, campaign, product, format, language and theme; record only when its product makes one asset for each record.

MB0621 = there is no field { $field }
    .did-you-mean = did you mean { $suggestion }?
    .known = fields there are: { $known }
    .explain = A template names a field that the record, or the value it looks into, does not have. Columns with languages are named without: name, not name.vi. A table must stand in the needs of template.toml.

MB0622 = the template needs a table { $table } that the data does not have
    .did-you-mean = did you mean { $suggestion }?
    .known = tables there are: { $known }
    .explain = A template.toml lists the tables its template reads; each must be among the campaign's data.

MB0623 = the template needs a column { $column } that the table { $table } does not have
    .did-you-mean = did you mean { $suggestion }?
    .known = columns there are: { $known }
    .explain = A template.toml lists columns that a table must have; this one is not in the table's schema.

MB0624 = { $function } has no argument { $argument }
    .did-you-mean = did you mean { $suggestion }?
    .known = its arguments: { $known }
    .explain = A template calls a function with an argument that it does not have.

MB0625 = { $function }: { $argument } must be { $expected ->
        [string] a string
        [flag] true or false
        [record] a record
        [records] a list of records
        [decimals] a whole number from 0 to 12
        [unit] true, false or a string
        [from] a field or a record
        [amount] a printed number, a record or a list of records
       *[other] { $expected }
    }, not { $found }
    .hint = a record is passed whole, as in value(of=record, field="score")
    .explain = A template calls a function with an argument of the wrong kind, or without one that it needs.

MB0626 = { $function } cannot count with { $cell }: it is not a number
    .explain = Sums, means, differences and ranks are of number columns. Empty cells are left out; words, dates and truth values are an error.

MB0627 = the words for "{ $key }" cannot be filled: { $message }
    .explain = A message of the template's Fluent file uses a variable that the template did not pass, or refers to something that is not there.

MB0628 = more than { $limit } values are printed
    .hint = draw fewer records, or several pages
    .explain = The values one fill prints, and the cells behind them, are bounded.

MB0629 = the filled template is longer than { $limit } MiB
    .hint = look for a loop in a loop; draw fewer records, or several pages
    .explain = The output of one fill is bounded. The place shown is the last element that was written.

MB0630 = filling the template took longer than { $seconds } s
    .hint = look for a loop in a loop, or a very long range
    .explain = A fill takes far less than a second. The place shown is the loop after the last element that was written, which is probably the one that does not end.

MB0631 = components call each other too deep
    .hint = end the recursion with a condition; 20 levels are the limit
    .explain = A component may call itself, but only 20 levels deep.

MB0632 = a filter cut or nested a printed value
    .hint = apply filters such as truncate, reverse or split to the raw field, or leave them out
    .explain = A value printed by value() is bound to its cell by invisible characters around it. Case and replacement keep them; a filter that cuts the text breaks the bond, so the number could not be traced.

MB0633 = filling the template failed: { $message }
    .explain = Tera could not work out an expression: values of kinds that do not go together, a missing value, or a call of throw.

MB0634 = there is no template { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = templates there are: { $known }
    .explain = A product names a template that is no folder below templates/.

MB0635 = the template language failed inside
    .explain = Filling this template met a fault of the program itself. The other jobs are not touched; please report it with the template.

MB0640 = the drawing does not read: { $reason }
    .hint = save it again as SVG
    .explain = A drawing is an SVG file. Entity bombs and files that are not XML are refused.

MB0641 = the drawing has no page
    .hint = give it a page size (in Inkscape: File, Document Properties), so that it has a viewBox
    .explain = Places are told as shares of the page: it needs a width and a height above zero, neither more than fifty times the other.

MB0642 = the drawing is too large: more than { $limit } { $what ->
        [deep] groups within each other
        [pieces] texts, places and runs of shapes
        [KiB] KiB of shapes
       *[MB] MB
    }
    .hint = take out what the template does not need; embed smaller pictures
    .explain = A template is read each time a picture is made.

MB0643 = there is nothing on the drawing
    .hint = draw shapes, texts or named rectangles; hidden layers are not taken over
    .explain = Nothing was found that a page could show.

MB0644 = { $path } is there already
    .hint = choose another name with --name, or move it away
    .explain = An import never writes over a file: it may hold somebody's work.

MB0645 = "{ $name }" cannot be a template's name
    .hint = use small letters a to z, digits and hyphens: --name tet-poster
    .explain = A template's name is that of its folder, and products name it in campaign.toml.

MB0646 = left out: { $element }
    .explain = A page holds shapes, words and pictures. Scripts, foreign content, animation and other elements are not taken over.

MB0647 = left out what only a drawing program reads: { $elements }
    .explain = Views, guides, grids and metadata stay in the drawing; no picture shows them.

MB0648 = left out, because it is hidden: { $element }
    .explain = Layers and objects that are hidden or fully clear are not taken over. Locked ones are.

MB0649 = the kit has no font { $family }; { $used } takes its place
    .hint = draw with the kit's fonts: { $known }
    .explain = Pictures are set in the kit's fonts alone. Words set in another are as wide as they are in the kit's.

MB0650 = the kit has no { $family } { $style }; { $used } takes its place
    .explain = Weights and slopes are font files of their own; a missing one is never imitated.

MB0651 = { $color } is no colour of the kit; { $token } takes its place
    .hint = draw with the kit's colours; the next nearest are { $others }
    .explain = Templates name tokens, never colours, so that themes and a new kit reach them. A drawn colour becomes the nearest token; when the eye sees a difference, it is said.

MB0652 = "{ $what }" is turned, slanted or stretched; it stands upright now
    .explain = Words and boxes of a page stand upright. Turn them into paths in the drawing program if they must lean: then they are shapes, in every language the same.

MB0653 = words on a path were left out
    .hint = turn them into paths, or into plain text
    .explain = Words are set along straight lines.

MB0654 = the drawing's words hold digits that no cell stands behind: { $digits }
    .hint = if they are data, draw {"{{ value(of=record, field=\"…\") }}"} instead; they are in [[allow]] of template.toml now
    .explain = Every digit of a picture must come from a cell. Digits of drawn words were allowed one by one, so that the template works; look at each, and give its reason.

MB0655 = the chart "{ $name }" does not say what it draws; its box is empty
    .hint = add words to its name: chart:bars records name score, or chart:ring record score
    .explain = Behind a chart's kind stand a list of records, the column of labels and the column of numbers; or the word record and one column.

MB0656 = there is nothing called { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = it is one of { $known }
    .explain = chart:KIND is a kind of chart, mark:NAME a mark of the kit, icon:NAME an icon of the kit.

MB0657 = the picture is not inside the drawing: { $address }
    .hint = embed it in the drawing program, or draw a rectangle named picture:FILE
    .explain = An import reads the drawing alone, no other file and no address. Pictures inside it are PNG, JPEG or WebP.

MB0658 = a picture of the drawing cannot be opened: { $reason }
    .explain = Its bytes are damaged or of another kind than PNG, JPEG and WebP.

MB0659 = a shape could not be taken over whole: { $reason ->
        [image] a picture within a pattern, mask or symbol
        [text] words within a symbol
        [clip] the clip or mask of a picture
        [mix-blend-mode] how it mixes with what is below it
       *[other] { $reason }
    }
    .explain = Shapes are simplified to paths, gradients, masks and filters. What pages cannot draw is left out of them.

MB0660 = "{ $name }" names something that is no rectangle; it stays a shape
    .hint = give the name to a rectangle, or to a text
    .explain = A named place is the box of a rectangle. Other shapes have no box of their own.

MB0661 = there is no picture { $path } yet
    .hint = put the file there
    .explain = A rectangle picture:FILE shows a file below data/pictures/ or brand/pictures/; picture:COLUMN the file that a column of the record names.

MB0662 = "{ $words }" has words of several sizes; all take that of the largest
    .hint = draw a text of its own for each size
    .explain = A text of a page has one size, which may shrink; weight, colour and slope may change inside it.

MB0663 = the place "{ $name }" has no words yet; its name stands there
    .hint = write them into the .ftl files, or draw a text inside the rectangle
    .explain = A rectangle text:NAME is the box of words. Those of a text drawn inside it are taken; else the key NAME of the .ftl files says them.

MB0664 = "{ $first }" and "{ $second }" lie over each other
    .hint = move them apart in the drawing
    .explain = Words get boxes as high as their lines; on a page no two of them may overlap.

### MB07 layout

MB0701 = the filled template is not well-formed XML: { $error }
    .hint = check that tags near this line are closed and that & is written &amp;
    .explain = After Tera has filled a template the result must be XML. The place shown is the nearest mocban element before the mistake.

MB0702 = unknown element "{ $element }"
    .namespace = the prefix m stands for another namespace: write xmlns:m="{ $namespace }"
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

MB0722 = { $attribute } must be a number up to { $limit }
    .explain = The cost of noise, blur and other filters grows with this number and has no other bound. Lengths count in units of the viewBox.

MB0723 = "{ $words }" is drawn by a chart but not bound by datum
    .hint = write {"{"}{"{"} datum(of=record, field="…") {"}"}{"}"}
    .explain = A bar's length is as much a number as its label. datum binds both to the cell; value binds only the printed text.

MB0724 = there is no chart "{ $kind }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = charts: { $known }
    .explain = The template guide shows each kind.

MB0725 = elements of the fragment lie more than { $depth } deep
    .hint = ungroup the drawing, or take out groups that do nothing
    .explain = Each element inside another one costs memory of the program that draws, so their depth is bounded.

MB0730 = the words "{ $words }" do not fit ({ $block })
    .hint = give the box more room, allow more lines, or let it shrink: fit="shrink" min="…"
    .explain = Overset text: even at its smallest size and with everything dropped that may be dropped, the text needs more room than its box has.

MB0731 = { $block } reaches { $rem } rem beyond the box around it
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

MB0740 = "{ $label }" has { $values } values, the chart { $series } series
    .hint = give each m:datum one m:value for each m:series, an empty one where nothing is known; a chart without m:series takes one
    .explain = Values belong to series by their order. One too few or too many would give a number to the wrong series.

MB0741 = { $kind } does not draw m:{ $element }
    .hint = this kind takes: { $known }
    .explain = Each kind of chart has its own elements; one that is not drawn would be a number that nobody sees. The template guide lists them.

MB0742 = the series "{ $one }" and "{ $other }" are alike in grey
    .hint = give them colours that differ in lightness, or a status of their own
    .explain = A copy in black and white, and a reader who does not see hues, tell series apart by lightness alone.

MB0743 = the kit has no looks for charts of the class "{ $class }"
    .hint = define tokens chart.CLASS.accent, chart.CLASS.label … in brand.tokens.json
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = classes there are: { $known }
    .explain = A class of a chart takes its colours, text styles and sizes from the tokens chart.CLASS.ROLE.

MB0744 = the chart { $kind } needs { $attribute }
    .hint = write it on m:chart, or (icon, key) on each m:datum
    .explain = A map needs the name of a file data/NAME.geojson and a key on each datum; icons need the name of an icon.

MB0745 = not a GeoJSON map: { $error }
    .hint = a map is a FeatureCollection of polygons, in UTF-8
    .explain = Maps are files data/NAME.geojson. Each feature is an area with a property "key".

MB0746 = feature { $index } has no key
    .hint = add a property "key" (text or a number)
    .explain = Data find their area on a map by its key.

MB0747 = two areas have the key "{ $key }"
    .explain = A datum would be drawn in either. Parts of one area belong into one MultiPolygon.

MB0748 = the area "{ $key }" has no polygon
    .hint = give it a geometry of type Polygon or MultiPolygon
    .explain = Only areas can be coloured; points and lines cannot.

MB0749 = the area "{ $key }" has a corner that is not on earth: { $place }
    .hint = export the map in degrees (WGS 84, EPSG:4326), longitude first
    .explain = GeoJSON holds longitudes from −180 to 180 and latitudes from −90 to 90. Larger numbers come from a projected coordinate system, or from latitude and longitude in the wrong order.

MB0750 = the area "{ $key }" is torn at the antimeridian
    .hint = split it at 180° into a MultiPolygon, as RFC 7946 asks
    .explain = An edge of more than 180° of longitude would be drawn across the whole map.

MB0751 = the map has { $corners } corners, at most { $limit } are drawn
    .hint = simplify it, for example with mapshaper
    .explain = A picture shows no more than a few corners a pixel; the others only cost time.

MB0752 = there is no map "{ $map }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = maps: { $known }
    .explain = Maps are the files data/NAME.geojson of the campaign.

MB0753 = the map { $map } has no area "{ $key }"
    .did-you-mean = did you mean "{ $suggestion }"?
    .known = its areas: { $known }
    .explain = A datum's key must be the key of a feature, letter for letter.

MB0754 = two data are for the area "{ $key }" of the map { $map }
    .hint = select the records of one period
    .explain = An area has one colour.
MB0760 = there is no picture { $path }
    .hint = put the file there; or leave m:picture out when a record has none: {"{% if record.photo is not none %}"}
    .did-you-mean = did you mean { $suggestion }?
    .known = pictures of the campaign: { $known }
    .explain = m:picture shows a PNG, JPEG or WebP file below data/pictures/ or brand/pictures/, named from the campaign folder on. Capitals and small letters differ.

MB0761 = { $path } is no place for pictures
    .hint = name it from the campaign folder on: data/pictures/… or brand/pictures/…
    .explain = Templates see pictures below data/pictures/ (they belong to the data) and brand/pictures/ (they belong to the kit), and no other file.

MB0762 = { $path } cannot be opened as a picture: { $reason }
    .hint = save it again as PNG, JPEG or WebP
    .explain = The file is damaged, cut off, or not what its name says. A picture is opened whole before anything is drawn, so that no page comes out with half of it.

MB0763 = { $path } has { $width } × { $height } pixels, more than { $most } million
    .hint = save a smaller copy: pages never show more pixels than they have themselves
    .explain = Pictures are held whole in memory while they are drawn. The longest side may be 60,000 pixels.

MB0764 = { $path } is { $kind }, which pages cannot show
    .hint = save it as PNG, JPEG or WebP
    .explain = Pictures are PNG, JPEG or WebP. Drawings (SVG) are marks, icons or fragments of a template.

MB0765 = { $path } is in CMYK
    .hint = save it as sRGB
    .explain = Files are made in RGB. What four inks look like depends on press and paper; the program that made the picture can say it, this one would guess.

MB0766 = the colour profile of { $path } cannot be read; its colours are taken as sRGB
    .hint = save it as sRGB
    .explain = A picture may carry a profile that says what its numbers look like; it is brought to sRGB by it. Without one, or with one that does not read, the numbers are taken as they are.

MB0767 = m:sheet has no ratio
    .hint = say width divided by height of what was drawn, such as ratio="0.8"
    .explain = A sheet keeps the proportions it was drawn in.

MB0768 = x and y are for children of m:sheet
    .hint = elsewhere boxes flow; use m:layer with align-self and justify-self, or a margin
    .explain = Only a sheet has places of its own; in all other boxes the layout finds them.

MB0769 = m:sheet is not the page's box
    .hint = put it right inside the svg element, beside grounds
    .explain = A sheet is a whole drawing: it lies on the trim, and no other box lies around it.

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
    .explain = A letter is read up to about 450 times its height away. Posts are taken to be seen on a phone, 65 mm wide at 0.35 m. This is a rule of geometry, not a study of readers.

MB0807 = "{ $words }" has a contrast of { $contrast }, at least { $least } is needed
    .hint = choose a colour token further from the ground, larger or bolder words, or a panel behind them
    .explain = WCAG 2.2 §1.4.3 asks for a contrast of 4.5, or 3 for large text (1.5 rem, or 1.17 rem bold). Behind words are panels, and gradients where the words lie; chart shapes, fragments and pictures are drawn small and looked at pixel by pixel, a tenth of the line spared.

MB0810 = a line of { $block } is { $width } wide; this surface shows lines from { $least } on
    .hint = make it thicker (stroke-width, a larger icon), or leave it out on this format
    .explain = A line must be as wide as one pixel; on LED boards two unless it lies on whole LEDs; on surfaces of known size 0.25 pt, and wide enough to be seen from the viewing distance (one minute of arc, 0.29 mm a metre). In fragments, marks and icons it is the thinnest stroke that counts. Bars of charts are data and may be thin.

MB0811 = a line of { $block } has a pure colour and is { $width } wide; on an LED board such colours need { $least }
    .hint = make it two LEDs wide, or give it a colour nearer to white or grey
    .explain = A pure colour is made by one or two of an LED's three lamps, and boards are mostly fed with video whose colour has half the resolution: one LED of it looks darker than meant, or takes its neighbours' colour.

MB0812 = "{ $words }" is too fine for this surface: { $what ->
        [marks] its capitals are { $is } high, Vietnamese double marks need { $least }
       *[strokes] its thinnest strokes are { $is } wide, { $least } are needed
    }
    .hint = use a larger or bolder text style on this format
    .explain = Strokes are measured on the face's own outlines (the stem of its l, the top of its o). On LED boards they must not fall under one LED, and letters with two marks over each other need ten rows for a capital; on paper strokes need 0.25 pt.

MB0813 = { $picture } has { $ppi } pixels per inch here; { $least } are needed ({ $pixels } pixels across)
    .hint = use a larger picture, or draw it smaller on this format
    .explain = A picture needs as many pixels as an eye resolves from the viewing distance (87 / metres an inch); on paper also half of the press's resolution, on screens three pixels for four. Below half of that it is MB0819.

MB0814 = { $block } ends { $missing } short of the bleed at the { $side ->
        [top] top
        [right] right
        [bottom] bottom
       *[left] left
    }
    .hint = let it fill the ground (m:ground reaches through the bleed), or end it inside the trim
    .explain = What reaches the trim must go on to the end of the bleed: a knife never falls exactly, and a white edge would show. Round shapes may end anywhere; what ends inside the trim is not meant.

MB0815 = { $block } stands outside the safe area of { $format }
    .hint = put it into the page's box; only grounds reach beyond it
    .explain = Marks, charts and icons outside the safe area may be cut by a knife, a frame or a phone's buttons. Icons inside m:ground are ornament and are not looked at, nor are drawings and pictures anywhere.

MB0816 = "{ $first }" and "{ $second }" have colours that { $vision ->
        [grey] cannot be told apart on a copy
       *[other] readers with { $vision } take for one
    } (difference { $difference }, at least { $least } is needed)
    .hint = choose colours that differ in lightness too
    .explain = Colours that data are told apart by must differ for everyone. They are looked at as under protanopia, deuteranopia and tritanopia (matrices of Machado, Oliveira and Fernandes, 2009), on paper also in grey; the difference is the distance in OKLab.

MB0817 = the colour tokens { $first } and { $second } look alike to readers with { $vision } (theme { $theme }: difference { $difference }, at least { $least } is needed)
    .hint = move one of them in lightness
    .explain = Colours of one set (tokens below indicator, series, category, status or data; positive and negative) stand for different things. They must differ under protanopia, deuteranopia and tritanopia too, by a distance of 0.05 in OKLab.

MB0818 = the colour of "{ $name }" has a contrast of { $contrast } with the ground, at least 3 is needed
    .hint = give the datum, or the chart's accent, a darker colour (a lighter one on dark grounds)
    .explain = WCAG 2.2 §1.4.11: graphics that carry meaning need a contrast of 3. The colours that data are told apart by are looked at; lighter marks of earlier values, receding data and tracks are not, since their figures are printed beside them.

MB0819 = { $picture } has { $ppi } pixels per inch here, not half of the { $least } that are needed ({ $pixels } pixels across)
    .hint = use a larger picture, or draw it smaller on this format
    .explain = Everyone would see the pixels. What a picture needs is said at MB0813.

MB0820 = { $product } has no alt text in { $language }
    .hint = say in alt_text or caption what the picture shows, not only its headline
    .explain = Who cannot see the picture gets its alt text. One that is empty, the headline again or a file name tells nothing.

MB0821 = the { $what ->
        [headline] headline
       *[alt] alt text
    } of { $product } in { $language } is { $length } { $what ->
        [headline] bytes
       *[alt] characters
    } long; archives keep { $most }
    .hint = make it shorter; the caption may be long
    .explain = Old archives cut a headline after 256 bytes (IPTC IIM 2:105); IPTC advises alt texts of at most 250 characters.

MB0822 = filters of this page work on { $cost } million pixels; { $budget } are a good limit here
    .hint = use shadow="…" (drawn without filters), smaller drawings, or fewer steps in the filter
    .explain = Each step of an SVG filter works on every pixel of its drawing, about 85 ns each, and turns it into pixels in a PDF. The limit depends on what the surface is for.

MB0823 = "{ $words }" { $how ->
        [across] lies across the edge of a shape
       *[against] stands against the edge of a shape
    }
    .hint = give the shape padding, or the words a place of their own
    .explain = Words keep 0.12 em from the sides of the shape they stand in and 0.06 em from its top and bottom. Across an edge they are hard to read.

MB0824 = "{ $words }" lies under a shape that is drawn later
    .hint = put the shape before the words in m:layer
    .explain = What comes later in a template is drawn over what comes before. More than a twentieth of the line is hidden.

MB0825 = the code { $block } is { $width } mm wide; to be scanned here it needs { $least } mm
    .hint = make it larger, or leave it out where nobody can come near
    .explain = A camera reads a code from about ten times its width. On paper, which people walk up to, 20 mm are asked for; on billboards and boards a tenth of the viewing distance.

MB0826 = a corrected figure is drawn without the mark ({ $template })
    .hint = add <m:text name="correction" when="corrected">{"{{"} correction.word {"}}"} {"{{"} correction.date {"}}"}</m:text> to the template
    .explain = A picture that prints a cell of a [[correction]] says so, so that whoever holds the old picture too sees which is right. Where nothing but the message has room (LED boards, large print) it is a warning.

MB0827 = the mark of a correction is { $size } px, at least { $least } px are needed
    .explain = The mark must be legible: at least half a rem.

MB0830 = an allowance without a reason
    .hint = write reason = "…": it stands in every report
    .explain = [[allow]] accepts findings of preflight. Without a reason nobody could judge it later.

MB0831 = { $code } cannot be allowed
    .hint = bind the number, or show the label
    .explain = Numbers without a source and made-up data without its label never leave the press. For digits that are no data (a law's number) there is [[allow]] in template.toml, exact strings each with its reason.

MB0832 = nothing to allow: there is no { $code } here any more
    .hint = delete the allowance
    .explain = Every artwork that this [[allow]] is about was inspected, and none has the finding. A forgotten allowance would hide the next one.

MB0833 = { $code } is no finding that can be allowed
    .did-you-mean = did you mean { $suggestion }?
    .known = these can be: { $known }
    .explain = [[allow]] accepts findings of preflight (MB08…) and blocks left out for want of room (MB1013). Errors of data, brand, templates and layout have to be mended.

MB0834 = there is no product { $product } to allow anything on
    .did-you-mean = did you mean { $suggestion }?
    .known = products are: { $known }
    .explain = product in [[allow]] names one of the campaign's products; left out, all are meant.

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
    .explain = The format sets a limit with max_bytes. Quality was lowered to 50 (PNG, TIFF: pressed as hard as it goes) and the whole file, metadata included, is still larger; the size shown is the smallest that was reached.

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

MB0913 = the finished { $encoding } does not say what it is meant to say: { $fields }
    .hint = make it again with --fresh; if it fails again, this is a fault of mocban: please report it with the words of the record
    .explain = Metadata is written last, and each file is read again before it is kept. A field that is missing or different would reach every desk that takes the file, so the file is not written.

MB0914 = { $unmarked } of the numbers drawn are not marked in the { $encoding }
    .explain = Files mark where each number is drawn as image regions. Their metadata has room for about 80 numbers in a JPEG and 350 in other files, and takes at most an eighth of a format's byte limit. The largest figures are marked; the others are drawn and traced all the same.

MB0915 = { $width } × { $height } pixels became more than a TIFF can hold, 4 GiB
    .hint = choose png for this format, or a smaller dpi
    .explain = A TIFF names places in the file by 32 bits. The larger kind, BigTIFF, is not written: many programs do not open it.

### MB10 store, catalogue, run

MB1001 = { $path } is not a manifest that can be read
    .hint = its files count as unknown and are made again; `mocban index` shows what is in the folder
    .explain = A manifest lists the files of an output folder. This one was cut, edited or written by a later version. It can always be made again from the campaign.

MB1002 = { $path } has { $count } entries that cannot be read
    .hint = their files are made again by the next render
    .explain = Some entries of a manifest or journal were damaged or name a place outside the output folder. They were left out; the other entries are used.

MB1003 = { $path } is listed in a manifest and is not there
    .hint = the next render makes it again
    .explain = A file of the output folder was removed or moved after it was made. `mocban index` takes its entry out of the manifest; `mocban fsck` only says so.

MB1004 = { $path } is not as it was written
    .hint = the next render makes it again; do not hand it to anyone
    .explain = The length or digest of a file differs from what the manifest says: it was cut, edited or damaged after it was made.

MB1005 = { $path } is in no manifest
    .hint = move it out of the output folder if it is yours; mocban leaves it alone
    .explain = A file lies in the output folder that no run has recorded. It is not in the catalogue.

MB1010 = { $path } is a symbolic link
    .hint = put the file itself there
    .explain = Links are not followed, so that a campaign reads nothing outside its folder.

MB1011 = { $path } is larger than { $limit } MB
    .explain = No input of a campaign is that large; it was not read.

MB1012 = template { $template } is not drawn for { $format }: { $unfit ->
        [shape] its shape is { $shape }
        [aspect] its safe area of { $width } × { $height } rem is too slim or too broad
        [led] LED boards are none of its surfaces
       *[size] its safe area of { $width } × { $height } rem is too small
    }
    .hint = take the format out of the product, or widen shapes, aspect or least in template.toml and look at the result
    .explain = A template declares what it has been drawn for and looked at: the shapes (wide, square, tall, ticker) and, if it says so, proportions and least size of the safe area. `mocban template list` tells which formats each one takes.

MB1013 = on { $format }, { $template } left out for want of room: { $blocks }
    .explain = Blocks with a priority are dropped, lowest first, where the format has no room for them.

MB1014 = making { $asset } ({ $format }) failed inside mocban: { $fault }
    .hint = this is a fault of the program: please report it with the campaign
    .explain = A job stopped unexpectedly. The other jobs went on, and files made earlier were kept.

MB1015 = { $asset } could not be exported: { $error }
    .explain = A library that draws or encodes failed on this artwork.

MB1016 = { $key } has not reported for { $period } ({ $table })
    .explain = The record of that period has no number in any of its number columns.

MB1020 = <m:{ $element }> stands inside another element, or the page has two
    .hint = put it once, directly inside <svg>; a condition may choose its words
    .explain = A template says of its picture a headline, a caption and an alt text: each once, at the page's root.

MB1021 = <m:{ $element }> holds elements
    .hint = it holds words and values only
    .explain = What is said of a picture goes into metadata and is read aloud; it has no typography.

MB1022 = <m:{ $element }> says "{ $number }", which comes from no cell
    .hint = print it with value(), or list it under [[allow]] in template.toml
    .explain = Numbers in words about a picture are bound to cells as those in the picture are, so that they change together.

MB1023 = { $key } says { $numbers }, and the picture does not
    .hint = take the number from its cell: {"{column}"}
    .explain = A number typed into campaign.toml stays when the data changes. The caption or alt text of a picture gives only numbers that the picture shows or that come from a cell.

MB1030 = the page { $page } of the brand sheet is empty
    .explain = A page of the brand sheet, perhaps one of the campaign's own in brand/sheet/, filled to nothing that can be drawn.

MB1031 = the kit has no text style that the proof could be set in
    .hint = add a typography token type.body
    .explain = The PDF of a proof is set in the kit's own type.body.

MB1040 = { $path } was left by a run that was stopped
    .hint = `mocban fsck --repair` or `mocban clean` removes it; the next render does so too
    .explain = A half-written file, or a note of inputs that no picture was made from. It does no harm but takes room.

MB1041 = { $path } does not say what the manifest says
    .hint = `mocban fsck --repair` removes it; the next render writes it anew
    .explain = The table of contents beside the manifest, which spares a run reading all of it, was cut or edited. A run might believe it.

MB1042 = { $path } is { $fault ->
        [missing] missing
       *[other] damaged
    }
    .hint = the pictures are not touched by this; `mocban render --fresh` writes it again
    .explain = The note of what a picture was made from is named by the digest of its own bytes, and they do not fit, or it is gone. Without it a plan cannot say why a picture is to be made again, and a correction not where it came from.

MB1043 = the catalogue { $path } { $fault ->
        [damaged] is damaged
       *[other] says something else than the manifest
    }
    .hint = `mocban fsck --repair` or `mocban index` makes it anew
    .explain = The catalogue follows from the manifest, row by row. This one was edited, or its file was damaged; searches may find too much or too little.

MB1044 = { $path } was put in its place or removed by a run that was stopped before it noted so
    .hint = the next render makes or removes it again, and notes it
    .explain = Nothing is damaged: the journal says that the run had begun with exactly this. What was handed out does not depend on it.

MB1050 = "{ $given }" is not a reporting period
    .hint = write a quarter (2026q3, "quý III/2026"), a half-year (2026h1, "6 tháng đầu năm 2026") or a year (2026)
    .explain = Intake asks for one quarter, half-year or year. Without --period it takes the campaign's own.

MB1051 = no table has reports for { $period }
    .hint = a schema marks its table with [report]; see data/README.md
    .explain = Who has reported is read from tables whose schema has [report], and from records of other tables whose column `period` says this very period. There is neither.

MB1060 = nothing is known of { $what }
    .did-you-mean = did you mean { $suggestion }?
    .known = there is: { $known }
    .hint = `mocban list` names files and assets; a cell is table/key/column, as `mocban plan` and `mocban trace FILE` write it
    .explain = `mocban trace` takes a file that was made, an asset, or a cell of the data. A cell may leave its language out: towns/north/name stands for name.vi and name.en.

MB1061 = what was drawn on { $count } files is not noted
    .hint = render again: what is missing is noted anew, and the files stay
    .explain = Beside the files lies for each artwork a note of the cells behind every number and of its boxes (.mocban/lineage). A note that was deleted or damaged, or that an older version did not write, is made again by the next run.

### MB11 command line

MB1101 = there is no campaign.toml in { $dir }
    .hint = go to the campaign folder, name it with -C DIR, or write a new one with `mocban new DIR`
    .explain = Every command but `new` and `explain` works on a campaign folder: the one that holds campaign.toml. It is the current folder unless -C names another.

MB1102 = there is no folder { $dir }
    .hint = -C takes the campaign folder; the name is relative to where you are
    .explain = The folder given with -C does not exist, or is a file.

MB1103 = there is no code { $code }
    .hint = a code stands in brackets after "error" or "warning", such as MB0001
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = `mocban explain` takes the code of a finding: MB and four digits. Capitals, "MB" and leading zeros may be left out.

MB1104 = the folder { $dir } is not empty
    .hint = name a folder that does not exist yet
    .explain = `mocban new` writes into a folder of its own and never among files that are already there, hidden ones included.

MB1105 = { $dir } is not a folder
    .hint = name a folder that does not exist yet
    .explain = `mocban new` was given the name of something that exists and is not a folder.

MB1110 = no asset has the { $facet } { $value }
    .did-you-mean = did you mean { $suggestion }?
    .known = there are { $known }
    .explain = A filter of the search names a value that nothing in the catalogue has. Capitals, marks and punctuation do not matter; the rest of the word does. `mocban search --facets` lists the values.

say-error = error

say-warning = warning

say-allowed = allowed

say-reason = reason

say-found = Found: errors { $errors } · warnings { $warnings } · allowed { $allowed }

say-inspected-columns = code | severity | findings | pictures | formats

say-hint = hint

say-artwork = on

say-again = { $place }: { $code } came { $more } more times

say-more = { $place }: { $more } more of { $code } (all of them: --message-format short)

say-started = { $renditions } files of { $jobs } pictures

say-progress = rendered { $rendered } · cached { $cached } · failed { $failed }

say-left = time left

say-finished = Rendered { $rendered } · cached { $cached } · failed { $failed } in { $seconds } s

say-stopping = Finishing the files under way. Ctrl-C again stops at once; the same command resumes later.

say-checked = Checked: errors { $errors } · warnings { $warnings }

say-plan-empty = The plan is empty.

say-plan-new = + { $count } new

say-plan-changed = ~ { $count } changed: { $changes }

say-plan-missing = + { $count } whose file is gone

say-plan-damaged = ! { $count } whose file is damaged

say-plan-fresh = ~ { $count } unchanged, made again because of --fresh

say-plan-unchanged = = { $count } unchanged

say-plan-more = … and { $more } more

say-format-columns = format | shape | pixels | mm | ppi | rem px | limit | checked | confidence

say-nothing-found = Nothing found.

say-facets = Assets found: { $assets }. A star marks what the filter asks for.

say-more-values = … and { $more } more

say-indexed = The catalogue holds { $files } files.

say-checked-files = Files checked: { $files } · wrong: { $findings }

say-repaired = put right: { $path }

say-intake-columns = what | where | which | place

say-intake-missing = missing

say-intake-jump = jump

say-intake-sum = sum

say-intake = { $period }: reported { $reported } · missing { $missing } · jumps for a second approver { $jumps } · sums that do not add up { $sums }

say-jump-share = by { $by }%, told from { $limit }% on

say-jump-amount = by { $by }, told from { $limit } on

say-jump-sign = changed sign

say-sum = says { $said }; { $parts } adds up to { $added } ({ $counted } counted, { $missing } missing)

say-cleaned = Files removed: { $files }.

say-clearable = Files that would be removed: { $files }.

say-watching = Watching for changes. End with Ctrl-C.

say-trace-numbers = text | value | cells | where (x,y w×h in pixels, or number of files) | source

say-trace-uses = cell | file | text | where (x,y w×h in pixels)

say-trace-said = said, not drawn

say-trace-read = (may have read it)

say-trace-nowhere = No file draws or reads it.

say-imported = Wrote templates/{ $name } ({ $places } texts, places and pictures), drawn for { $shape } surfaces. Next: name it in campaign.toml, then mocban check

say-created = Wrote a campaign to { $dir }. Next: mocban -C { $dir } render

say-correct-nothing = No released version shows it so.

say-affected = Versions that show it: { $count }

say-recall = Notice { $notice }: not answered { $unanswered } of { $holders } · placements up { $up }

say-holders = Holders known by name: { $holders } · placements up { $up }

say-no-notices = No notice waits for an answer.

say-kill-advice = The site and the packs know it when they are made again: mocban publish, mocban pack

say-corrected = Corrected as notice { $notice }. Next: mocban publish, mocban pack; tell those below.

say-delivered = Delivered to { $to }: { $versions } versions, entry { $number }

say-logged = Read { $read } lines; versions with holders counted: { $versions }

say-confirmed = Entered as { $number }.

say-changes = changed { $changed } · added { $added } · not in it { $absent } · unchanged { $unchanged }

### MB12 the desk

MB1201 = line { $line } of the ledger was altered, or one before it was dropped
    .hint = lines are only ever added. Put back the ledger of the last back-up; nothing is entered until then
    .explain = Each line is sealed and names the seal of the one before it, so that what was approved, released and taken back cannot be rewritten unnoticed. Half a line at the end, as a power cut leaves it, is no alteration: it is cut off.

MB1202 = the release { $release } is not what the ledger says: { $error }
    .hint = mocban restore brings it back from a back-up
    .explain = A release's manifest is named in the ledger by its digest; one that is gone or altered is no longer what was released.

MB1203 = { $file } is not as it was released: { $error }
    .hint = mocban restore brings it back from a back-up
    .explain = Released bytes lie in the desk under their digest and never change.

MB1204 = { $path } is named by no release
    .hint = nothing needs it; a release that was cut short leaves such files, and the same command uses them
    .explain = Files come first and the ledger's line last, so that a release that was killed has not happened.

MB1210 = there is nothing to release
    .hint = name products with --only, or assets; mocban status lists those that are approved
    .explain = A release holds the approved assets of the products that were named, and none was found.

MB1211 = { $asset } is not approved as it lies in the store
    .hint = mocban submit and mocban approve it; a picture that changed since is a draft again. --unapproved REASON releases it all the same
    .explain = Approval belongs to exact bytes: who approved a picture saw this picture, not the one made of tomorrow's data.

MB1212 = { $asset } draws illustrative data
    .hint = --illustrative REASON releases it all the same; the reason is kept in the ledger
    .explain = Figures made up for demonstration do not go to the press by accident.

MB1213 = { $asset } is not what the campaign says now, or preflight finds it wrong
    .hint = mocban render makes it again or says what is wrong. --stale REASON releases it all the same
    .explain = The campaign was filled again before the release, and this asset's files are not those it would make now.

MB1214 = { $asset } draws a value that jumps, and fewer than two people approved it
    .hint = someone else must approve it too; mocban intake says which value. --jumps REASON releases it all the same
    .explain = A value far from the last period's is a great result or a slip of the finger; a second person looks.

MB1215 = { $asset } has the short code { $code }, which is of { $other } already
    .hint = give the campaign another salt
    .explain = A code answers for one asset. Two assets with one code would let one picture pass for the other.

MB1220 = there is no asset { $asset } in the store
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = Assets are named as mocban list shows them.

MB1221 = { $asset } stands at { $stage }, where this does not apply
    .hint = drafts are handed in with mocban submit, and approved or rejected after that
    .explain = An asset goes from draft to review to approved; changed bytes are a draft again. Nobody approves the same bytes twice.

MB1222 = { $by } handed { $asset } in and cannot approve it too
    .hint = another person approves it; --by says who is at the desk
    .explain = Four eyes: whoever hands a picture in is not who finds it fit.

MB1223 = nothing stands where this applies
    .hint = mocban status shows where each asset stands
    .explain = No asset of the selection is at the stage that the command moves assets from.

MB1224 = { $name } is no name for a release
    .hint = small letters, digits and single dashes, such as 2026q3-bo-sung
    .explain = The name of a release stands in addresses and file names.

MB1225 = there is a release { $name } already
    .hint = a release never changes; give this one another name
    .explain = Whoever was given the old release must be able to find it as it was.

MB1226 = no release has an asset { $asset }
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = Only what was released can be withheld or taken back: by its name, or as ASSET@VERSION.

MB1230 = no release { $release } may be seen now
    .hint = make one with mocban release, or wait until its hour; --press sees what is timed for the press
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = A pack holds what its readers may see at this moment. What is under an embargo is as if it were not there.

MB1231 = nothing of release { $release } may be given out now
    .hint = all of it is withheld, taken back or expired; mocban status shows it
    .explain = A pack without pictures would be taken for a whole one.

MB1232 = no whole pack { $pack } was made here
    .hint = name a release or a pack that the ledger has; mocban pack RELEASE makes a whole one
    .explain = A delta leads from exactly the files that an office holds. The desk keeps the list of each whole pack it made; of others nothing is known.

MB1233 = { $name } is no name for a key
    .hint = small letters, digits and single dashes, such as press-2026
    .explain = The name of a key is the name of its file.

MB1234 = there is a key { $key } already
    .hint = give the new one another name, then retire the old one with mocban key retire
    .explain = What a key signed must stay checkable by its name.

MB1235 = private keys do not belong into the campaign folder: { $dir }
    .hint = name a folder outside it with --keys
    .explain = The campaign folder is copied, shared and published; whoever has the private key signs in the office's name.

MB1236 = there is no key { $key }
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = mocban key list shows the keys.

MB1237 = the end of the file is damaged or missing, or it is no pack
    .hint = fetch it again; a download that was cut off ends too early
    .explain = A ZIP file has its table of contents at its end, and a pack is laid out without gaps. One that was packed anew by another program is not as it was signed either.

MB1238 = the entry of { $file } in the ZIP file's directory is damaged
    .hint = fetch the pack again
    .explain = Each file stands twice in the directory's words: before its bytes and at the end. Here they do not agree, or are not as they were written.

MB1239 = { $file } is damaged
    .hint = fetch the pack again
    .explain = The bytes of this file do not have the checksum that the ZIP file gives for them.

MB1240 = there is no SHA256SUMS that can be read
    .hint = fetch the pack again
    .explain = The list names every file with its digest, and is what the signature stands for.

MB1241 = { $file } is missing
    .hint = fetch the pack again
    .explain = SHA256SUMS names this file, and the pack does not have it.

MB1242 = { $file } is not the file that SHA256SUMS names
    .hint = do not use it; ask whoever gave you the pack
    .explain = Its checksum is right, so it was not damaged on the way but exchanged, or the list was.

MB1243 = { $file } is not in SHA256SUMS
    .hint = do not use it; it was added by somebody
    .explain = Everything that was in the pack when it was signed is in the list.

MB1244 = the pack is not signed
    .hint = mocban key new makes a key, with which packs are signed from then on
    .explain = Its files are whole, but nobody vouches for them.

MB1245 = the signature is of no key of this campaign, or the list was altered
    .hint = do not use the pack; mocban key list shows whose signatures are known
    .explain = The signature stands for exactly the bytes of SHA256SUMS.

MB1246 = signed with { $key }, which was retired { $time }, and the ledger does not know this pack
    .hint = ask where it comes from: packs made before the key was retired are in the ledger
    .explain = What a key signed before it was retired still holds. Whether this pack was signed before cannot be told.

MB1247 = key { $key } was retired already
    .explain = Nothing more is to be done.

MB1248 = the pack is not signed: no key that may sign lies in { $dir } (known: { $known })
    .hint = mocban key new NAME makes one; --keys says where the private ones lie
    .explain = An office that downloads an unsigned pack can check that it is whole, and not who made it.

MB1249 = { $budget } bytes are too few: the texts alone need { $least }
    .hint = give a larger --budget
    .explain = Captions, licence and the list of files are in every pack.

MB1250 = { $path } holds files that are not of a site
    .hint = name an empty folder with --to: whatever is not of the site is removed from its folder
    .explain = Publishing removes from the site's folder all that is no longer published, so it only works on a folder it made.

MB1251 = the campaign has no address, so feeds name one that does not exist
    .hint = base_url in campaign.toml says where the site will stand; the next release takes it up
    .explain = Feeds, ninjs items and schema.org name things by absolute addresses. Without base_url they get one below .invalid, which resolves nowhere; the pages themselves work.

MB1252 = the brand kit cannot be read, so pages are plain
    .hint = mocban check says what is wrong with it
    .explain = Corrections and withdrawals must not wait for a font: the site is published with colours and letters of its own.

MB1260 = the list has no column { $column }
    .hint = the first line names the columns: { $columns }
    .explain = The desk's lists, desk/agencies.csv and desk/placements.csv, are read by the names in their first line.

MB1261 = the list has no use for a column { $column }
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = A column whose name is mistyped would be passed over without a word, and with it an address or a version.

MB1262 = { $value } is no name
    .hint = small letters, digits and single dashes, such as bao-vi-du
    .explain = The ledger names agencies and placements by their id, for good.

MB1263 = { $value } is in the list twice
    .hint = give one of them another id; one that the ledger names already keeps its own
    .explain = A delivery or an answer must lead to one agency, a take-down to one place.

MB1264 = { $value } is no e-mail address
    .hint = name@place.vn, or nothing
    .explain = Whoever holds a picture with an error is written to at this address.

MB1265 = { $value } is no day
    .hint = year, month, day: 2026-10-09
    .explain = A placement stands from a day to a day, both included.

MB1266 = { $value } is no version
    .hint = a number from 1, as in the file's name after _v; nothing when nobody noted it
    .explain = Without a version, a placement is listed whichever version of its asset is corrected.

MB1267 = { $placement } shows { $asset }, which no release has in that version
    .hint = mocban status lists what was released; without a version, any of them is meant
    .explain = A placement whose asset is mistyped is missed when the asset is corrected.

MB1268 = { $agency } is not on the distribution list
    .did-you-mean = did you mean { $suggestion }?
    .hint = add a line to desk/agencies.csv; a dash stands for holders whom nobody knows by name
    .explain = Only those who are on the list can be reached when something is corrected.

MB1269 = the register has no placement { $placement }
    .did-you-mean = did you mean { $suggestion }?
    .hint = add a line to desk/placements.csv
    .explain = What hangs or runs somewhere is noted in desk/placements.csv.

MB1270 = no pack { $pack } was made
    .did-you-mean = did you mean { $suggestion }?
    .hint = a pack is known by its file name without .zip; mocban pack makes one
    .explain = A delivered pack stands for every version in it.

MB1271 = no { $notice } of the ledger is no correction, kill or pause
    .hint = mocban recall lists the notices that wait for answers
    .explain = Agencies answer to a notice by its number, which stands in the recall list and in the feeds.

MB1272 = there is no release { $name }
    .did-you-mean = did you mean { $suggestion }?
    .known = known are { $known }
    .explain = Releases are named as mocban release was given the name.

MB1273 = no release draws { $cell }
    .did-you-mean = did you mean { $suggestion }?
    .hint = a cell is named TABLE/KEY/COLUMN, such as units/01/dossiers
    .explain = A correction starts from a cell that was printed, or from which something printed was derived.

MB1274 = nothing was named to be delivered
    .hint = name assets, --pack NAME or --release NAME
    .explain = A delivery says what somebody holds from now on.

MB1275 = { $count } lines are none of an access log, the first is line { $line }
    .hint = the common and the combined format are read; rotate the log first, so that its last line is whole
    .explain = The other lines were counted.

MB1276 = no line of the log is about a released file or a pack
    .hint = the files of the site lie below f/; is this its log?
    .explain = Nothing was entered, and the number of unknown holders stays unknown.

MB1277 = { $asset } shows the cell and has no replacement in { $name }
    .hint = render and approve it so that the release has it, or take it back first: mocban kill { $asset }
    .explain = A correction that leaves one asset out would leave the error standing there, with nobody told.

MB1278 = nothing that shows the cell has changed
    .hint = edit the data, then mocban render, submit and approve; mocban plan shows what would change
    .explain = A correction replaces versions by versions with other bytes, and the store holds none. A change that rounds to the same text changes nothing.

MB1279 = the release { $name } is under an embargo
    .hint = make the correction's release without one
    .explain = Whoever holds an error is told at once; a correction that the public may not see until an hour is none.

MB1280 = { $agency } holds nothing of it, for all that the ledger knows
    .hint = mocban deliver enters a delivery that was made; the answer is kept
    .explain = An agency that answers without a recorded delivery got it through a door that was not written down.

MB1281 = no longer to be used as they are in this pack, as was said since: { $versions } ({ $count })
    .hint = make it again with mocban pack { $release }, and say so to whoever holds this one: mocban recall
    .explain = The pack's bytes are as they were made. What was corrected, withheld or taken back after that is in the ledger, not in them.

MB1282 = campaign.toml has no correction of { $cell }, so the pictures carry no mark
    .hint = add [[correction]] with cells = ["{ $cell }"] and date = {"<"}day{">"}, then render, submit and approve again
    .explain = A corrected picture carries a visible mark (ĐÍNH CHÍNH and the day). It is an input to the drawing: the editor who corrects the cell writes it into campaign.toml.

### The proof

proof-stamp = PROOF
proof-lead = For approval, not for release: pictures are small and stamped.
proof-number = Proof no. { $number }
proof-artworks = pictures
proof-files = files
proof-clean = without findings
proof-warned = with warnings
proof-failed = cannot be made
proof-by-finding = Findings
proof-by-product = Product
proof-show-all = All
proof-show-found = With findings
proof-show-failed = Cannot be made
proof-show-clean = Without findings
proof-no-picture = Cannot be made
proof-pages = { $count } pages
proof-more = and { $count } more, see proof.html
proof-approve = Approved
proof-change = To be changed
proof-foot = This is a proof. The same plan gives the same proof; a picture made from other data has another number.

### Words of packs

pack-is-whole = Press pack of release { $release }, { $version }, as of { $time }: { $graphics } graphics in { $pictures } files.
pack-is-mini = Small pack of release { $release }, { $version }, as of { $time }: { $graphics } graphics in { $pictures } files, for poor links.
pack-contents = What is here:
pack-folder-index = start here: all pictures with captions, works without a network
pack-folder-news = texts for the newsroom
pack-folder-print = pictures for print
pack-folder-web = pictures for web pages
pack-folder-social = pictures for Zalo, Facebook and other networks
pack-folder-led = pictures for LED boards
pack-folder-television = pictures for television, 16:9
pack-folder-large = panos, banners and backdrops
pack-folder-data = the figures shown in the pictures, and what describes their tables
pack-folder-captions = captions, alt texts and credits, a row for each file
pack-folder-licence = licence and contact
pack-folder-sheet = contact sheet, for printing
pack-folder-meta = for programs: contents, where figures come from
pack-not-made = Pictures are in RGB. There are no CMYK or PDF/X files: ask if your press needs them.
pack-credit-how = Credit each picture with the line that stands in its caption file. Use pictures unaltered, and always with their period.
pack-credit-drawn = Graphic: { $who }
pack-credit-data = Data: { $who }
pack-ask = Who answers questions: { $who }
pack-licence = Licence
pack-contact = Contact
pack-check = To check that every file is whole, in this folder:
pack-check-signature = To check who made it:
pack-check-key = The key there must be the one that is published at { $url }.
pack-unsigned = This pack is not signed.
pack-embargo = EMBARGOED: not to be published before the time in the caption file.
pack-embargoed = embargoed until { $time }
pack-see-corrections = This pack corrects earlier ones: read { $file }.
pack-corrections = Corrections. Replace the old files wherever they were used.
pack-file-out = - no longer use: { $file }
pack-file-in = + use instead: { $file }
pack-left-out = Not in this pack:
pack-why-withheld = withheld for now
pack-why-canceled = withdrawn, do not use
pack-why-expired = expired
pack-dropped = Left out to stay small; the whole pack has it:
pack-dropped-part = { $what }: { $files } files, { $bytes } bytes
pack-made-small = { $files } pictures are made small ({ $what })
pack-delta-how = This pack leads from { $old } to { $new }. Copy its files over the old folder, remove the files listed here, then move SHA256SUMS and SHA256SUMS.sig from meta/delta to the top in place of the old ones.
pack-delta-remove = Files to remove:
pack-sheet = Contact sheet
pack-no-preview = no preview
pack-search = Search
pack-caption = Caption
pack-alt = Alt text
pack-credit = Credit
pack-copy = Copy
pack-files = Files
pack-illustrative = illustrative data
pack-corrected = corrected

### Recall list, change report, verification

recall-title = Recall list
recall-holders = Who holds it
recall-placements = What to take down
recall-packs = Packs to make again
recall-versions = What shows it
recall-cell = cell
recall-before = before
recall-after = now
recall-done = answered
recall-wait = no answer yet: tell it today
recall-remind = { $days } days without an answer: write again
recall-call = { $days } days without an answer: call
recall-escalate = { $days } days without an answer: tell whoever is above it
recall-unlisted = (no longer on the distribution list)
recall-up = still up
recall-ended = ended by plan
recall-down = taken down
recall-never-known = Anonymous downloads, copies passed on, screenshots: unknown
recall-at-least = Without a name ({ $door }): at least { $count }
recall-uncounted = Without a name ({ $door }): unknown how many
change-heading = What changed: { $from } → { $to }
change-store = the store now
change-texts = Texts that changed
change-pictures = pictures
change-changed = changed
change-added = added
change-absent = not in it
change-unchanged = unchanged
change-more-cells = and { $more } more
change-no-picture = No file of it opens as a picture.
change-headline = Headline:
change-caption = Caption:
change-alt-text = Alt text:
change-files = Files: { $add } added, { $remove } removed, { $keep } kept
verify-identical = Identical bytes: this is the released file.
verify-compare = The design is known. Compare these numbers with the picture: a genuine code or look says nothing of its digits.
verify-not-found = Not found: no released picture has these bytes, this code or this look.
verify-current = current
verify-superseded = superseded by a newer one
verify-revised = revised since
verify-corrected = corrected: it had an error
verify-withheld = withheld: not to be used for now
verify-recalled = recalled: not to be used
verify-expired = expired
