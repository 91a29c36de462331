//! Which problems a report shows, and how much of them.

use clap::{Args, ValueEnum};

use super::Failure;
use super::explain::CodeName;
use crate::diagnostic::{Code, Diagnostic, Format, Report, Severity};

/// What is asked for.
#[derive(Debug, Args)]
pub(super) struct Selection {
    /// Show only how many problems there are of each code, the worst first
    #[arg(long, conflicts_with = "format")]
    pub(super) summary: bool,

    /// Show only the problems of this code; may be given several times
    #[arg(long, value_name = "CODE", value_parser = CodeName, hide_possible_values = true)]
    only: Vec<Code>,

    /// Show only the problems that are at least this grave
    #[arg(long, value_enum)]
    severity: Option<Least>,
}

/// The formats of a report, as they are typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum FormatName {
    /// The source with the place underlined
    Human,
    /// One JSON object
    Json,
    /// Workflow commands, which GitHub shows next to the lines
    Github,
    /// A comment for a pull request
    Markdown,
    /// SARIF 2.1.0
    Sarif,
    /// Corrected lines as JSON, for suggestions next to the lines of a pull request
    Suggestions,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Human => Self::Human,
            FormatName::Json => Self::Json,
            FormatName::Github => Self::Github,
            FormatName::Markdown => Self::Markdown,
            FormatName::Sarif => Self::Sarif,
            FormatName::Suggestions => Self::Suggestions,
        }
    }
}

/// The least severity that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Least {
    /// Only errors
    Error,
    /// Errors and warnings
    Warning,
}

impl Selection {
    /// Refuses what cannot be: a comment on a change says whether all is well, so it is about everything.
    pub(super) fn check(&self, format: Format) -> Result<(), Failure> {
        let is_everything = self.only.is_empty() && self.severity.is_none();
        if is_everything || format != Format::Markdown {
            return Ok(());
        }
        let message = "A comment for a pull request tells everything. Leave out --only and --severity, or take another \
                       --format.";
        Err(Failure::Usage(message.to_owned()))
    }

    /// Leaves the other problems out of a report.
    pub(super) fn apply(&self, report: &mut Report) {
        report.show_only(|found| self.has(found));
    }

    fn has(&self, found: &Diagnostic) -> bool {
        let is_grave = self.severity != Some(Least::Error) || found.severity == Severity::Error;
        is_grave && (self.only.is_empty() || self.only.contains(&found.code))
    }
}
