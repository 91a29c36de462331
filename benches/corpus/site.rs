//! Everything of a site but its groups.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use super::body;
use super::random::Random;
use super::words::{Entry, Guidance, Page, Term, WORDS};

/// Writes the settings, the terms, the guidance and the other pages.
pub fn write(content: &Path, random: &mut Random) -> io::Result<()> {
    fs::create_dir_all(content)?;
    fs::write(content.join("site.yaml"), include_str!("site.yaml"))?;
    fs::write(content.join("aims.yaml"), vocabulary(&WORDS.aims))?;
    fs::write(content.join("values.yaml"), vocabulary(&WORDS.values))?;
    for (axis, terms) in WORDS.axes() {
        folder(&content.join(axis), terms.iter().map(|term| (term.id, term_page(random, term))))?;
    }
    let guidance = WORDS.guidance.iter().enumerate();
    let guidance = guidance.map(|(index, page)| (page.id, guidance_page(random, index, page)));
    folder(&content.join("guidance"), guidance)?;
    let pages = WORDS.pages.iter().map(|Page { id, title, words }| {
        let summary = format!("{title}: what there is to know, in short.");
        let body = body::page(random, *words);
        let front_matter = format!("title: {title}\nsummary: \"{summary}\"\nupdated: 2026-09-01");
        (*id, format!("---\n{front_matter}\n---\n{body}"))
    });
    folder(&content.join("pages"), pages)
}

/// Writes files with the ending `.md`.
fn folder<'a>(folder: &Path, files: impl Iterator<Item = (&'a str, String)>) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    for (id, text) in files {
        fs::write(folder.join(format!("{id}.md")), text)?;
    }
    Ok(())
}

fn vocabulary(entries: &[Entry]) -> String {
    let mut yaml = String::new();
    for Entry { id, text } in entries {
        let name = id.replace('-', " ");
        let _ = write!(yaml, "{id}:\n  name: {name}\n  text: >-\n    {text}\n");
    }
    yaml
}

fn term_page(random: &mut Random, term: &Term) -> String {
    let Term { name, summary, aliases, .. } = term;
    let body = body::page(random, 110);
    format!("---\nname: {name}\nsummary: \"{summary}\"\naliases: [{aliases}]\n---\n{body}")
}

fn guidance_page(random: &mut Random, index: usize, page: &Guidance) -> String {
    let Guidance { title, minimum_standard, .. } = page;
    let order = (index + 1) * 10;
    let mut text = format!(
        "---\ntitle: {title}\nsummary: What groups here agree on, and why.\norder: {order}\nupdated: 2026-09-01\n"
    );
    if *minimum_standard {
        text.push_str("minimum_standard: true\nsource: https://guild.example.org/standards\n");
    }
    let words = random.rather_low(150..=900);
    let (introduction, rest) = (body::page(random, 60), body::page(random, words));
    let _ = write!(text, "---\n{introduction}\n## Safeguarding\n\n{rest}");
    text
}
