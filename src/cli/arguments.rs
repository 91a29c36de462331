//! The commands and their options. Help texts, completions and the man page come from here.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::config::BaseUrl;
use crate::diagnostic::Format;

/// Checks the charters of a directory of communities of practice, and builds its site.
#[derive(Debug, Parser)]
#[command(name = "guildhall", version, max_term_width = 100, after_help = STATUSES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// The site's folder, in which content/ stands
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,

    /// Say nothing but what is wrong
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// Say how long each stage took
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

const STATUSES: &str = "\
Examples:
  guildhall check            say what is missing or wrong, and where
  guildhall serve --open     show the site in a browser
  guildhall build            write it into dist/

Exit status: 0 all is well, or only warnings; 1 the site has problems; 2 the command line is wrong; \
3 the machine failed (disk, permission).";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the charters and everything else in content/
    #[command(after_help = "\
Examples:
  guildhall check                                  everything
  guildhall check content/groups/my-group.md       one charter, against the whole directory
  guildhall check --format markdown > comment.md   a comment for a pull request")]
    Check(CheckOptions),
    /// Build the site into a folder
    #[command(after_help = "\
The folder is replaced as a whole, once everything is written and every link is checked. If anything \
is wrong, the earlier site stays as it was.

Examples:
  guildhall build                                        into dist/
  guildhall build --out public --base-url https://example.org/groups/
  guildhall build --keep-going                           leave out the charters that have errors")]
    Build(BuildOptions),
    /// Show the site in a browser, and again after each change
    #[command(after_help = "\
Nothing is written. The browser loads a page again by itself when its text is saved.

Examples:
  guildhall serve --open
  guildhall serve --port 8080")]
    Serve(ServeOptions),
    /// Write the charter of a new group, by questions or from a file of answers
    #[command(after_help = "\
In a terminal it asks the fourteen questions, checks each answer, and shows the charter before it writes it. \
Ctrl-C stops, and keeps the answers. Where there is no terminal, it gives a blank charter with notes.

No file is ever written over.

Examples:
  guildhall new                              ask the questions
  guildhall new Hopefuls                     the same, with the name answered
  guildhall new --from answers.yaml          from answers under the keys of a charter
  guildhall new --from issue.md --stdout     from an issue that was filled in as a form
  guildhall new --blank > my-group.md        a charter to fill in")]
    New(NewOptions),
    /// Print a script that completes the commands in a shell
    #[command(after_help = "\
Example:
  guildhall completions bash > /etc/bash_completion.d/guildhall")]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    #[command(after_help = "\
Example:
  guildhall man > guildhall.1")]
    Man,
}

#[derive(Debug, Args)]
pub(super) struct CheckOptions {
    /// Files or folders to report on; everything is read all the same [default: all]
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,

    /// How the problems are reported
    #[arg(long, value_enum, default_value_t = FormatName::Human)]
    pub(super) format: FormatName,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// The folder for the site [default: dist in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,

    /// The address at which the site is published, in the place of the one in content/site.yaml
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<BaseUrl>,

    /// Build without the charters that have errors, and say which were left out
    #[arg(long)]
    pub(super) keep_going: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    /// The port to listen on; 0 takes a free one
    #[arg(long, default_value_t = 4400)]
    pub(super) port: u16,

    /// The address to listen on; others can reach the preview if it is not this machine's own
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    pub(super) host: IpAddr,

    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct NewOptions {
    /// The name of the group
    #[arg(value_name = "NAME")]
    pub(super) name: Option<String>,

    /// Take the answers from YAML, from a charter, or from an issue form; - is standard input
    #[arg(long, value_name = "FILE", conflicts_with = "blank")]
    pub(super) from: Option<PathBuf>,

    /// Give a charter to fill in: into content/groups/ where NAME is given, else printed
    #[arg(long)]
    pub(super) blank: bool,

    /// Print the charter, and write no file
    #[arg(long)]
    pub(super) stdout: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

/// The build date.
#[derive(Debug, Args)]
pub(super) struct Day {
    /// The day that counts as today [default: that of `SOURCE_DATE_EPOCH`, or today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
}

/// The names of the report formats.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatName {
    /// The source with the place underlined
    Human,
    /// One JSON object
    Json,
    /// Workflow commands that GitHub shows beside the lines
    Github,
    /// A comment for a pull request
    Markdown,
    /// SARIF 2.1.0
    Sarif,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Human => Self::Human,
            FormatName::Json => Self::Json,
            FormatName::Github => Self::Github,
            FormatName::Markdown => Self::Markdown,
            FormatName::Sarif => Self::Sarif,
        }
    }
}

fn host(text: &str) -> Result<IpAddr, &'static str> {
    let text = if text == "localhost" { "127.0.0.1" } else { text };
    text.parse().map_err(|_| "write the address of a network card, such as 127.0.0.1 or 0.0.0.0")
}

fn base_url(text: &str) -> Result<BaseUrl, &'static str> {
    BaseUrl::parse(text)
}

fn date(text: &str) -> Result<Date, &'static str> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    let is_written_so = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    date.ok_or(if is_written_so {
        "there is no such day in the calendar"
    } else {
        "a day is written as year, month and day: 2026-09-01"
    })
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    #[test]
    fn the_definitions_agree_with_each_other() {
        super::Arguments::command().debug_assert();
    }
}
