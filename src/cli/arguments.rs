//! The commands and their options. Help texts, completions and the man page come from here.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;

use super::explain::CodeName;
use super::selection::{FormatName, Selection};
use crate::config::{BaseUrl, Contact, check_https};
use crate::diagnostic::Code;
use crate::scaffold::{check_branch, check_title};
use crate::serve::Host;

/// Checks the charters of a directory of communities of practice, and builds its site.
#[derive(Debug, Parser)]
#[command(name = "guildhall", version, max_term_width = 100, after_help = STATUSES)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,

    /// The site's folder, which contains content/
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub(super) root: PathBuf,

    /// Print only what is wrong
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,

    /// Show how long each stage took
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub(super) verbose: bool,
}

const STATUSES: &str = "\
Examples:
  guildhall check            say what is missing or wrong, and where
  guildhall serve --open     show the site in a browser
  guildhall build            write it into dist/

Exit status: 0 all is well, or there are only warnings; 1 the site has problems; 2 the command line is wrong; \
3 the machine failed (disk, permission).";

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check the charters and everything else in content/
    #[command(after_help = "\
Examples:
  guildhall check                                  everything
  guildhall check content/groups/my-group.md       one charter, against the whole directory
  guildhall check --summary                        how much there is to do
  guildhall check --only link --only unknown-term  two kinds of problems
  guildhall check --severity error                 what stops a build, without warnings
  guildhall check --fix                            and fix what has one safe answer
  guildhall check --format markdown > comment.md   a comment for a pull request

--fix corrects these in charters: terms and suggestions given by their name or in capitals; a key that is one letter \
off; words in another case; a currency in small letters; dates and times that can mean only one thing; tabs at the \
start of a line; the order of the keys. Everything else stays as it is, comments too. Each change is listed on \
standard error, and the report shows what remains.

--only and --severity choose what is shown, not what is fixed. The exit status is that of the problems that are shown.")]
    Check(CheckOptions),
    /// Build the site into a folder
    #[command(after_help = "\
What is in the folder is replaced, once everything is written and every link is checked. If anything is wrong, the \
old site stays as it was. A repository's .git stays, too.

Examples:
  guildhall build                                        into dist/
  guildhall build --out public --base-url https://example.org/groups/
  guildhall build --keep-going                           leave out the charters that have errors")]
    Build(BuildOptions),
    /// Print the page of a group as one file, which opens in a browser by itself
    #[command(after_help = "\
Style sheets and pictures are in it, and scripts are left out. Its links lead to the published site. Several groups are \
one below the other, up to twenty. A charter with errors has no page yet.

Example:
  guildhall page content/groups/my-group.md > my-group.html")]
    Page(PageOptions),
    /// Show the site in a browser, and reload it after each change
    #[command(after_help = "\
Nothing is written. The browser reloads a page by itself when its text is saved.

The preview is for one person at one machine. It answers to localhost and to its own address. It answers to the name \
of a proxy only if you give that name with --allow-host, so that no other site can read it in your browser.

Examples:
  guildhall serve --open
  guildhall serve --port 8080
  guildhall serve --allow-host preview.example.org")]
    Serve(ServeOptions),
    /// Make a new directory: a site that builds at once, and the helpers of its repository
    #[command(after_help = "\
You can change everything you give here later, in content/site.yaml and where README.md says. A file that exists is \
never overwritten.

In a directory that is there already, nothing is written. You see which helpers of the repository differ from this \
version's, and how. --replace writes one anew.

Examples:
  guildhall init our-directory
  guildhall init our-directory --title Circles --contact circles@example.org
  guildhall init . --repository https://github.com/our-name/our-directory
  guildhall init .                                     after an update of Guildhall: what has changed
  guildhall init . --replace .github/workflows/check.yml")]
    Init(InitOptions),
    /// Print the issue form for a new group, with the directory's own terms
    #[command(after_help = "\
The form is for those who cannot send a pull request. Print it again after you change the terms, aims, values or \
standards.

Example:
  guildhall issue-form > .github/ISSUE_TEMPLATE/new-group.yml")]
    IssueForm,
    /// Explain a problem: the rule, the reason for it, a wrong and a right example
    #[command(after_help = "\
Examples:
  guildhall explain             all codes, with one line for each
  guildhall explain schedule    the rule behind error[schedule]")]
    Explain {
        /// The code that a report shows in square brackets [default: a list of all]
        #[arg(value_name = "CODE", value_parser = CodeName, hide_possible_values = true)]
        code: Option<Code>,
    },
    /// Print the JSON Schema of a charter, which lets editors help as you type
    #[command(after_help = "\
It holds this directory's fields, subjects, domains, aims, values and standards. The built site has the \
same at /charter.schema.json.

Example:
  guildhall schema > charter.schema.json")]
    Schema,
    /// Write the charter of a new group: one to fill in, or from a file of answers
    #[command(after_help = "\
A charter to fill in has each key, with what it is for and an example. Answers are checked first, and nothing is \
written if one of them is wrong. The form of the site, at /start/, asks for the same in plain words.

No file is ever written over.

Examples:
  guildhall new Hopefuls                     a charter to fill in, in content/groups/hopefuls.md
  guildhall new --from answers.yaml          from answers under the keys of a charter
  guildhall new --from issue.md --stdout     from an issue that was filled in as a form
  guildhall new --blank > my-group.md        a charter to fill in, wherever you want it")]
    New(NewOptions),
    /// Write charters from a spreadsheet, or from a list in JSON or YAML: one for each row
    #[command(after_help = "\
A map says for each key of a charter which column it comes from; docs/import.md explains it. What cannot be placed, and \
what is missing, is said for each row. No file is ever written over, and the same input gives the same files.

Examples:
  guildhall import groups.csv --suggest --map map.yaml   write a first map, to be looked through
  guildhall import groups.csv --map map.yaml --dry-run   say what would be written
  guildhall import groups.csv --map map.yaml             write the charters")]
    Import(ImportOptions),
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

    /// Report on a change: FILE is what `git diff --name-status -z` printed (`-` for standard input). Errors
    /// elsewhere are reported only if the change itself has none; `markdown` names each file of the change
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub(super) changed: Option<PathBuf>,

    /// The site before the change: charters whose meetings have changed are reported unless they were reviewed since
    #[arg(long, value_name = "DIR", requires = "changed")]
    pub(super) before: Option<PathBuf>,

    /// The format of the report
    #[arg(long, value_enum, default_value_t = FormatName::Human)]
    pub(super) format: FormatName,

    #[command(flatten)]
    pub(super) selection: Selection,

    /// Fix what has one safe answer in the charters, and report what remains
    #[arg(long)]
    pub(super) fix: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct BuildOptions {
    /// The folder for the site [default: dist in the site's folder]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,

    /// The address at which the site is published, instead of the one in content/site.yaml
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<BaseUrl>,

    /// Build without the charters that have errors, and say which ones were left out
    #[arg(long)]
    pub(super) keep_going: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct PageOptions {
    /// The charters of the groups
    #[arg(value_name = "PATH", required_unless_present = "changed")]
    pub(super) paths: Vec<PathBuf>,

    /// Take the charters of a change: FILE is what `git diff --name-status -z` printed (`-` for standard input)
    #[arg(long, value_name = "FILE", conflicts_with = "paths")]
    pub(super) changed: Option<PathBuf>,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct ServeOptions {
    /// The port to listen on; 0 chooses a free one
    #[arg(long, default_value_t = 4400)]
    pub(super) port: u16,

    /// The address to listen on. Any other than this machine's own lets others reach the preview
    #[arg(long, default_value = "127.0.0.1", value_parser = host)]
    pub(super) host: IpAddr,

    /// Answer to this name too, for use behind a proxy; may be given several times
    #[arg(long, value_name = "NAME", value_parser = allowed_host)]
    pub(super) allow_host: Vec<Host>,

    /// Open the site in the browser
    #[arg(long)]
    pub(super) open: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct InitOptions {
    /// The folder of the new directory; it is created if it does not exist
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,

    /// The site's name
    #[arg(long, value_name = "TEXT", default_value = "Our communities of practice", value_parser = title)]
    pub(super) title: String,

    /// The address at which the site will be published
    #[arg(long, value_name = "URL", default_value = "https://directory.example.org/", value_parser = base_url)]
    pub(super) base_url: BaseUrl,

    /// How people reach you: an e-mail address, or a web page
    #[arg(long, value_name = "ADDRESS", default_value = "directory@example.org", value_parser = contact)]
    pub(super) contact: Contact,

    /// The web address of the repository that takes pull requests
    #[arg(long, value_name = "URL", default_value = "https://github.com/OWNER/REPOSITORY", value_parser = repository)]
    pub(super) repository: String,

    /// The web address of Guildhall's own repository, from which the workflows build it
    #[arg(long, value_name = "URL", value_parser = repository)]
    pub(super) guildhall: Option<String>,

    /// The branch that is published
    #[arg(long, value_name = "NAME", default_value = "main", value_parser = branch)]
    pub(super) branch: String,

    /// In a directory that is there already: write this helper anew; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(super) replace: Vec<String>,

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

    /// Give a charter to fill in: written to content/groups/ if NAME is given, otherwise printed
    #[arg(long)]
    pub(super) blank: bool,

    /// Print the charter, and write no file
    #[arg(long)]
    pub(super) stdout: bool,

    /// Write the charter even if some of the answers are wrong, and say which
    #[arg(long, requires = "from")]
    pub(super) keep_going: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    /// The file: CSV from a spreadsheet, JSON (.json) or YAML (.yaml)
    #[arg(value_name = "FILE")]
    pub(super) file: PathBuf,

    /// The map, which says where each key of a charter comes from
    #[arg(long, value_name = "MAP", required_unless_present = "suggest")]
    pub(super) map: Option<PathBuf>,

    /// Write a first map from the names of the columns: into MAP if it is given, otherwise to the screen
    #[arg(long, conflicts_with = "dry_run")]
    pub(super) suggest: bool,

    /// Say what would be written, and write nothing
    #[arg(long)]
    pub(super) dry_run: bool,

    #[command(flatten)]
    pub(super) day: Day,
}

/// The build date.
#[derive(Debug, Args)]
pub(super) struct Day {
    /// The date to build for [default: the date in `SOURCE_DATE_EPOCH`, otherwise today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(super) date: Option<Date>,
}

fn host(text: &str) -> Result<IpAddr, &'static str> {
    let text = if text == "localhost" { "127.0.0.1" } else { text };
    text.parse()
        .map_err(|_| "write the address of a network interface, such as 127.0.0.1 or 0.0.0.0")
}

fn allowed_host(text: &str) -> Result<Host, &'static str> {
    Host::parse(text).ok_or("write only the name, such as preview.example.org")
}

fn base_url(text: &str) -> Result<BaseUrl, &'static str> {
    BaseUrl::parse(text)
}

fn title(text: &str) -> Result<String, &'static str> {
    check_title(text).map(|()| text.trim().to_owned())
}

fn contact(text: &str) -> Result<Contact, &'static str> {
    Contact::parse(text)
}

fn repository(text: &str) -> Result<String, &'static str> {
    check_https(text).map(|()| text.trim_end_matches('/').to_owned())
}

fn branch(text: &str) -> Result<String, &'static str> {
    check_branch(text).map(|()| text.to_owned())
}

fn date(text: &str) -> Result<Date, &'static str> {
    let date = text.parse::<Date>().ok().filter(|date| date.to_string() == text);
    let is_written_so = text.len() == 10 && text.split('-').map(str::len).eq([4, 2, 2]);
    date.ok_or(if is_written_so {
        "there is no such date"
    } else {
        "write the date as year, month and day: 2026-09-01"
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
