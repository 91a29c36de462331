//! A charter of which parts may be missing, and its way to a valid one.

use std::sync::Arc;

use jiff::civil::Date;

use super::format::RawCharter;
use super::series::Series;
use super::text::Reader;
use super::typed::Typed;
use super::{
    Based, Charter, Choice, Context, Costs, GroupLink, Joining, Key, Leader, Membership, Relations,
    Size, Status, based, costs, joining, leaders, limits, links, meetings, phrases, picture,
    relations, size, status, terms,
};
use crate::config::{Axis, Language, MOST_ALIASES, Picture, fold, is_earlier_path, read_language};
use crate::diagnostic::{Code, Span, Spanned};
use crate::markdown::Prose;
use crate::source::SourceFile;
use crate::yaml::{Entry, Node, Value};

/// What could be read of a charter. `None` is what is not there, or what had an error.
#[derive(Debug)]
pub(super) struct Draft<'a> {
    pub(super) name: Option<Spanned<&'a str>>,
    pub(super) summary: Option<Spanned<&'a str>>,
    pub(super) terms: [Vec<usize>; 3],
    pub(super) status: Status,
    pub(super) since: Option<Spanned<Date>>,
    pub(super) relations: Relations,
    pub(super) picture: Option<Picture>,
    pub(super) based: Option<Based>,
    pub(super) links: Vec<GroupLink>,
    pub(super) founded: Option<Spanned<Date>>,
    pub(super) reviewed: Option<Spanned<Date>>,
    pub(super) language: Option<Language>,
    pub(super) purpose: Option<Prose>,
    pub(super) leaders: Option<Vec<Leader>>,
    pub(super) aims: Option<Vec<Choice>>,
    pub(super) objectives: Option<Vec<String>>,
    pub(super) membership: Option<Membership>,
    pub(super) size: Option<Size>,
    pub(super) meetings: Vec<Spanned<Series>>,
    pub(super) commitment: Option<Prose>,
    pub(super) structure: Option<Prose>,
    pub(super) costs: Option<Costs>,
    pub(super) joining: Joining,
    pub(super) values: Option<Vec<Choice>>,
    pub(super) standards: Option<Vec<String>>,
    pub(super) communication: Option<Prose>,
    pub(super) conflict: Option<Prose>,
    pub(super) aliases: Vec<Spanned<String>>,
    pub(super) about: Prose,
}

/// Decodes every part.
pub(super) fn read<'a>(
    reader: &mut Reader<'_, '_>,
    raw: &RawCharter<'a>,
    body: Span,
    context: Context<'_>,
) -> Draft<'a> {
    let config = context.config;
    let status =
        raw.status.and_then(|entry| status::read(reader, &entry.value)).unwrap_or_default();
    for key in Key::of_charter() {
        let is_needed = key.is_required(&config.settings.required)
            && (key.name != "meetings" || status == Status::Active);
        if is_needed && !raw.has(key.name) {
            reader.missing(&reader.decoder.no_fields(raw.opening()), key.path);
        }
    }
    let founded = raw.founded.and_then(|entry| reader.decoder.date(&entry.value));
    let began = founded.map_or_else(|| context.today.first_of_year(), |date| date.value);
    let may_lack_meetings = status != Status::Active || !config.settings.required.has("meetings");
    Draft {
        name: raw.name.and_then(|entry| reader.line(&entry.value, limits::NAME)),
        summary: raw.summary.and_then(|entry| reader.line(&entry.value, limits::SUMMARY)),
        terms: Axis::ALL.map(|axis| {
            let entry = match axis {
                Axis::Field => raw.fields,
                Axis::Subject => raw.subjects,
                Axis::Domain => raw.domains,
            };
            entry.and_then(|entry| terms::read(reader, entry, axis, config)).unwrap_or_default()
        }),
        status,
        since: raw.since.and_then(|entry| reader.decoder.date(&entry.value)),
        relations: relations::read(reader, raw),
        picture: raw.picture.and_then(|entry| picture::read(reader, entry, config)),
        based: raw.based.and_then(|entry| based::read(reader, entry)),
        links: raw.links.and_then(|entry| links::read(reader, entry)).unwrap_or_default(),
        founded,
        reviewed: raw.reviewed.and_then(|entry| reader.decoder.date(&entry.value)),
        language: raw.language.and_then(|entry| read_language(reader.decoder, &entry.value)),
        purpose: raw.purpose.and_then(|entry| reader.markdown(&entry.value)),
        leaders: raw.leaders.and_then(|entry| leaders::read(reader, entry)),
        aims: raw.aims.and_then(|entry| filled_choices(reader, entry, &config.aims)),
        objectives: raw.objectives.and_then(|entry| reader.plain_list(&entry.value)),
        membership: raw
            .membership
            .and_then(|entry| reader.decoder.one_of(&entry.value, Membership::WORDS))
            .map(|membership| membership.value),
        size: raw.size.and_then(|entry| size::read(reader, entry)),
        meetings: raw
            .meetings
            .and_then(|entry| meetings::read(reader, entry, may_lack_meetings, began))
            .unwrap_or_default(),
        commitment: raw.commitment.and_then(|entry| reader.markdown(&entry.value)),
        structure: raw.structure.and_then(|entry| reader.markdown(&entry.value)),
        costs: raw.costs.and_then(|entry| costs::read(reader, entry)),
        joining: raw
            .joining
            .and_then(|entry| {
                joining::read(reader, entry, &config.settings.required, status == Status::Ended)
            })
            .unwrap_or_default(),
        values: raw.values.and_then(|entry| phrases::read(reader, entry, &config.values)),
        standards: raw.standards.and_then(|entry| terms::read_standards(reader, entry, config)),
        communication: raw.communication.and_then(|entry| reader.markdown(&entry.value)),
        conflict: raw.conflict.and_then(|entry| reader.markdown(&entry.value)),
        aliases: raw.aliases.and_then(|entry| aliases(reader, entry)).unwrap_or_default(),
        about: reader.body(body),
    }
}

fn filled_choices(
    reader: &mut Reader<'_, '_>,
    entry: &Entry,
    phrases: &crate::config::Phrases,
) -> Option<Vec<Choice>> {
    if matches!(entry.value.value, Value::Sequence(_)) {
        reader.decoder.filled_list(&entry.value)?;
    }
    phrases::read(reader, entry, phrases)
}

/// Earlier ids, and site paths that start with `/`.
fn aliases(reader: &mut Reader<'_, '_>, entry: &Entry) -> Option<Vec<Spanned<String>>> {
    let items = reader.decoder.short_list(&entry.value, MOST_ALIASES)?;
    phrases::report_repeats(reader, items);
    Some(items.iter().filter_map(|item| alias(reader, item)).collect())
}

const ALIAS_HELP: &str = "Write an id that the group had, in small letters with hyphens, or a path that starts with `/`.";

fn alias(reader: &mut Reader<'_, '_>, node: &Node) -> Option<Spanned<String>> {
    let typed = reader.decoder.word(node, "an earlier id", ALIAS_HELP)?;
    let is_id = crate::source::check_id(typed).is_ok();
    if !is_id && !is_earlier_path(typed) {
        let message =
            format!("`{}` is neither an id nor a site path.", crate::diagnostic::shorten(typed));
        reader.decoder.report(Code::Value, node.span, message, ALIAS_HELP);
        return None;
    }
    Some(Spanned { value: typed.to_owned(), span: node.span })
}

impl Draft<'_> {
    /// The charter, if nothing that it needs is missing.
    pub(super) fn finish(
        self,
        source: &Arc<SourceFile>,
        typed: impl FnOnce() -> Typed,
    ) -> Option<Charter> {
        let name = self.name?.value;
        Some(Charter {
            id: source.stem().to_owned(),
            source: Arc::clone(source),
            name: name.to_owned(),
            sort_key: fold(name),
            summary: self.summary.map(|summary| summary.value.to_owned()),
            terms: self.terms,
            status: self.status,
            since: self.since.map(|date| date.value),
            relations: self.relations,
            picture: self.picture,
            based: self.based,
            links: self.links,
            founded: self.founded.map(|date| date.value),
            reviewed: self.reviewed.map(|date| date.value),
            language: self.language,
            purpose: self.purpose,
            leaders: self.leaders.unwrap_or_default(),
            aims: self.aims.unwrap_or_default(),
            objectives: self.objectives.unwrap_or_default(),
            membership: self.membership,
            size: self.size,
            aliases: self.aliases.into_iter().map(|alias| alias.value).collect(),
            meetings: self.meetings.into_iter().map(|series| series.value).collect(),
            commitment: self.commitment,
            structure: self.structure,
            costs: self.costs,
            joining: self.joining,
            values: self.values.unwrap_or_default(),
            standards: self.standards.unwrap_or_default(),
            communication: self.communication,
            conflict: self.conflict,
            about: self.about,
            typed: typed(),
        })
    }
}
