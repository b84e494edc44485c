//! Tests over all kinds of chart.
