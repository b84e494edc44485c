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

### MB07 layout

### MB08 preflight

### MB09 encoding and export

### MB10 store, catalogue, run

### MB11 command line
