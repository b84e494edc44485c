//! The `mocban` program: hands its arguments to the command line room and exits with its code.

use std::process::ExitCode;

/// Runs the command line.
fn main() -> ExitCode {
    mocban::cli::run(std::env::args_os())
}
