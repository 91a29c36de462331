//! Five mistakes of a leader who sends a charter by hand: each is found at its line, with a remedy that
//! makes the charter pass when it is followed to the letter.

use serde_json::Value;

use super::{Site, check, fixture, small_site};

const FILE: &str = "content/groups/saturday-strengths.md";

/// A mistake: the line that a leader writes in place of another, and what is expected of it.
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

/// What the help says to type, if it says so. Nothing is understood that does not be there.
fn to_type(help: &str) -> Option<&str> {
    let after = |words: &str| help.split_once(words).map(|(_, rest)| rest);
    let word = || after("Did you mean `")?.split('`').next();
    let quoted = || after("Did you mean ")?.strip_suffix('?');
    let day = || after("It would fit on ")?.split(' ').next();
    let list = || after("Put square brackets around it: ");
    let line = || after("Type `").or_else(|| after(": `"))?.strip_suffix("`.");
    word().or_else(quoted).or_else(day).or_else(list).or_else(line)
}

/// Types what the help says: in the place that is underlined, or, where the help shows the whole line
/// with its key, in place of that line.
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
            help: "It would fit on 2026-01-03 or 2026-02-07, if the group meets then: all later dates are counted from it. Or correct the day or how often it meets.",
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

/// The good charter with other words in place of some, and the help of the one problem of a code.
fn help_with(right: &str, wrong: &str, code: &str) -> (Site, String, String) {
    let site = small_site();
    let text = good_charter();
    assert_eq!(text.matches(right).count(), 1, "{right}");
    let text = text.replace(right, wrong);
    site.write(FILE, &text);
    let mut found = problems(&site);
    found.retain(|found| found.code == code);
    assert_eq!(found.len(), 1, "{wrong}");
    let help = found.remove(0).help;
    (site, text, help)
}

/// What is between backticks in a help.
fn shown(help: &str) -> Vec<&str> {
    help.split('`').skip(1).step_by(2).collect()
}

#[test]
fn an_example_of_what_is_missing_is_refused_until_it_is_filled_in() {
    for (line, key) in [
        ("name: Saturday Strengths\n", "name"),
        ("summary: Coaches meet on Saturdays and practise together.\n", "summary"),
        ("reviewed: 2026-06-15\n", "reviewed"),
        ("    timezone: Europe/London\n", "timezone"),
        ("    time: \"10:00\"\n", "time"),
        ("    place: {online: Video call}\n", "place"),
        ("  contact: saturdays@example.org\n", "contact"),
        ("  steps: [Write to the leader.]\n", "steps"),
        ("communication: A mailing list.\n", "communication"),
        ("size: {ideal: 8, maximum: 10}\n", "size"),
    ] {
        let code = if ["communication", "size"].contains(&key) { "unanswered" } else { "missing" };
        let (site, text, help) = help_with(line, "", code);
        let indentation = &line[..line.len() - line.trim_start().len()];
        let begins = format!("{key}:");
        let examples: Vec<_> =
            shown(&help).into_iter().filter(|it| it.starts_with(&begins)).collect();
        assert!(!examples.is_empty(), "{help}");
        for example in examples {
            let (before, after) = text.split_at(good_charter().find(line).unwrap());
            site.write(FILE, format!("{before}{indentation}{example}\n{after}"));
            check(&site, &[FILE]).ended_with(1);
        }
    }
}

#[test]
fn each_of_the_days_that_are_offered_for_a_first_meeting_passes() {
    for (repeats, day, first) in [
        ("fortnightly", "Tuesday", "2026-12-02"),
        ("every 3 weeks", "Saturday", "2026-12-02"),
        ("quarterly", "second Tuesday", "2026-12-09"),
        ("every 2 months", "31", "2026-02-28"),
    ] {
        let with = |first: &str| {
            let slot = "repeats: monthly\n    day: first Saturday\n";
            let text = good_charter();
            assert!(text.contains(slot));
            let slots = text.replace(slot, &format!("repeats: {repeats}\n    day: {day}\n"));
            slots.replace("2026-01-03", first)
        };
        let site = small_site();
        site.write(FILE, with(first));
        let help = problems(&site).remove(0).help;
        let days = help.strip_prefix("It would fit on ").unwrap().split(',').next().unwrap();
        assert_eq!(days.split(" or ").count(), 2, "{help}");
        for day in days.split(" or ") {
            site.write(FILE, with(day));
            check(&site, &[FILE]).ended_with(0);
        }
    }
}

#[test]
fn each_meaning_of_a_comma_passes_as_it_is_spelt_out() {
    let right = "  steps: [Write to the leader.]";
    let (site, text, help) = help_with(right, "  steps: [Write to us, then wait.]", "value");
    for list in ["\"Write to us, then wait.\"", "\"Write to us\", \"then wait.\""] {
        assert!(help.contains(list), "{help}");
        site.write(FILE, text.replace("Write to us, then wait.", list));
        check(&site, &[FILE]).ended_with(0);
    }
}

#[test]
fn each_meaning_of_lines_without_hyphens_passes_as_it_is_spelt_out() {
    let right = "  steps: [Write to the leader.]";
    let wrong = "  steps:\n    Write to us\n    Come to a meeting";
    let (site, text, help) = help_with(right, wrong, "type");
    for entries in
        [&["- Write to us", "- Come to a meeting"][..], &["- Write to us Come to a meeting"]]
    {
        assert!(entries.iter().all(|entry| help.contains(&format!("`{entry}`"))), "{help}");
        site.write(FILE, text.replace(wrong, &format!("  steps:\n    {}", entries.join("\n    "))));
        check(&site, &[FILE]).ended_with(0);
    }
}

#[test]
fn each_meaning_of_a_phrase_under_repeats_passes_as_it_is_spelt_out() {
    let phrases = [
        ("every other Saturday", 1),
        ("every second Saturday", 2),
        ("first Saturday of the month", 1),
    ];
    for (phrase, count) in phrases {
        let text = good_charter();
        let slot = "repeats: monthly\n    day: first Saturday\n";
        let site = small_site();
        site.write(FILE, text.replace(slot, &format!("repeats: {phrase}\n")));
        let found = problems(&site);
        assert_eq!(found.len(), 1, "one mistake, one problem");
        let lines = shown(&found[0].help);
        assert_eq!(lines.len(), 2 * count, "{}", found[0].help);
        for pair in lines.chunks(2) {
            let day = if pair[1] == "day: second Saturday" { "2026-01-10" } else { "2026-01-03" };
            let mended = text.replace(slot, &format!("{}\n    {}\n", pair[0], pair[1]));
            site.write(FILE, mended.replace("2026-01-03", day));
            check(&site, &[FILE]).ended_with(0);
        }
    }
}
