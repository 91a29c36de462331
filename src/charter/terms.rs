//! Fields, subjects, domains and standards: ids that must exist.

use super::limits;
use super::phrases::report_repeats;
use super::text::Reader;
use crate::config::{Axis, Config, fold};
use crate::diagnostic::{Code, join_words, nearest, shorten};
use crate::text::join;
use crate::yaml::{Entry, NAME_ENDS, Node, read_all};

/// The positions of an axis's terms in the vocabulary.
pub(super) fn read(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    axis: Axis,
    config: &Config,
) -> Option<Vec<usize>> {
    let vocabulary = &config.vocabulary;
    let id_of = |text: &str| {
        let term = vocabulary.term(axis, text).or_else(|| vocabulary.named(axis, text));
        term.map(|term| term.id.clone())
    };
    if let Some(unknown) = reader.decoder.unknown_in_text(&entry.value, &NAME_ENDS, id_of) {
        for node in &unknown {
            read_term(reader, node, axis, config);
        }
        return None;
    }
    let items = reader.decoder.short_list(&entry.value, limits::TERMS)?;
    report_repeats(reader, items);
    read_all(items, |item| read_term(reader, item, axis, config))
}

fn read_term(
    reader: &mut Reader<'_, '_>,
    node: &Node,
    axis: Axis,
    config: &Config,
) -> Option<usize> {
    let vocabulary = &config.vocabulary;
    let id = reader.decoder.word(node, "the id of a term", "Write the id of a term.")?;
    let position = vocabulary.position(axis, id);
    if position.is_none() {
        let message =
            format!("There is no {} `{}`.", axis.singular(&config.settings.words), shorten(id));
        let help = remedy(id, axis, config);
        let named = vocabulary.named(axis, id);
        let edit = named.and_then(|term| reader.decoder.replacement(node, &term.id));
        reader.decoder.report_fixable(Code::UnknownTerm, node.span, (message, help), edit);
    }
    position
}

/// The most terms that a help lists.
const MOST_LISTED: usize = 30;

/// The axes by which groups are found: those that have terms, or all in a directory without any.
pub(super) fn to_find_by(config: &Config) -> Vec<Axis> {
    let with_terms: Vec<Axis> = config.vocabulary.axes().collect();
    if with_terms.is_empty() { Axis::ALL.to_vec() } else { with_terms }
}

/// What is said of a charter without a term: the axis of which it is said, the first that has terms, and what fills the
/// gaps of the message.
pub fn no_term(config: &Config) -> (Axis, [(&'static str, String); 4]) {
    let (vocabulary, words) = (&config.vocabulary, &config.settings.words);
    let axes = to_find_by(config);
    let first = axes[0]; // of one to three
    let ids: Vec<&str> = vocabulary.terms(first).iter().map(|term| term.id.as_str()).collect();
    let offer = match ids.len() {
        1..=MOST_LISTED => {
            format!(" The {} are {}.", first.plural(words), join_words(&ids, "and"))
        }
        _ => String::new(),
    };
    let gaps = [
        ("key", first.key().to_owned()),
        ("one", join(&axes.iter().map(|axis| axis.singular(words)).collect::<Vec<_>>(), "or")),
        ("keys", join_words(&axes.iter().map(|axis| axis.key()).collect::<Vec<_>>(), "or")),
        ("offer", offer),
    ];
    (first, gaps)
}

/// The term that was meant: on this axis by id, name or alias; on another axis by its id; or the
/// list of all, where it is not too long.
fn remedy(id: &str, axis: Axis, config: &Config) -> String {
    let (vocabulary, words) = (&config.vocabulary, &config.settings.words);
    if let Some(term) = vocabulary.guess(axis, id) {
        let guess = format!("Did you mean `{}` ({})?", term.id, term.name);
        let is_named = vocabulary.named(axis, id).is_some();
        return if is_named { guess } else { format!("{guess} {}", all_terms(axis, config)) };
    }
    let elsewhere = Axis::ALL.into_iter().find(|other| vocabulary.position(*other, id).is_some());
    if let Some(other) = elsewhere {
        return format!(
            "It is one of the {}: write it under `{}`.",
            other.plural(words),
            other.key()
        );
    }
    all_terms(axis, config)
}

/// Which terms there are, and what to do where none fits.
fn all_terms(axis: Axis, config: &Config) -> String {
    let (vocabulary, words) = (&config.vocabulary, &config.settings.words);
    let ids: Vec<&str> = vocabulary.terms(axis).iter().map(|term| term.id.as_str()).collect();
    match ids.as_slice() {
        [] => format!("This directory has no {} yet.", axis.plural(words)),
        ids if ids.len() > MOST_LISTED => format!(
            "This directory has {} {}. Each has a file in content/{}/: write its name without `.md`.",
            ids.len(),
            axis.plural(words),
            axis.key(),
        ),
        ids => format!(
            "The {} are {}. If none fits, choose the nearest, and ask for a new one when you send the charter.",
            axis.plural(words),
            join_words(ids, "and")
        ),
    }
}

/// The ids of the minimum standards that a group declares.
pub(super) fn read_standards(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    config: &Config,
) -> Option<Vec<String>> {
    let id_of = |text: &str| standard_named(text, config).map(str::to_owned);
    if let Some(unknown) = reader.decoder.unknown_in_text(&entry.value, &NAME_ENDS, id_of) {
        for node in &unknown {
            read_standard(reader, node, config);
        }
        return None;
    }
    let items = reader.decoder.list(&entry.value)?;
    report_repeats(reader, items);
    read_all(items, |item| read_standard(reader, item, config))
}

fn read_standard(reader: &mut Reader<'_, '_>, node: &Node, config: &Config) -> Option<String> {
    let id = reader.decoder.word(node, "the id of a standard", "Write the id of a standard.")?;
    let is_faulty = config.faulty_guidance.iter().any(|faulty| faulty == id);
    if is_faulty || config.standards().any(|standard| standard.id == id) {
        return Some(id.to_owned());
    }
    let message = format!("There is no minimum standard `{}`.", shorten(id));
    let only = standard_named(id, config);
    let ids: Vec<&str> = config.standards().map(|standard| standard.id.as_str()).collect();
    let meant = only.or_else(|| nearest(id, ids.iter().copied()));
    let help = match (meant, ids.as_slice()) {
        (Some(id), _) => format!("Did you mean `{id}`?"),
        (None, []) => "The guidance of this directory has no minimum standards yet.".to_owned(),
        (None, ids) => format!("The standards are {}.", join_words(ids, "and")),
    };
    let edit = only.and_then(|id| reader.decoder.replacement(node, id));
    reader.decoder.report_fixable(Code::UnknownTerm, node.span, (message, help), edit);
    None
}

/// The id of the only standard whose id or title a text is, without regard to case, accents and hyphens.
fn standard_named<'c>(text: &str, config: &'c Config) -> Option<&'c str> {
    let plain = |text: &str| fold(&text.replace('-', " "));
    let wanted = plain(text);
    let is_named = |name: &str| plain(name) == wanted;
    let mut named = config.standards().filter(|it| is_named(&it.id) || is_named(&it.title));
    named.next().filter(|_| named.next().is_none()).map(|standard| standard.id.as_str())
}
