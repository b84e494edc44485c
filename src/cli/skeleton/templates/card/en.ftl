change = percentage points on the period before ({ $before })
missing = No figure yet
source = Source: { $source }
illustrative = Illustrative data
