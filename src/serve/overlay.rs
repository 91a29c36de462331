//! What the preview adds to a page: the script that reloads it, and the problems over it.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use crate::diagnostic::{Diagnostic, Report, Severity};

use super::Answer;

/// The most problems on a page. The terminal shows all of them.
const MOST: usize = 50;
const END_OF_PAGE: &[u8] = b"</body>";

/// The elements to add to a page that shows this version of the site.
pub(super) fn addition(version: &str, report: &Report) -> String {
    let mut html = format!(
        r#"<script src="/__guildhall/reload.js" data-version="{}" defer></script>"#,
        Escaped(version)
    );
    if report.errors() > 0 {
        // Writing to a string cannot fail.
        let _ = write_problems(&mut html, report);
    }
    html
}

/// Puts an addition at the end of a page's body.
pub(super) fn insert(mut page: Vec<u8>, addition: &str) -> Vec<u8> {
    let end = page
        .windows(END_OF_PAGE.len())
        .rposition(|window| window.eq_ignore_ascii_case(END_OF_PAGE))
        .unwrap_or(page.len());
    page.splice(end..end, addition.bytes());
    page
}

/// The page to show while there is no good site to show behind the problems.
pub(super) fn page_without_site() -> Answer {
    let page = r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The site cannot be shown yet</title>
</head>
<body>
<main>
<h1>The site cannot be shown yet</h1>
<p>Fix the problems below. The site will then appear here by itself.</p>
</main>
</body>
</html>
"#;
    Answer { content_type: Cow::Borrowed("text/html; charset=utf-8"), body: page.into() }
}

fn write_problems(html: &mut String, report: &Report) -> fmt::Result {
    let count = report.errors();
    let problems = if count == 1 { "problem" } else { "problems" };
    write!(
        html,
        r#"<link rel="stylesheet" href="/__guildhall/preview.css">
<section id="guildhall-problems" role="alert" aria-label="Problems" tabindex="0">
<details open><summary>{count} {problems} to fix</summary>
<p>Until then, the site stays as it was.</p>
<ol>
"#
    )?;
    let errors = report.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    for problem in errors.take(MOST) {
        write_problem(html, problem)?;
    }
    html.push_str("</ol>\n");
    if let Some(more) = count.checked_sub(MOST).filter(|more| *more > 0) {
        writeln!(html, "<p>And {more} more. The terminal shows them all.</p>")?;
    }
    html.push_str("</details>\n</section>\n");
    Ok(())
}

/// Untrusted text is in a `bdi`, so that it cannot reorder what is around it.
fn write_problem(html: &mut String, problem: &Diagnostic) -> fmt::Result {
    let (file, start) = (Escaped(&problem.place.file), problem.place.start);
    let (line, column, message) = (start.line, start.column, Escaped(&problem.message));
    write!(html, "<li><code><bdi>{file}</bdi>:{line}:{column}</code> <bdi>{message}</bdi>")?;
    if let Some(help) = &problem.help {
        write!(html, " <bdi>{}</bdi>", Escaped(help))?;
    }
    html.push_str("</li>\n");
    Ok(())
}

/// Text as it must be in an element or in a quoted attribute.
struct Escaped<'a>(&'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in self.0.chars() {
            match character {
                '&' => formatter.write_str("&amp;"),
                '<' => formatter.write_str("&lt;"),
                '>' => formatter.write_str("&gt;"),
                '"' => formatter.write_str("&quot;"),
                '\'' => formatter.write_str("&#39;"),
                control if control.is_control() && !control.is_whitespace() => {
                    formatter.write_char(char::REPLACEMENT_CHARACTER)
                }
                plain => formatter.write_char(plain),
            }?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Code, Place};
    use std::sync::Arc;

    fn report(count: usize) -> Report {
        let problem = |number: usize| {
            let place = Place::whole_file(&Arc::from("content/groups/a.md"));
            Diagnostic::new(Code::Missing, place, format!("Problem {number:03}."))
        };
        Report::new((0..count).map(problem).collect(), 1, 1)
    }

    #[test]
    fn a_page_without_errors_gets_the_script_alone() {
        let place = Place::whole_file(&Arc::from("content/groups/a.md"));
        let warning = Diagnostic::new(Code::Stale, place, "Old.");
        insta::assert_snapshot!(
            addition("7-1", &Report::new(vec![warning], 1, 1)),
            @r#"<script src="/__guildhall/reload.js" data-version="7-1" defer></script>"#
        );
    }

    #[test]
    fn problems_are_listed_with_their_place_and_remedy() {
        let place = Place::whole_file(&Arc::from("content/groups/a.md"));
        let error = Diagnostic::new(Code::Missing, place, "There is no summary.").help("Add one.");
        insta::assert_snapshot!(addition("7-1", &Report::new(vec![error], 1, 1)), @r#"
        <script src="/__guildhall/reload.js" data-version="7-1" defer></script><link rel="stylesheet" href="/__guildhall/preview.css">
        <section id="guildhall-problems" role="alert" aria-label="Problems" tabindex="0">
        <details open><summary>1 problem to fix</summary>
        <p>Until then, the site stays as it was.</p>
        <ol>
        <li><code><bdi>content/groups/a.md</bdi>:1:1</code> <bdi>There is no summary.</bdi> <bdi>Add one.</bdi></li>
        </ol>
        </details>
        </section>
        "#);
    }

    #[test]
    fn what_a_charter_says_is_escaped() {
        let hostile = "</bdi><script>alert('x')</script>&\"\u{1b}[31m\0";
        let place = Place::whole_file(&Arc::from(hostile));
        let error = Diagnostic::new(Code::Missing, place, hostile).help(hostile);
        let html = addition("7-1", &Report::new(vec![error], 1, 1));
        let escaped = "&lt;/bdi&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;\u{fffd}[31m\u{fffd}";
        assert_eq!(html.matches(escaped).count(), 3);
        assert_eq!(html.matches("<script").count(), 1);
    }

    #[test]
    fn a_long_list_is_cut_off_and_says_so() {
        let html = addition("7-1", &report(MOST + 2));
        assert_eq!(html.matches("<li>").count(), MOST);
        assert!(html.contains("52 problems to fix"));
        assert!(html.contains("<p>And 2 more. The terminal shows them all.</p>"));
        assert!(!addition("7-1", &report(MOST)).contains(" more."));
    }

    #[test]
    fn the_addition_is_before_the_last_end_of_the_body() {
        let inserted = |page: &str| String::from_utf8(insert(page.into(), "+")).unwrap();
        assert_eq!(inserted("<body>x</body></html>"), "<body>x+</body></html>");
        assert_eq!(inserted("<!-- </body> --></BODY>"), "<!-- </body> -->+</BODY>");
        assert_eq!(inserted("x"), "x+");
        assert_eq!(inserted(""), "+");
    }
}
