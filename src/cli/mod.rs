//! The command line: arguments in, words and an exit status out. One file per command.

mod arguments;
mod build;
mod changed;
mod check;
mod explain;
mod failure;
mod fix;
mod init;
mod manual;
mod new;
mod paths;
mod progress;
mod schema;
mod serve;
mod today;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use crate::diagnostic::Report;
use arguments::{Arguments, Command};
use failure::Failure;

/// What a run comes to: the exit statuses of the reports' contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing at error level.
    Fine,
    /// The site has problems.
    Problems,
}

impl Outcome {
    fn of(report: &Report) -> Self {
        if report.errors() == 0 { Self::Fine } else { Self::Problems }
    }
}

/// Runs the command line. The exit status is 0 when nothing is at error level, 1 when the site has
/// problems, 2 when the command line is wrong, 3 when the machine failed.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            let _ = error.print(); // nobody is left to tell
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let outcome = match &arguments.command {
        Command::Check(options) => check::run(&arguments, options),
        Command::Build(options) => build::run(&arguments, options),
        Command::Serve(options) => serve::run(&arguments, options),
        Command::Init(options) => init::run(&arguments, options),
        Command::IssueForm => init::issue_form(&arguments),
        Command::Explain { code } => explain::run(*code),
        Command::Schema => schema::run(&arguments),
        Command::New(options) => new::run(&arguments, options),
        Command::Completions { shell } => print_completions(*shell),
        Command::Man => manual::page().map_err(Failure::from).and_then(|page| print(&page)),
    };
    match outcome {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        Err(failure) => {
            say(&format!("{failure}"));
            ExitCode::from(failure.status())
        }
    }
}

fn print_completions(shell: clap_complete::Shell) -> Result<Outcome, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "guildhall", &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// Writes to standard output. A reader that has gone, as in `guildhall check | head`, is no failure.
fn print(text: &str) -> Result<Outcome, Failure> {
    let mut output = anstream::stdout().lock();
    match output.write_all(text.as_bytes()).and_then(|()| output.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Machine(format!("standard output cannot be written: {error}")))
        }
        _ => Ok(Outcome::Fine),
    }
}

/// Writes a line to standard error, where it does not mix with what was asked for.
fn say(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}"); // nobody is left to tell
}

/// Writes a text to standard error as it is.
fn show(text: &str) {
    let _ = write!(anstream::stderr(), "{text}"); // nobody is left to tell
}
