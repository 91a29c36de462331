//! The report for people: the source with the place underlined.

use annotate_snippets::renderer::DEFAULT_EMPHASIS_STYLE;
use annotate_snippets::{
    AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet,
};

use super::excerpt::Excerpt;
use super::{Diagnostic, Place, Report, Severity, Texts, summary};
use crate::text::on_one_line;

/// Wider than any [`Excerpt`], which has cut the long lines already.
const TERMINAL_WIDTH: usize = 10_000;

/// How many problems are read one by one, without a summary.
pub(super) const MANY: usize = 20;

/// Every problem with its source, then a line on the whole. Text from files cannot steer the
/// terminal: [`on_one_line`] and [`Excerpt`] are between them.
///
/// Where there are many, a line for each code is between the two.
pub(super) fn render(report: &Report, texts: &dyn Texts, colour: bool) -> String {
    let mut out = problems(&report.diagnostics, texts, colour);
    if report.diagnostics.len() > MANY {
        out.push_str(&summary::lines(report));
    }
    out.push_str(&report.closing());
    out.push('\n');
    out
}

/// Some problems with their source, each followed by an empty line.
pub(super) fn problems<'a>(
    problems: impl IntoIterator<Item = &'a Diagnostic>,
    texts: &dyn Texts,
    colour: bool,
) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(TERMINAL_WIDTH);
    let mut out = String::new();
    for found in problems {
        let text = renderer.render(&groups(found, texts, colour));
        out.push_str(&without_commands(text));
        out.push_str("\n\n");
    }
    out
}

/// What the log of a GitHub workflow treats as a command anywhere in a line.
const COMMAND: &str = "##[";

/// Text for people without commands to a workflow's log. Nothing moves: a sharp looks like the sign it replaces.
fn without_commands(text: String) -> String {
    if text.contains(COMMAND) { text.replace(COMMAND, "#♯[") } else { text }
}

/// The problem, its place and remedy, then each related place.
fn groups<'a>(found: &'a Diagnostic, texts: &dyn Texts, colour: bool) -> Vec<Group<'a>> {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.clone().secondary_title(emphasised(&found.message, colour));
    let mut groups = vec![Group::with_title(title.id(found.code.as_str()))];
    groups.extend(place_groups(&level, &found.place, texts, remedy(found)));
    for related in &found.related {
        let title = Level::NOTE.secondary_title(on_one_line(&related.message));
        groups.push(Group::with_title(title));
        groups.extend(place_groups(&Level::NOTE, &related.place, texts, Vec::new()));
    }
    groups
}

/// The help, each line after its own label: a line never starts with text from a file, which could
/// pass for a line of ours or for a workflow command in the log of GitHub Actions.
fn remedy(found: &Diagnostic) -> Vec<Element<'_>> {
    let lines = found.help.iter().flat_map(|help| help.lines());
    let mut remedy: Vec<_> =
        lines.map(|line| Level::HELP.message(on_one_line(line)).into()).collect();
    if !remedy.is_empty() {
        remedy.insert(0, Padding.into());
    }
    remedy
}

fn emphasised(text: &str, colour: bool) -> String {
    let text = on_one_line(text);
    let style = DEFAULT_EMPHASIS_STYLE;
    if colour { format!("{style}{text}{style:#}") } else { text }
}

/// Where a place is, its source if there is any, and what belongs below. The position is a group of
/// its own because the renderer would count columns from where a long line was cut.
fn place_groups<'a>(
    level: &Level<'a>,
    place: &Place,
    texts: &dyn Texts,
    below: Vec<Element<'a>>,
) -> Vec<Group<'a>> {
    let origin = Origin::path(on_one_line(&place.file))
        .line(place.start.line as usize)
        .char_column(place.start.column as usize);
    let origin = Group::with_level(level.clone()).element(origin);
    let text = if place.is_whole_file() { None } else { texts.text(&place.file) };
    let Some(text) = text else {
        return vec![origin.elements(below)];
    };
    let excerpt = Excerpt::of(place, &text);
    let snippet = Snippet::source(excerpt.text)
        .line_start(place.start.line as usize)
        .fold(false)
        .annotation(AnnotationKind::Primary.span(excerpt.marked));
    vec![origin, Group::with_level(level.clone()).element(snippet).elements(below)]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::super::fixtures::{self, Files, place_at};
    use super::super::{Code, Format, Span};
    use super::*;
    use crate::text::steers;

    fn human(report: &Report, texts: &dyn Texts) -> String {
        report.render(Format::Human, texts, false)
    }

    #[test]
    fn no_text_is_a_command_to_the_log_of_a_workflow() {
        let source = "13 | reviewed: 2026-06-15 # ##[set-env name=a]b".to_owned();
        let shown = without_commands(source.clone());
        assert_eq!(shown, "13 | reviewed: 2026-06-15 # #♯[set-env name=a]b");
        assert_eq!(shown.chars().count(), source.chars().count());
    }

    #[test]
    fn the_source_is_shown_with_the_place_underlined() {
        insta::assert_snapshot!(human(&fixtures::report(), &fixtures::files()), @"
        warning[unanswered]: The purpose says too little.
         --> content/groups/bread.md:3:10
          |
        3 |   purpose: >-
          |  __________^
        4 | |   To read
        5 | |   what we would not
        6 | |   read alone,
          | |_____________^

        warning[unsafe]: Left out.
         --> content/groups/café.md:2:21
          |
        2 | summary: Größe 読書会     und    mehr
          |                           ^^^^^^^^^^^

        error[encoding]: The file is not UTF-8 text.
        --> content/groups/old.md:1:1

        error[duplicate]: The name “Book Circle” is taken.
         --> content/groups/readers.md:2:7
          |
        2 | name: Book Circle
          |       ^^^^^^^^^^^
          |
          = help: Give this group a name of its own.
        note: It stands here first.
         --> content/groups/bread.md:2:7
          |
        2 | name: Book Circle
          |       ^^^^^^^^^^^

        error[value]: “acive” is no status.
         --> content/groups/readers.md:3:9
          |
        3 | status: acive
          |         ^^^^^
          |
          = help: Write active.

        3 errors, 2 warnings in 5 files (4 groups).
        ");
    }

    #[test]
    fn hostile_text_is_seen_and_does_nothing() {
        let shown = human(&fixtures::hostile(), &fixtures::hostile_files());
        insta::assert_snapshot!(shown, @"
        error[value]: ␛[31m @everyone <script>x</script>␍␊::error::no [a](https://e.example) 100%
         --> content/a,b:`c`␛]0;x␇␊::error::<img>.md:1:7
          |
        1 | name: ␛[2J�evil�31m
          |       ^^^^^^^^^^^^^
          |
          = help: # **b** �www.e.example #12 `x` :tada: $x$ {0} deadbeef &amp;
        note: a|b�m _c_ ~~d~~
         --> content/a,b:`c`␛]0;x␇␊::error::<img>.md:1:7
          |
        1 | name: ␛[2J�evil�31m
          |       ^^^^^^^^^^^^^

        1 error in 1 file (1 group).
        ");
    }

    #[test]
    fn colour_changes_nothing_but_escape_codes() {
        let (report, texts) = (fixtures::report(), fixtures::files());
        let coloured = report.render(Format::Human, &texts, true);
        assert!(coloured.starts_with("\u{1b}["));
        let plain: String = coloured
            .split('\u{1b}')
            .enumerate()
            .map(|(index, part)| if index == 0 { part } else { part.split_once('m').unwrap().1 })
            .collect();
        assert_eq!(plain, human(&report, &texts));
    }

    #[test]
    fn without_problems_one_line_says_so() {
        let shown = human(&fixtures::nothing(), &fixtures::files());
        assert_eq!(shown, "No problems in 24 files (18 groups).\n");
    }

    #[test]
    fn the_last_line_leaves_out_what_there_is_none_of() {
        let place = Place::whole_file(&Arc::from("a.md"));
        let warning = Report::new(vec![Diagnostic::new(Code::Over, place, "x")], 1, 1);
        assert_eq!(warning.closing(), "1 warning in 1 file (1 group).");
    }

    #[test]
    fn what_was_not_asked_for_is_counted() {
        let mut report = fixtures::report();
        report.show_only(|found| found.code == Code::Value);
        assert_eq!(
            report.closing(),
            "1 error in 5 files (4 groups). 4 other problems are not shown."
        );
        report.show_only(|_| false);
        assert_eq!(
            report.closing(),
            "No such problems in 5 files (4 groups). 5 other problems are not shown."
        );
    }

    #[test]
    fn a_file_that_cannot_be_read_is_named_without_source() {
        let text = "name: x\n";
        let found = Diagnostic::new(Code::Limits, place_at("big.md", text, 6..7), "Too large.")
            .help("Make it smaller.\n::error::or split it.");
        insta::assert_snapshot!(human(&Report::new(vec![found], 1, 0), &Files::default()), @"
        error[limits]: Too large.
        --> big.md:1:7
         |
         = help: Make it smaller.
         = help: ::error::or split it.

        1 error in 1 file (0 groups).
        ");
    }

    #[test]
    fn a_long_line_is_cut_and_the_column_stays_true() {
        let text = format!("a: {}bad{}\n", "x ".repeat(50_000), " y".repeat(50_000));
        let place = place_at("long.md", &text, 100_003..100_006);
        let texts = Files::of([("long.md", text.as_str())]);
        let found = Diagnostic::new(Code::Value, place, "No.");
        insta::assert_snapshot!(human(&Report::new(vec![found], 1, 1), &texts), @"
        error[value]: No.
         --> long.md:1:100004
          |
        1 | …x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x bad y y y y y y y y y y y y y y y y y y …
          |                                                              ^^^

        1 error in 1 file (1 group).
        ");
    }

    #[test]
    fn many_problems_on_one_long_line_stay_short() {
        let text = "x".repeat(256 * 1024);
        let texts = Files::of([("long.md", text.as_str())]);
        let found = (0..1000).map(|number| {
            let mut place = place_at("long.md", "", 0..0);
            place.span = Span::new(number * 26 + 1, text.len());
            Diagnostic::new(Code::Value, place, format!("No. {number}"))
        });
        let shown = human(&Report::new(found.collect(), 1, 1), &texts);
        assert_eq!(shown.lines().count(), 6 * 1000 + 3);
        assert!(shown.lines().all(|line| line.chars().count() < 110));
    }

    #[test]
    fn no_text_from_a_file_is_a_command_to_the_log_of_a_workflow() {
        let text = "reviewed: 2025-06-15 # ##[set-env name=a]b";
        let texts = Files::of([("##[a].md", text)]);
        let place = place_at("##[a].md", text, 10..20);
        let found = Diagnostic::new(Code::Stale, place.clone(), "No ##[command].")
            .help("Nor ##[here].")
            .related(place, "##[nor] here");
        let shown = human(&Report::new(vec![found], 1, 1), &texts);
        assert!(shown.contains("# #♯[set-env name=a]b"), "{shown}");
        assert!(!shown.contains("##["), "{shown}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn nothing_steers_the_terminal_whatever_the_text_and_the_place(
            text in "([a-z :\t]|\r|\n|\\PC|\\p{Cc}|\\p{Cf}|\u{1b}\\[31m){0,300}",
            words in "(\\PC|\\p{Cc}|\\p{Cf}){0,30}",
            span in (0_usize..400, 0_usize..400),
        ) {
            let place = place_at("a.md", &text, span.0..span.1);
            let found = Diagnostic::new(Code::Value, place.clone(), words.clone())
                .help(words.clone())
                .related(place, words);
            let texts = Files::of([("a.md", text.as_str())]);
            let shown = human(&Report::new(vec![found], 1, 1), &texts);
            prop_assert!(!shown.contains(|other| other != '\n' && steers(other)), "{shown:?}");
        }
    }
}
