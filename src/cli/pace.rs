//! How much of the machine a command takes, as typed. Out: threads, and a size in bytes.

use std::num::NonZeroUsize;

/// How much of the machine a command takes.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
#[command(next_help_heading = "How")]
pub(super) struct Pace {
    /// Draw on this many threads [default: one a core]
    #[arg(short, long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Draw at the same time only what fits into this much memory together, such as 512M or 2G [default: 1G]
    #[arg(long, value_name = "SIZE", value_parser = bytes)]
    pub(super) memory: Option<u64>,
}

/// What is made again, and with how much work.
#[derive(Debug, Clone, Copy, Default, clap::Args)]
#[command(next_help_heading = "How")]
pub(super) struct Effort {
    /// Make everything again, also what did not change
    #[arg(long)]
    pub(super) fresh: bool,
    /// Make files as small as can be, for much more time; also those there that are not
    ///
    /// PNG, TIFF and lossless WebP then hold the same pixels in fewer bytes; other file types stay as they are. Small
    /// files are current for every command: a run without --small leaves them, and makes what changed as usual. To have
    /// usual ones again, use --fresh without it.
    #[arg(long)]
    pub(super) small: bool,
}

/// Reads a size: bytes, or K, M, G or T of them, each 1024 times the one before.
fn bytes(text: &str) -> Result<u64, String> {
    let typed = text.trim().to_ascii_uppercase();
    let short = typed.strip_suffix("IB").or_else(|| typed.strip_suffix('B')).unwrap_or(&typed).trim_end();
    let (number, power) = match short.split_at_checked(short.len().saturating_sub(1)) {
        Some((number, unit)) if !unit.is_empty() && "KMGT".contains(unit) => {
            (number.trim_end(), "KMGT".find(unit).map_or(0, |at| at + 1))
        }
        _ => (short, 0),
    };
    let wrong = || "a size is a number and K, M or G, such as 512M or 1.5G".to_owned();
    let number: f64 = number.parse().map_err(|_| wrong())?;
    let bytes = (0..power).fold(number, |bytes, _| bytes * 1024.0);
    if !(1.0..1e18).contains(&bytes) {
        return Err(wrong());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between 1 and 1e18")]
    Ok(bytes as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_nonsense_refused() {
        let sizes =
            [("512M", 512 << 20), ("2G", 2 << 30), ("1.5g", 3 << 29), ("64MiB", 64 << 20), ("8 kb", 8192), ("7", 7)];
        for (size, expected) in sizes {
            assert_eq!(bytes(size), Ok(expected), "{size}");
        }
        for wrong in ["", "0", "-1G", "G", "x", "1X", "inf", "nan", "9e99", "đ"] {
            assert!(bytes(wrong).is_err(), "{wrong}");
        }
    }
}
