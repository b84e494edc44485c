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

say-error = error

say-warning = warning

say-hint = hint

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

say-indexed = The catalogue holds { $files } files.

say-watching = Watching for changes. End with Ctrl-C.

say-created = Wrote a campaign to { $dir }. Next: mocban -C { $dir } render
