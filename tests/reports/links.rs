//! Links that a leader gets wrong: each has a remedy, and the charter passes when it is followed to the letter.

use serde_json::Value;

use super::{Site, check, fixture, small_site};

const FILE: &str = "content/groups/saturday-strengths.md";

/// What the report says of a charter that ends with some lines: the help of each problem.
fn helps(site: &Site, lines: &str) -> Vec<String> {
    let charter = std::fs::read_to_string(fixture("reports/saturday-strengths.md")).unwrap();
    site.write(FILE, format!("{charter}\n## How we meet & why\n\n{lines}\n"));
    let report = check(site, &["--format", "json", FILE]).stdout;
    let report: Value = serde_json::from_str(&report).unwrap();
    let problems = report["diagnostics"].as_array().unwrap().iter();
    let help = |found: &Value| {
        assert_eq!(found["code"], "link", "{found}");
        found["help"].as_str().unwrap().to_owned()
    };
    problems.map(help).collect()
}

#[test]
fn the_remedy_for_a_link_makes_it_one_that_leads_somewhere() {
    let site = small_site();
    site.write("content/static/our rules.pdf", "%PDF-1.7");
    for (wrong, help, right) in [
        (
            "[x](/group/saturday-strengths)",
            "Did you mean /groups/saturday-strengths/?",
            "[x](/groups/saturday-strengths/)",
        ),
        (
            "[x](../saturday-strengths.md)",
            "Did you mean /groups/saturday-strengths/?",
            "[x](/groups/saturday-strengths/)",
        ),
        ("[x](/feilds/coaching/)", "Did you mean /fields/coaching/?", "[x](/fields/coaching/)"),
        ("[x](#how-we-met--why)", "Did you mean #how-we-meet--why?", "[x](#how-we-meet--why)"),
        ("[x](#leader)", "Did you mean #leaders?", "[x](#leaders)"),
        ("[x](our rules.pdf)", "Write `[x](our%20rules.pdf)`", "[x](/our%20rules.pdf)"),
        ("[x](/our rules.pdf)", "Write `[x](/our%20rules.pdf)`", "[x](/our%20rules.pdf)"),
        ("[x][y]", "Write `[x](ADDRESS)`", "[x](https://example.org/)"),
        ("[[x]]", "Write `[x](ADDRESS)`", "[x](/groups/)"),
        ("A note[^1].", "`[^1]: The note.`", "A note[^1].\n\n[^1]: The note."),
        ("[x](/groups/", "Write `)` behind the address", "[x](/groups/)"),
        ("[x][y]", "write `\\[` for each `[`", "\\[x]\\[y]"),
    ] {
        let found = helps(&site, wrong);
        assert!(found.len() == 1 && found[0].contains(help), "{wrong}: {found:?}");
        assert_eq!(helps(&site, right), [""; 0], "{wrong}");
    }
}

#[test]
fn where_no_address_is_near_none_is_offered() {
    let site = small_site();
    for wrong in
        ["[x](/zebra/)", "[x](../zebra.md)", "[x](/groups/zebra/)", "[x](/zebra/crossing/)"]
    {
        let found = helps(&site, wrong);
        assert!(found[0].starts_with("Write the address of a page"), "{wrong}: {found:?}");
    }
}
