//! The report for GitHub Actions: workflow commands, one line each.
//!
//! The runner turns them into annotations of the changed lines. It shows ten errors and ten warnings
//! of a step, and fifty annotations of a job; all of them are in the log. It takes columns only where
//! a place begins and ends on one line. Whether its end column is the last character or the one after
//! is not written down; here it is the one after, as in the other reports.
//!
//! <https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>

use super::{Diagnostic, Place, Report};
use crate::text::on_one_line;

/// One command for each problem, or nothing.
pub(super) fn render(report: &Report) -> String {
    report.diagnostics.iter().map(command).collect()
}

fn command(found: &Diagnostic) -> String {
    let Place { file, start, end, .. } = &found.place;
    let place = if start.line == end.line {
        let (line, column) = (start.line, start.column);
        format!("line={line},col={column},endLine={line},endColumn={}", end.column)
    } else {
        format!("line={},endLine={}", start.line, end.line)
    };
    format!(
        "::{} file={},{place},title={}::{}\n",
        found.severity.as_str(),
        property(file),
        property(found.code.as_str()),
        data(&message(found)),
    )
}

/// The message, the help and the related places, each on a line of its own.
fn message(found: &Diagnostic) -> String {
    let mut lines = vec![found.message.clone()];
    lines.extend(found.help.clone());
    for related in &found.related {
        let Place { file, start, .. } = &related.place;
        lines.push(format!("{file}:{}:{}: {}", start.line, start.column, related.message));
    }
    lines.join("\n")
}

/// Escapes a message as GitHub's toolkit does. What else would steer the log is made visible.
fn data(text: &str) -> String {
    on_one_line(&text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A"))
}

/// Escapes a property as GitHub's toolkit does.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::fixtures;
    use super::*;

    #[test]
    fn every_problem_is_one_command() {
        insta::assert_snapshot!(render(&fixtures::report()), @"
        ::warning file=content/groups/bread.md,line=3,endLine=7,title=unanswered::The purpose says too little.
        ::warning file=content/groups/café.md,line=2,col=21,endLine=2,endColumn=29,title=unsafe::Left out.
        ::error file=content/groups/old.md,line=1,col=1,endLine=1,endColumn=1,title=encoding::The file is not UTF-8 text.
        ::error file=content/groups/readers.md,line=2,col=7,endLine=2,endColumn=18,title=duplicate::The name “Book Circle” is taken.%0AGive this group a name of its own.%0Acontent/groups/bread.md:2:7: It stands here first.
        ::error file=content/groups/readers.md,line=3,col=9,endLine=3,endColumn=14,title=value::“acive” is no status.%0AWrite active.
        ");
    }

    #[test]
    fn hostile_text_stays_in_its_command() {
        let shown = render(&fixtures::hostile());
        assert_eq!(shown.lines().count(), 1);
        insta::assert_snapshot!(shown, @"
        ::error file=content/a%2Cb%3A`c`␛]0;x␇%0A%3A%3Aerror%3A%3A<img>.md,line=1,col=7,endLine=1,endColumn=20,title=value::␛[31m @everyone <script>x</script>%0D%0A::error::no [a](https://e.example) 100%25%0A# **b** �www.e.example #12 `x` :tada: $x$ {0} deadbeef &amp;%0Acontent/a,b:`c`␛]0;x␇%0A::error::<img>.md:1:7: a|b�m _c_ ~~d~~
        ");
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(render(&fixtures::nothing()), "");
    }

    #[test]
    fn texts_are_escaped_as_the_toolkit_does() {
        assert_eq!(data("50% of a:b,c\r\nd"), "50%25 of a:b,c%0D%0Ad");
        assert_eq!(property("50% of a:b,c\r\nd"), "50%25 of a%3Ab%2Cc%0D%0Ad");
    }
}
