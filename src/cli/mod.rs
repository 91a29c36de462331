//! The command line: arguments in, words and an exit status out. One file per command.

mod arguments;
mod build;
mod changed;
mod check;
mod console;
mod explain;
mod failure;
mod fix;
mod import;
mod init;
mod manual;
mod new;
mod one_file;
mod page;
mod paths;
mod progress;
mod renew;
mod schema;
mod selection;
mod serve;
mod today;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use arguments::{Arguments, Command};
use console::{Outcome, print, say, show};
use failure::Failure;

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
        Command::Page(options) => page::run(&arguments, options),
        Command::Serve(options) => serve::run(&arguments, options),
        Command::Init(options) => init::run(&arguments, options),
        Command::IssueForm => init::issue_form(&arguments),
        Command::Explain { code } => explain::run(*code),
        Command::Schema => schema::run(&arguments),
        Command::New(options) => new::run(&arguments, options),
        Command::Import(options) => import::run(&arguments, options),
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
