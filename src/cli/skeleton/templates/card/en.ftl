change = percentage points on the period before ({ $before })
missing = No figure yet
source = Source: { $source }
illustrative = Illustrative data
# What is read aloud to those who cannot see the card.
alt = { $name }: { $value }.
alt-missing = { $name }: no figure yet.
alt-before = The period before: { $before }.
