//! The `guildhall` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    guildhall::cli::run(std::env::args_os())
}
