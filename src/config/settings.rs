//! The settings of the site: `content/site.yaml`.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{
    BaseUrl, Contact, Language, Look, Period, Repository, Required, messages, required_line,
    web_address,
};
use crate::diagnostic::{Code, Diagnostic, Message, Place, Severity, nearest, shorten};
use crate::source::Sources;
use crate::words::Words;
use crate::yaml::{self, Decoder, Fields, Node};

const FILE: &str = "content/site.yaml";
/// The theme that needs no files of the site's own.
const BUILT_IN_THEME: &str = "guild";

const KEYS: &[&str] = &[
    "title",
    "base_url",
    "description",
    "language",
    "contact",
    "repository",
    "branch",
    "submissions",
    "theme",
    "logo",
    "colours",
    "checks",
    "review_after",
    "features",
    "static",
    "words",
    "axes",
    "required",
];

/// The settings of the site.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The site's name.
    pub title: String,
    /// Where it is published.
    pub base_url: BaseUrl,
    /// One line on it.
    pub description: String,
    /// The language of its own words.
    pub language: Language,
    /// Where the Guild is reached.
    pub contact: Option<Contact>,
    /// Where charters are sent.
    pub repository: Option<Repository>,
    /// The `https` address to which the form may send a charter.
    pub submissions: Option<String>,
    /// The name of the theme: a folder of `themes/`, or the one that is built in.
    pub theme: String,
    /// The publisher's own logo and colours.
    pub look: Look,
    /// Severities that differ from the codes' own.
    pub checks: Checks,
    /// How long a charter is taken to be fresh.
    pub review_after: Period,
    /// The keys on which the directory insists.
    pub required: Required,
    /// Parts of the site that can be left out.
    pub features: Features,
    /// Files of `content/static/` that are published although their kind is not passive, by their paths there.
    pub published: Vec<String>,
    /// The words of the interface, some of which the site says its own way.
    pub words: Arc<Words>,
}

/// Which warnings are errors, and which are switched off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checks(BTreeMap<Code, Option<Severity>>);

impl Checks {
    /// The severity of a code on this site. `None` when it is switched off.
    pub fn severity(&self, code: Code) -> Option<Severity> {
        self.0.get(&code).copied().unwrap_or(Some(code.severity()))
    }

    /// Gives each problem the severity that it has on this site, and removes those that are switched off.
    pub fn apply(&self, mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics.retain_mut(|diagnostic| match self.severity(diagnostic.code) {
            Some(severity) => {
                diagnostic.severity = severity;
                true
            }
            None => false,
        });
        diagnostics
    }
}

/// Parts of the site that are on unless the publisher switches them off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Features {
    /// Search.
    pub search: bool,
    /// The calendar page and calendar files.
    pub calendars: bool,
    /// Pages for two terms at once.
    pub intersections: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            title: "Communities of practice".to_owned(),
            base_url: BaseUrl::parse("http://localhost/").unwrap_or_else(|_| unreachable!()),
            description: String::new(),
            language: Language::british_english(),
            contact: None,
            repository: None,
            submissions: None,
            theme: BUILT_IN_THEME.to_owned(),
            look: Look::default(),
            checks: Checks::default(),
            review_after: Period::YEAR,
            required: Required::default(),
            features: Features { search: true, calendars: true, intersections: true },
            published: Vec::new(),
            words: Arc::new(Words::english()),
        }
    }
}

impl Settings {
    pub(super) fn read(sources: &Sources, found: &mut Vec<Diagnostic>) -> Self {
        let Some(source) = sources.text_file(FILE) else {
            if !sources.problems().any(|problem| is_or_holds(&problem.place.file, FILE)) {
                let place = Place::whole_file(&Arc::from(FILE));
                let message = "The settings of the site are missing: this file does not exist.";
                found.push(Diagnostic::new(Code::Missing, place, message).help(EXAMPLE));
            }
            return Self::default();
        };
        let Some(root) = yaml::parse_file(source, found) else { return Self::default() };
        let mut decoder = Decoder::new(source, &root);
        let settings = decode(&mut decoder, &root, sources).unwrap_or_default();
        found.extend(decoder.finish());
        settings
    }
}

/// Whether a path is that of a file, or of a folder above it.
fn is_or_holds(path: &str, file: &str) -> bool {
    file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

const EXAMPLE: &str = "Write a file with at least `title`, `base_url` and `description`.";

fn decode(decoder: &mut Decoder<'_>, root: &Node, sources: &Sources) -> Option<Settings> {
    let start = crate::diagnostic::Span::default();
    let fields = decoder.fields(root, start, KEYS)?;
    let default = Settings::default();
    let title = required_line(decoder, &fields, "title", "the name of the site", 100);
    let description = required_line(decoder, &fields, "description", "one line on the site", 300);
    let language = site_language(decoder, &fields).unwrap_or(default.language);
    Some(Settings {
        title: title.map_or(default.title, str::to_owned),
        base_url: base_url(decoder, &fields).unwrap_or(default.base_url),
        description: description.unwrap_or_default().to_owned(),
        contact: fields.get("contact").and_then(|node| read_contact(decoder, node)),
        repository: super::repository::read(decoder, &fields),
        submissions: fields.get("submissions").and_then(|node| submissions(decoder, node)),
        theme: theme(decoder, &fields, sources).unwrap_or(default.theme),
        look: super::look::read(decoder, &fields, sources),
        checks: fields.get("checks").and_then(|node| checks(decoder, node)).unwrap_or_default(),
        review_after: review_after(decoder, &fields).unwrap_or(default.review_after),
        required: super::required::read(decoder, &fields),
        features: fields
            .get("features")
            .and_then(|node| features(decoder, node))
            .unwrap_or(default.features),
        published: super::statics::read_listed(decoder, &fields, sources),
        words: Arc::new(super::own_texts::read(decoder, &fields, &language)),
        language,
    })
}

fn base_url(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Option<BaseUrl> {
    const HELP: &str =
        "Write `base_url: https://…`, with the address at which the site is published.";
    let Some(node) = fields.get("base_url") else {
        decoder.missing(fields, "base_url", "the address at which the site is published", HELP);
        return None;
    };
    let typed = decoder.word(node, "a web address", HELP)?;
    BaseUrl::parse(typed)
        .map_err(|reason| decoder.report(Code::Value, node.span, reason, HELP))
        .ok()
}

/// Reads a language tag.
pub(crate) fn read_language(decoder: &mut Decoder<'_>, node: &Node) -> Option<Language> {
    let typed = decoder.word(node, "the code of a language", messages::BAD_LANGUAGE.help)?;
    let language = Language::parse(typed);
    if language.is_none() {
        tell_of_language(decoder, node, typed);
    }
    language
}

fn tell_of_language(decoder: &mut Decoder<'_>, node: &Node, typed: &str) {
    let quoted = shorten(typed);
    let Some(tag) = Language::meant(typed) else {
        return decoder.emit(node.span, &messages::BAD_LANGUAGE, &[("typed", &quoted)]);
    };
    let words = messages::LANGUAGE_MEANT.fill(&[("typed", &quoted), ("tag", &tag)]);
    let edit = decoder.replacement(node, &tag);
    decoder.report_fixable(messages::LANGUAGE_MEANT.code, node.span, words, edit);
}

/// The language of the site's own words. The pages' are English.
fn site_language(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Option<Language> {
    let node = fields.get("language")?;
    let language = read_language(decoder, node)?;
    if !language.is_english() {
        let tag = language.as_str();
        let name = language.english_name().unwrap_or(tag);
        let message = format!(
            "The pages say that they are in {name}, but their headings, buttons and other words around yours are in English."
        );
        let help = format!(
            "These words are not translated yet. Write `language: en-GB` here, and `language: {tag}` in each charter \
            that is written in {name}."
        );
        decoder.report(Code::Language, node.span, message, help);
    }
    Some(language)
}

/// Reads an e-mail address or an `https` address.
pub(crate) fn read_contact(decoder: &mut Decoder<'_>, node: &Node) -> Option<Contact> {
    let typed =
        decoder.word(node, "an e-mail address or a web address", messages::BAD_CONTACT.help)?;
    Contact::parse(typed)
        .map_err(|fault| report_address(decoder, node, typed, fault, &messages::BAD_CONTACT))
        .ok()
}

/// Reports an address that is not valid. Where one is meant, it is offered.
pub(crate) fn report_address(
    decoder: &mut Decoder<'_>,
    node: &Node,
    typed: &str,
    fault: &str,
    message: &Message,
) {
    let web_only = *message != messages::BAD_CONTACT;
    let meant = Contact::meant(typed).filter(|meant| !web_only || meant.contains("://"));
    let Some(meant) = meant else { return decoder.emit(node.span, message, &[("fault", fault)]) };
    let words = messages::ADDRESS_MEANT.fill(&[("fault", fault), ("address", &meant)]);
    let edit = decoder.replacement(node, &meant);
    decoder.report_fixable(message.code, node.span, words, edit);
}

/// Reads an `https` address.
pub(crate) fn read_web_address(decoder: &mut Decoder<'_>, node: &Node) -> Option<String> {
    let typed = decoder.word(node, "a web address", messages::BAD_URL.help)?;
    web_address(typed)
        .map_err(|fault| report_address(decoder, node, typed, fault, &messages::BAD_URL))
        .ok()
}

/// An address to which the form sends charters. The policy of its page names the address, where `;` and `,` end it
/// (Content Security Policy Level 3, section 2.3.1).
fn submissions(decoder: &mut Decoder<'_>, node: &Node) -> Option<String> {
    let address = read_web_address(decoder, node)?;
    if address.contains([';', ',', '#']) {
        let message = "The address that takes charters cannot have `;`, `,` or `#` in it.";
        decoder.report(Code::Value, node.span, message, "Write the address without them.");
        return None;
    }
    Some(address)
}

/// The name of a theme: the built-in one, or one with files of its own.
fn theme(decoder: &mut Decoder<'_>, fields: &Fields<'_>, sources: &Sources) -> Option<String> {
    let node = fields.get("theme")?;
    let name =
        decoder.word(node, "the name of a theme", "Write the name of a folder in themes/.")?;
    if let Err(reason) = crate::source::check_id(name) {
        let message = format!("This cannot be the name of a theme: {reason}.");
        decoder.report(Code::Value, node.span, message, "Write the name of a folder in themes/.");
        return None;
    }
    if name != BUILT_IN_THEME && sources.theme(name).next().is_none() {
        let message = format!("There is no theme `{name}`: themes/{name}/ has no files.");
        let help = "Write the name of a folder in themes/, or remove the line.";
        decoder.report(Code::Value, node.span, message, help);
        return None;
    }
    Some(name.to_owned())
}

fn review_after(decoder: &mut Decoder<'_>, fields: &Fields<'_>) -> Option<Period> {
    const HELP: &str = "Write a number and a unit, such as `12 months`, `2 years` or `90 days`.";
    let node = fields.get("review_after")?;
    let typed = decoder.word(node, "a period of time", HELP)?;
    let period = Period::parse(typed);
    if period.is_none() {
        let message = format!("`{}` is not a period of time.", shorten(typed));
        decoder.report(Code::Value, node.span, message, HELP);
    }
    period
}

fn features(decoder: &mut Decoder<'_>, node: &Node) -> Option<Features> {
    let fields = decoder.fields(node, node.span, &["search", "calendars", "intersections"])?;
    let mut on = |key| fields.get(key).and_then(|node| decoder.flag(node)).unwrap_or(true);
    let [search, calendars, intersections] = ["search", "calendars", "intersections"].map(&mut on);
    if let Some(node) = fields.get("calendars").filter(|_| !calendars) {
        let message = "Without this feature, the calendars have no addresses: whoever subscribes to one gets no \
                       more changes, and an error.";
        let help = "Switch it on again. If nobody subscribes yet, or all of them know, add `checks: {vanished: off}`.";
        decoder.report(Code::Vanished, node.span, message, help);
    }
    Some(Features { search, calendars, intersections })
}

fn checks(decoder: &mut Decoder<'_>, node: &Node) -> Option<Checks> {
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    let yaml::Value::Mapping(entries) = &node.value else {
        return decoder.wrong_type(
            node,
            yaml::messages::KEYS,
            "Write it like {stale: …}, with `error`, `warning` or `off`.",
        );
    };
    let mut checks = BTreeMap::new();
    for entry in entries {
        let Some(code) = Code::named(&entry.key) else {
            let message = format!("There is no check `{}`.", shorten(&entry.key));
            let help = match nearest(&entry.key, names.iter().copied()) {
                Some(name) => format!("Did you mean `{name}`?"),
                None => "The documentation lists the codes of all checks.".to_owned(),
            };
            decoder.report(Code::UnknownKey, entry.key_span, message, help);
            continue;
        };
        let words =
            [("error", Some(Severity::Error)), ("warning", Some(Severity::Warning)), ("off", None)];
        let Some(severity) = decoder.one_of(&entry.value, &words) else { continue };
        if code.severity() == Severity::Error && severity.value != Some(Severity::Error) {
            let message = format!("`{code}` is an error, and errors cannot be changed.");
            let help = "Remove the line. Only warnings can be changed.";
            decoder.report(Code::Value, entry.value.span, message, help);
            continue;
        }
        checks.insert(code, severity.value);
    }
    Some(Checks(checks))
}
