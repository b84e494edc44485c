//! Packs of made-up releases: what is in them, and that a delta leads from any to any.
