//! Tests of reading a campaign.
