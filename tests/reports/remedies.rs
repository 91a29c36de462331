//! Five mistakes of a leader who sends a charter by hand: each is found at its line, with a remedy that
//! makes the charter pass when it is followed to the letter.

use serde_json::Value;

use super::{Site, check, fixture, small_site};

const FILE: &str = "content/groups/saturday-strengths.md";

/// A mistake: the line that a leader writes in the place of another, and what is expected of it.
struct Mistake {
    right: &'static str,
    wrong: &'static str,
    code: &'static str,
    help: &'static str,
}

/// A problem as the report tells it.
struct Problem {
    line: usize,
    code: String,
    help: String,
    /// The characters of the place: line and column of its start and its end, from 1.
    start: (usize, usize),
    end: (usize, usize),
}

fn good_charter() -> String {
    std::fs::read_to_string(fixture("reports/saturday-strengths.md")).unwrap()
}

/// The charter with the mistakes.
fn with(mistakes: &[Mistake]) -> String {
    mistakes.iter().fold(good_charter(), |text, Mistake { right, wrong, .. }| {
        assert_eq!(text.matches(right).count(), 1, "{right}");
        text.replace(right, wrong)
    })
}

fn problems(site: &Site) -> Vec<Problem> {
    let report: Value =
        serde_json::from_str(&check(site, &["--format", "json", FILE]).stdout).unwrap();
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let point = |point: &Value| (number(&point["line"]), number(&point["column"]));
    let problem = |found: &Value| Problem {
        line: number(&found["start"]["line"]),
        code: found["code"].as_str().unwrap().to_owned(),
        help: found["help"].as_str().unwrap().to_owned(),
        start: point(&found["start"]),
        end: point(&found["end"]),
    };
    report["diagnostics"].as_array().unwrap().iter().map(problem).collect()
}

/// What the help says to type, if it says so. Nothing is understood that does not stand there.
fn to_type(help: &str) -> Option<&str> {
    let after = |words: &str| help.split_once(words).map(|(_, rest)| rest);
    let word = || after("Did you mean `")?.split('`').next();
    let quoted = || after("Did you mean ")?.strip_suffix('?');
    let day = || after("The next such day is ")?.split('.').next();
    let list = || after("Put square brackets around it: ");
    let line = || after("Type `").or_else(|| after(": `"))?.strip_suffix("`.");
    word().or_else(quoted).or_else(day).or_else(list).or_else(line)
}

/// Types what the help says: in the place that is underlined, or, where the help shows the whole line
/// with its key, in the place of that line.
fn mend(text: &str, problem: &Problem) -> String {
    let typed = to_type(&problem.help);
    assert!(typed.is_some(), "this says nothing to type: {}", problem.help);
    let typed = typed.unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let line = &mut lines[problem.line - 1];
    let key = line.split_once(':').map(|(key, _)| format!("{key}: ")).unwrap_or_default();
    if typed.starts_with(key.trim_start()) {
        let indentation = line.len() - line.trim_start().len();
        line.replace_range(indentation.., typed);
    } else {
        assert_eq!(problem.start.0, problem.end.0, "{}", problem.help);
        let byte =
            |column: usize| line.char_indices().nth(column - 1).map_or(line.len(), |it| it.0);
        let place = byte(problem.start.1)..byte(problem.end.1);
        line.replace_range(place, typed);
    }
    lines.join("\n") + "\n"
}

/// Sends a charter with mistakes, and follows every remedy to the letter.
fn assert_mended(mistakes: &[Mistake]) {
    let site = small_site();
    let text = with(mistakes);
    site.write(FILE, &text);
    check(&site, &[FILE]).ended_with(1);
    let found = problems(&site);
    let line_of = |words: &str| text.lines().position(|line| words.contains(line)).unwrap() + 1;
    let mut expected: Vec<_> =
        mistakes.iter().map(|it| (line_of(it.wrong), it.code, it.help)).collect();
    expected.sort_unstable();
    let told: Vec<_> =
        found.iter().map(|it| (it.line, it.code.as_str(), it.help.as_str())).collect();
    assert_eq!(told, expected);
    // From the last to the first, so that the places of the others stay true.
    let mended = found.iter().rev().fold(text, |text, problem| mend(&text, problem));
    site.write(FILE, mended);
    let again = check(&site, &[FILE]).ended_with(0);
    assert_eq!(again.stdout, "No problems in 1 file (1 group).\n");
}

#[test]
fn the_charter_without_mistakes_has_no_problems() {
    let site = small_site();
    site.write(FILE, good_charter());
    let ran = check(&site, &[FILE]).ended_with(0);
    assert_eq!(ran.stdout, "No problems in 1 file (1 group).\n");
}

#[test]
fn five_mistakes_in_what_is_said_are_mended_to_the_letter() {
    assert_mended(&[
        Mistake {
            right: "fields: [coaching]",
            wrong: "fields: [Coaching]",
            code: "unknown-term",
            help: "Did you mean `coaching` (Coaching)?",
        },
        Mistake {
            right: "    time: \"10:00\"",
            wrong: "    time: 10am",
            code: "value",
            help: "Did you mean \"10:00\"?",
        },
        Mistake {
            right: "    first: 2026-01-03",
            wrong: "    first: 2026-01-04",
            code: "schedule",
            help: "The next such day is 2026-02-07. Or mend the rule.",
        },
        Mistake {
            right: "costs: free",
            wrong: "cost: free",
            code: "unknown-key",
            help: "Did you mean `costs`?",
        },
        Mistake {
            right: "  steps: [Write to the leader.]",
            wrong: "  steps: Write to the leader.",
            code: "type",
            help: "Put square brackets around it: [Write to the leader.]",
        },
    ]);
}

#[test]
fn five_mistakes_in_how_it_is_written_are_mended_to_the_letter() {
    assert_mended(&[
        Mistake {
            right: "summary: Coaches meet on Saturdays and practise together.",
            wrong: "summary: Saturdays: coaches meet and practise together.",
            code: "yaml",
            help: "Put quotes around it: `summary: \"Saturdays: coaches meet and practise together.\"`.",
        },
        Mistake {
            right: "  - name: The group's leader",
            wrong: "  - name: @leader",
            code: "yaml",
            help: "Put quotes around it: `- name: \"@leader\"`.",
        },
        Mistake {
            right: "size: {ideal: 8, maximum: 10}",
            wrong: "size: {ideal: 8, maximum: 10",
            code: "yaml",
            help: "Close it after the last entry: `size: {ideal: 8, maximum: 10}`.",
        },
        Mistake {
            right: "communication: A mailing list.",
            wrong: "communication:A mailing list.",
            code: "yaml",
            help: "Type `communication: A mailing list.`.",
        },
        Mistake {
            right: "values: [confidentiality]",
            wrong: "values: [confidentiality",
            code: "yaml",
            help: "Close it after the last entry: `values: [confidentiality]`.",
        },
    ]);
}
