//! The interface's words are in the catalogue and nowhere else, and everything in the catalogue is said.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use guildhall::words::Words;
use regex::Regex;
use support::{Site, text};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const TEMPLATES: &str = "themes/guild/templates";
const SCRIPTS: &str = "themes/guild/assets";
const MODULES: [&str; 2] = ["src/pages", "src/files"];

/// Files of these modules whose words are not the interface's.
const NOT_SHOWN: &[&str] = &[
    "src/pages/checks.rs", // messages about problems
    "src/pages/plan.rs",
    "src/pages/planner.rs",
    "src/pages/links.rs",
    "src/pages/view/writer/json_ld.rs", // the words of schema.org
    "src/files/robots.rs",
];

/// Texts of Rust and of scripts that look like words of the interface but are not.
const NO_WORDS: &[&str] = &[
    "Guildhall",                                 // the program's name
    "-//Guildhall//Communities of practice//EN", // the same, as calendars write it
    "GitHub",
    "GitLab",
    "Escape",   // a key
    "M,hv1h-z", // a path of an SVG
    "Eire",     // names of time zones
    "Zulu",
    "Universal",
    "Monday", // what charters write for the days
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Scripts that write charters, speak of them in the words of the checks, and say in English what their rules mean.
const OF_CHARTERS: &[&str] = &[
    "themes/guild/assets/charter-checks.js",
    "themes/guild/assets/charter-file.js",
    "themes/guild/assets/schedule-words.js",
];

/// The files below a folder that end so, by their paths from the root, with their texts.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(Path::new(ROOT).join(&folder)).unwrap() {
            let path = folder.join(entry.unwrap().file_name());
            let whole = Path::new(ROOT).join(&path);
            if whole.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == ending) {
                found.push((path.to_str().unwrap().to_owned(), fs::read_to_string(whole).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).unwrap()
}

/// Whether a text reads like words: it has two with a space between, or begins as a sentence does.
fn reads_like_words(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let is_word = |word: &str| word.contains(char::is_alphabetic);
    let has_two = words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]));
    let mut letters = words[0].chars();
    let is_sentence = letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some_and(char::is_lowercase)
        && letters.all(|it| it.is_lowercase() || ".,:;!?…’".contains(it));
    has_two || is_sentence
}

/// The texts of a template that are no calls of `words`: between tags, in attributes that are shown or read out, and in
/// what is handed to components.
fn stray_in_template(template: &str) -> Vec<String> {
    let template = regex(r"(?s)\{#.*?#\}").replace_all(template, "");
    let expressions = regex(r"(?s)\{\{.*?\}\}|\{%.*?%\}");
    let literals = regex(r#""([^"]*)""#);
    let handed = expressions.find_iter(&template).flat_map(|expression| {
        let texts = literals.captures_iter(expression.as_str()).map(|it| it[1].to_owned());
        texts.filter(|text| reads_like_words(text)).collect::<Vec<_>>()
    });
    let handed: Vec<String> = handed.collect();
    let html = expressions.replace_all(&template, "");
    let tags = regex(r"(?s)<[^>]*>");
    let html = html.replace("lang=\"\" dir=\"\"", ""); // attributes that are made in a place of their own
    let between =
        tags.split(&html).map(str::trim).filter(|text| text.contains(char::is_alphabetic));
    let attributes =
        regex(r#"(aria-label|alt|title|placeholder|label|content|data-[a-z]+)="([^"]*)""#);
    let shown = tags.find_iter(&html).flat_map(|tag| {
        let found = attributes.captures_iter(tag.as_str()).filter(|it| {
            let is_always_words = !it[1].starts_with("data-") && &it[1] != "content";
            let has_letters = it[2].contains(char::is_alphabetic);
            has_letters && (is_always_words || it[2].starts_with(char::is_uppercase))
        });
        found.map(|it| it[2].to_owned()).collect::<Vec<_>>()
    });
    between.map(str::to_owned).chain(shown.collect::<Vec<_>>()).chain(handed).collect()
}

/// The texts in quotes of a program in Rust or JavaScript, without those in its comments. Of a text with gaps, what
/// is around them.
fn literals(program: &str) -> Vec<String> {
    let token = regex(concat!(
        r"(?s)//[^\n]*|/\*.*?\*/|'\\?.'|",
        r"[(,=:\[!&|?{;>] *(/(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/)[a-z]*|",
        r#""((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`"#,
    ));
    let gap = regex(r"\$\{(?:[^{}]|\{[^{}]*\})*\}|\{[a-z_]*\}");
    let texts = token.captures_iter(program).filter_map(|it| it.get(2).or(it.get(3)));
    let parts = texts.flat_map(|text| {
        let around = gap.replace_all(text.as_str(), "").into_owned();
        let within = gap.find_iter(text.as_str()).flat_map(|gap| literals(gap.as_str()));
        std::iter::once(around).chain(within).collect::<Vec<_>>()
    });
    parts.collect()
}

/// The texts of a program that read like words. Names of elements and of their classes do not, nor do messages about
/// mistakes in the program itself.
fn stray_in_program(program: &str) -> Vec<String> {
    let is_markup = regex(r"^[a-z -]+$|[\[\]<>#=]|^[.:]|^input, |^\(m");
    let shown = regex(r#"(?s)new Error\(.*?\);|(reason = |debug_struct\(|expect\()"[^"]*",?\s*\)"#)
        .replace_all(program, "");
    let texts = literals(&shown).into_iter().filter(|text| reads_like_words(text));
    let texts = texts.filter(|text| !text.starts_with("words:") && !is_markup.is_match(text));
    texts.filter(|text| !NO_WORDS.contains(&text.as_str())).collect()
}

fn without_tests(rust: &str) -> &str {
    rust.split("#[cfg(test)]").next().unwrap_or_default()
}

fn programs() -> Vec<(String, String)> {
    let rust = MODULES.iter().flat_map(|module| files(module, "rs"));
    let rust = rust.filter(|(path, _)| !path.ends_with("/tests.rs"));
    let rust = rust.map(|(path, text)| (path, without_tests(&text).to_owned()));
    rust.chain(files(SCRIPTS, "js")).collect()
}

#[test]
fn no_words_are_outside_the_catalogue() {
    let mut stray = Vec::new();
    for (path, text) in files(TEMPLATES, "html") {
        stray.extend(stray_in_template(&text).into_iter().map(|text| format!("{path}: {text}")));
    }
    let is_exempt = |path: &str| NOT_SHOWN.contains(&path) || OF_CHARTERS.contains(&path);
    for (path, text) in programs().into_iter().filter(|(path, _)| !is_exempt(path)) {
        stray.extend(stray_in_program(&text).into_iter().map(|text| format!("{path}: {text}")));
    }
    assert!(stray.is_empty(), "write these into src/words/en.ftl:\n{}", stray.join("\n"));
}

#[test]
fn words_outside_of_the_catalogue_would_be_found() {
    let template = r#"{# not this #}<p class="lead">{{ words(key="groups") }} <b>Come in</b></p>
        <nav aria-label="main" data-when="weekly dates" data-another="Add one"></nav><!-- -->
        {{ <link words="Write to us" class="button" /> }}{% if a == "waiting-list" %}<i>{{ n }}</i>{% endif %}"#;
    assert_eq!(stray_in_template(template), ["Come in", "main", "Add one", "Write to us"]);
    let script = r#"// "Not this"
        const a = element("p", "Something else"), b = "button quiet", c = document.querySelector(".a > b");
        const d = `Only ${count} left`, e = /"No"/, f = say("group-count"), g = "Ended"; throw new Error("Not so");"#;
    assert_eq!(stray_in_program(script), ["Something else", "Only  left", "Ended"]);
    let rust = "/// \"Not this\"\nlet a = format!(\"{n} groups here.\"); let b = '\"'; let c = \"Free\"; let d = \"id\";";
    assert_eq!(stray_in_program(rust), [" groups here.", "Free"]);
}

/// What a call of `words` in a template says, and with which variables. The language of a text is none of them.
fn calls(template: &str) -> Vec<(String, BTreeSet<String>)> {
    let call = regex(
        r#"words\(key="([^"]*)"((?:, [a-z-]+=(?:words\([^()]*\)|[^,()]|\([^()]*\)|"[^"]*")+)*)\)"#,
    );
    let variable = regex(r", ([a-z]+)=");
    let names =
        |text: &str| variable.captures_iter(text).map(|it| it[1].to_owned()).collect::<Vec<_>>();
    let of = |text: &str| names(text).into_iter().filter(|name| name != "language").collect();
    let each = call.captures_iter(template).flat_map(|it| {
        let own = (it[1].to_owned(), of(&it[2]));
        std::iter::once(own).chain(calls(&it[2])).collect::<Vec<_>>()
    });
    each.collect()
}

#[test]
fn templates_say_what_is_in_the_catalogue_with_its_variables() {
    for (path, text) in files(TEMPLATES, "html") {
        let calls = calls(&text);
        let count = text.matches("words(key=").count();
        assert_eq!(calls.len(), count, "{path} has a call that is not seen");
        for (key, given) in calls {
            let taken =
                Words::variables(&key).unwrap_or_else(|| panic!("{path}: no words `{key}`"));
            let taken: BTreeSet<String> = taken.into_iter().map(str::to_owned).collect();
            assert_eq!(given, taken, "{path}: the variables of `{key}`");
        }
    }
}

/// What a script says, and the names of what it is given.
fn said_and_given(script: &str) -> (Vec<String>, Vec<String>) {
    let given = regex(r#""words:([^"]*)""#);
    let given = given
        .captures_iter(script)
        .flat_map(|it| it[1].split_whitespace().map(str::to_owned).collect::<Vec<_>>());
    let known: BTreeSet<&str> = Words::keys().collect();
    let is_said = |text: &String| text.starts_with("script-") || known.contains(text.as_str());
    (literals(script).into_iter().filter(is_said).collect(), given.collect())
}

#[test]
fn scripts_are_given_what_they_say() {
    let known: BTreeSet<&str> = Words::keys().collect();
    for (path, text) in
        files(SCRIPTS, "js").into_iter().filter(|(_, text)| text.contains("\"words:"))
    {
        let (said, given) = said_and_given(&text);
        let is_given = |key: &str| {
            given
                .iter()
                .any(|name| key == name || (name.ends_with('-') && key.starts_with(name.as_str())))
        };
        for key in said.iter().filter(|key| text.contains(&format!("say(\"{key}\""))) {
            assert!(known.contains(key.as_str()), "{path}: no words `{key}`");
            assert!(is_given(key), "{path}: `{key}` is not among its words");
        }
        for key in said.iter().filter(|key| key.starts_with("script-")) {
            assert!(known.contains(key.as_str()) && is_given(key), "{path}: no words `{key}`");
        }
        for name in given {
            assert!(known.iter().any(|key| key.starts_with(&name)), "{path}: no words `{name}`");
        }
    }
}

#[test]
fn programs_say_what_is_in_the_catalogue() {
    let known: BTreeSet<&str> = Words::keys().collect();
    let call = regex(r#"words(?:\(\))?\s*\.(?:get|fill)\(\s*"([^"]*)""#);
    let mut seen = 0;
    for (path, text) in programs() {
        for call in call.captures_iter(&text) {
            assert!(known.contains(&call[1]), "{path}: no words `{}`", &call[1]);
            seen += 1;
        }
    }
    assert!(seen > 30, "only {seen} calls are seen");
}

#[test]
fn everything_in_the_catalogue_is_said() {
    let mut said: BTreeSet<String> = BTreeSet::new();
    for (_, text) in files(TEMPLATES, "html") {
        let key = regex(r#"key="([^"]*)""#);
        said.extend(key.captures_iter(&text).map(|it| it[1].to_owned()));
    }
    said.extend(programs().iter().flat_map(|(_, text)| literals(text)));
    said.extend(literals(&fs::read_to_string("src/config/vocabulary/axis.rs").unwrap()));
    let unsaid: Vec<_> = Words::keys().filter(|key| !said.contains(*key)).collect();
    assert!(unsaid.is_empty(), "take these out of src/words/en.ftl: {unsaid:?}");
}

#[test]
fn a_site_says_words_its_own_way_on_pages_in_scripts_and_in_files() {
    let site = Site::golden();
    let path = site.root().join("content/site.yaml");
    let own = "words:\n  groups: Circles & <i>rings</i>\n  group-count: |-\n    { $n ->\n        [one] one circle\n       \
               *[other] { $n } circles\n    }\n  state-similar: Or see { $link }.\n  facet-places: Room\n";
    fs::write(&path, fs::read_to_string(&path).unwrap() + own).unwrap();
    site.build(&[]).ended_with(0);
    let built = site.built();
    let home = text(&built, "groups/index.html");
    assert!(
        home.contains(">Circles &amp; &lt;i&gt;rings&lt;/i&gt;</h1>") && home.contains(" circles<"),
        "{home}"
    );
    let scripts = built.keys().filter(|path| path.starts_with("assets/filter-list."));
    assert!(scripts.map(|path| text(&built, path)).all(|it| it.contains("\"one\":\"one circle\"")));
    let facets = built.keys().find(|path| path.ends_with("facets.json")).unwrap();
    assert!(text(&built, facets).contains("\"name\":\"Room\""));
}
