//! `guildhall explain`

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};

use super::console::{Outcome, print};
use super::failure::Failure;
use crate::diagnostic::{Code, Report, nearest};

/// Explains a code, or lists all of them.
pub(super) fn run(code: Option<Code>) -> Result<Outcome, Failure> {
    // Bold is taken out again where standard output is no terminal, or NO_COLOR is set.
    let Some(code) = code else {
        let how = "`guildhall explain CODE` explains the rule, the reason for it, and shows a right example.";
        return print(&format!("{}\n{how}\n", Code::list(true)));
    };
    print(&code.explain(true))
}

/// The line below a report that says how to learn more of its gravest problem.
pub(super) fn hint(report: &Report) -> Option<String> {
    let gravest = report.diagnostics.iter().min_by_key(|found| found.severity)?;
    Some(format!("`guildhall explain {}` says why.", gravest.code))
}

/// The code of that name, also as a report shows it: `error[schedule]`.
fn code(text: &str) -> Result<Code, String> {
    let name = text.trim();
    let name = name.strip_prefix("error").or_else(|| name.strip_prefix("warning")).unwrap_or(name);
    let name = name.trim_matches(['[', ']', ':']).to_lowercase();
    Code::named(&name).ok_or_else(|| {
        let all = "`guildhall explain` lists all codes";
        match nearest(&name, Code::ALL.iter().map(|code| code.as_str())) {
            Some(near) => format!("did you mean `{near}`? {all}"),
            None => format!("there is no such code. {all}"),
        }
    })
}

/// Reads a code in our own words, and tells shells what can be completed.
#[derive(Clone)]
pub(super) struct CodeName;

impl TypedValueParser for CodeName {
    type Value = Code;

    fn parse_ref(
        &self,
        command: &clap::Command,
        argument: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Code, clap::Error> {
        TypedValueParser::parse_ref(&code, command, argument, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        let value = |code: &Code| PossibleValue::new(code.as_str()).help(code.summary());
        Some(Box::new(Code::ALL.iter().map(value)))
    }
}
