//! The files of `content/static/`: what may be published, and under which names. `check` and `build` alike.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::fs;

use serde_json::Value;

use support::{Site, TODAY, copy, fixture, guildhall, run};

fn site(files: &[&str]) -> Site {
    let site = Site::empty();
    copy(&fixture("check/base"), &site.root());
    for file in files {
        site.write(&format!("content/static/{file}"), "x");
    }
    site
}

/// The problems of static files: which file, which code, and which other file is pointed to.
fn problems(site: &Site) -> Vec<(String, String, String)> {
    let mut command = guildhall();
    command.args(["check", "--date", TODAY, "--format", "json", "--root"]).arg(site.root());
    let report: Value = serde_json::from_str(&run(&mut command).stdout).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let short = |value: &Value| text(value).replace("content/static/", "");
    let found = report["diagnostics"].as_array().unwrap().iter();
    let found = found.map(|found| {
        assert_eq!(found["severity"], "error", "{found}");
        (short(&found["file"]), text(&found["code"]), short(&found["related"][0]["file"]))
    });
    found.collect()
}

/// Each of the files is refused with the code, by `check` and by `build`.
fn assert_refused(file: &str, code: &str) {
    let site = site(&[file]);
    let found = problems(&site);
    assert!(
        found.iter().any(|problem| problem.0 == file && problem.1 == code),
        "{file:?}: {found:?}"
    );
    site.build(&[]).ended_with(1);
    assert!(!site.out().exists());
}

#[test]
fn a_file_that_could_run_or_steer_something_is_refused() {
    for file in [
        "page.html",
        "page.HTM",
        "a.xhtml",
        "drawing.svg",
        "a.js",
        "a.mjs",
        "a.css",
        "a.wasm",
        "_headers",
        "_redirects",
        "CNAME",
        "a.xml",
        "a.json",
        "a.php",
        "a.png.html",
        "a.svgz",
        "macro.docm",
        "x.png~",
        "web.config",
        "a.shtml",
        "deep/er/a.pdf.exe",
    ] {
        assert_refused(file, "static");
    }
}

#[test]
fn every_passive_kind_is_published_in_any_case() {
    let kinds = "png jpeg jpg gif webp avif pdf txt csv ics vcf woff2 mp3 mp4 webm docx xlsx odt ods PNG Pdf";
    let files: Vec<String> =
        kinds.split(' ').enumerate().map(|(n, kind)| format!("f{n}/a.{kind}")).collect();
    let site = site(&files.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(problems(&site), []);
    site.build(&[]).ended_with(0);
    for file in files {
        assert!(site.out().join(&file).is_file(), "{file}");
    }
}

#[test]
fn what_site_yaml_lists_is_published() {
    let site = site(&["tool/page.html", "_headers", "logo.svg"]);
    let settings = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    site.write(
        "content/site.yaml",
        settings + "logo: logo.svg\nstatic: [tool/page.html, _headers]\n",
    );
    assert_eq!(problems(&site), []);
    site.build(&[]).ended_with(0);
    assert!(site.out().join("tool/page.html").is_file() && site.out().join("_headers").is_file());
}

#[test]
fn the_remedy_for_a_file_that_is_wanted_works_to_the_letter() {
    for file in ["a.html", "a, b.html", "# x.js", "it's [here].css", "- a"] {
        let site = site(&[file]);
        let mut command = guildhall();
        command.args(["check", "--date", TODAY, "--format", "json", "--root"]).arg(site.root());
        let report: Value = serde_json::from_str(&run(&mut command).stdout).unwrap();
        let help = report["diagnostics"][0]["help"].as_str().unwrap();
        let (_, line) = help.split_once("write `").unwrap();
        let (line, _) = line.split_once("` in content/site.yaml").unwrap();
        let settings = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
        site.write("content/site.yaml", format!("{settings}{line}\n"));
        assert_eq!(problems(&site), [], "{line}");
        site.build(&[]).ended_with(0);
    }
}

#[cfg(unix)]
#[test]
fn a_name_that_some_systems_cannot_keep_is_refused_even_if_it_is_listed() {
    for file in [
        "con.png",
        "CON.PNG",
        "nul.tar.txt",
        "a/aux.txt",
        "x.",
        "x.png ",
        "a:b.png",
        "a?.png",
        "a\u{1b}.png",
        "a\\b.png",
        "com1/a.png",
    ] {
        assert_refused(file, "static");
    }
    assert_refused(&format!("{}a.png", "long/".repeat(40)), "static");
    let site = site(&["x."]);
    let settings = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    site.write("content/site.yaml", settings + "static: [x.]\n");
    assert_eq!(problems(&site), [("x.".to_owned(), "static".to_owned(), String::new())]);
}

#[cfg(target_os = "linux")]
#[test]
fn two_names_that_some_systems_hold_for_one_are_refused_at_both_places() {
    for (one, other) in [
        ("Map.png", "map.png"),
        ("A/one.txt", "a/two.txt"),
        ("caf\u{e9}.png", "cafe\u{301}.png"),
        ("STRASSE.txt", "straße.txt"),
    ] {
        let site = site(&[one, other]);
        let mut names = [one.to_owned(), other.to_owned()];
        names.sort();
        let [first, second] = names;
        assert_eq!(problems(&site), [(second, "static".to_owned(), first)]);
        site.build(&[]).ended_with(1);
    }
}

#[test]
fn a_file_that_some_systems_hold_for_a_page_is_refused() {
    for file in ["Robots.txt", "Groups/Index.html"] {
        assert_refused(file, "duplicate");
    }
}

#[test]
fn a_list_of_what_is_not_there_is_reported_at_its_place() {
    let site = site(&["tool/page.html"]);
    let settings = fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    let lines = "static:\n  - tol/page.html\n  - .well-known/x\n  - tool/page.html\n";
    site.write("content/site.yaml", settings + lines);
    let mut command = guildhall();
    let ran =
        run(command.args(["check", "--date", TODAY, "--root"]).arg(site.root())).ended_with(1);
    assert!(ran.stdout.contains("Did you mean `tool/page.html`?"), "{}", ran.stdout);
    assert!(ran.stdout.contains("start with a dot are never published"), "{}", ran.stdout);
    assert!(ran.stdout.contains("content/site.yaml:7:5"), "{}", ran.stdout);
}
