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

MB0356 = a mark may not hold { $element }
    .hint = turn letters into paths; take out scripts, links and movement
    .explain = A mark must look the same everywhere and do nothing. Letters are drawn as paths, so that no font is needed.

MB0357 = this drawing reaches outside itself: { $target }
    .explain = A mark is one self-contained file: no links, no imported styles, no pictures from elsewhere. Embedded PNG, JPEG and WebP pictures are allowed.

MB0358 = there is no colour {"{"}{ $token }{"}"} in these themes: { $themes }
    .did-you-mean = did you mean {"{"}{ $suggestion }{"}"}?
    .known = colours: { $known }
    .explain = A colour written as {"{"}color.accent{"}"} in a mark follows the theme, so every theme must have it.

### MB04 formats

### MB05 plan

### MB06 templates

### MB07 layout

### MB08 preflight

### MB09 encoding and export

### MB10 store, catalogue, run

### MB11 command line
