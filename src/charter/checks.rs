//! Rules that concern more than one key, or the build date. All of them run on every charter.

use super::draft::Draft;
use super::format::{Key, RawCharter};
use super::terms::no_term;
use super::{Context, Membership, Places, QUESTIONS, Question, Status, messages};
use crate::config::{Axis, Contact, latest_today};
use crate::diagnostic::Spanned;
use crate::yaml::{Decoder, Node, Value};

/// The most members with which an open group works well.
pub const LARGEST_OPEN: u32 = 20;
/// The most members with which a closed group works well.
pub const LARGEST_CLOSED: u32 = 12;

/// A charter as far as it could be read, and what it is checked against.
#[derive(Clone, Copy)]
pub(super) struct Checked<'c> {
    pub(super) raw: &'c RawCharter<'c>,
    pub(super) draft: &'c Draft<'c>,
    pub(super) context: Context<'c>,
}

type Check = fn(&mut Decoder<'_>, Checked<'_>);

/// Every check, in the order of the documentation.
pub(super) const CHECKS: &[Check] = &[
    has_a_term,
    dates_are_past,
    is_fresh,
    questions_have_answers,
    parts_are_said,
    can_be_reached,
    has_ended_if_succeeded,
    standards_are_declared,
    keeps_confidences,
    is_not_too_large,
    contact_is_not_personal,
    has_the_places_it_offers,
    is_not_over,
];

fn has_a_term(decoder: &mut Decoder<'_>, Checked { raw, context, .. }: Checked<'_>) {
    let has_entries = |axis: Axis| match raw.get(axis.key()).map(|entry| &entry.value.value) {
        Some(Value::Sequence(items)) => !items.is_empty(),
        Some(_) => true,             // of the wrong type, which is reported already
        None => raw.has(axis.key()), // misspelt
    };
    if Axis::ALL.into_iter().any(has_entries) {
        return;
    }
    let (axis, gaps) = no_term(context.config);
    let gaps = gaps.each_ref().map(|(name, text)| (*name, text.as_str()));
    decoder.emit_for_key(axis.key(), raw.opening(), &messages::NO_TERM, &gaps);
}

fn dates_are_past(decoder: &mut Decoder<'_>, Checked { draft, context, .. }: Checked<'_>) {
    for date in [draft.since, draft.founded, draft.reviewed].into_iter().flatten() {
        if date.value > latest_today(context.today) {
            let (day, today) = (date.value.to_string(), context.today.to_string());
            decoder.emit(date.span, &messages::TO_COME, &[("date", &day), ("today", &today)]);
        }
    }
}

fn is_fresh(decoder: &mut Decoder<'_>, Checked { draft, context, .. }: Checked<'_>) {
    let Some(reviewed) = draft.reviewed else { return };
    let stale = context.config.settings.review_after.after(reviewed.value) < context.today;
    if stale && draft.status != Status::Ended {
        decoder.emit(reviewed.span, &messages::IS_STALE, &[]);
    }
}

fn questions_have_answers(decoder: &mut Decoder<'_>, Checked { raw, draft, context }: Checked<'_>) {
    if draft.status == Status::Ended {
        return;
    }
    let required = &context.config.settings.required;
    let is_open = |question: &&Question| {
        let is_of_meetings = question.keys().any(|key| key.name == "meetings");
        question.is_optional(required) && (!is_of_meetings || draft.status == Status::Active)
    };
    for question in QUESTIONS.iter().filter(is_open) {
        let Some(first) = question.keys().next() else { continue };
        if question.keys().any(|key| raw.has(key.name)) {
            continue;
        }
        let number = question.number.to_string();
        let gaps = [("number", &*number), ("question", question.text), ("remedy", question.remedy)];
        decoder.emit_for_key(first.name, raw.opening(), &messages::UNANSWERED, &gaps);
    }
}

/// What a directory leaves to its groups, and a question has another answer than that.
fn parts_are_said(decoder: &mut Decoder<'_>, Checked { raw, draft, context }: Checked<'_>) {
    if draft.status == Status::Ended {
        return;
    }
    let open = Key::of_charter().iter().filter(|key| key.is_part_of_answer());
    for key in open.filter(|key| !raw.has(key.name)) {
        let (what, help) = key.reason().unwrap_or_default();
        if !context.config.settings.required.has(key.path) {
            decoder.unsaid(&decoder.no_fields(raw.opening()), key.name, &what, help);
        }
    }
}

/// Where a charter gives no way to reach the group, its page gives the directory's.
fn can_be_reached(decoder: &mut Decoder<'_>, Checked { raw, draft, context }: Checked<'_>) {
    let settings = &context.config.settings;
    let has_address = |series: &Node| inner(Some(series), "url").is_some();
    let has_way = ["joining", "links"].iter().any(|key| raw.has(key) && raw.get(key).is_none())
        || inner(raw.joining.map(|entry| &entry.value), "contact").is_some()
        || raw.links.is_some_and(|entry| entries_of(&entry.value).next().is_some())
        || raw.meetings.is_some_and(|entry| entries_of(&entry.value).any(has_address));
    if has_way || settings.required.has("joining.contact") || draft.status == Status::Ended {
        return;
    }
    match &settings.contact {
        Some(contact) => {
            let gaps = [("contact", contact.as_str())];
            decoder.emit_for_key("joining.contact", raw.opening(), &messages::NO_WAY, &gaps);
        }
        None => {
            decoder.emit_for_key("joining.contact", raw.opening(), &messages::NO_WAY_AT_ALL, &[]);
        }
    }
}

/// The entries of a list; none of anything else.
fn entries_of(node: &Node) -> impl Iterator<Item = &Node> {
    let entries = if let Value::Sequence(entries) = &node.value { &entries[..] } else { &[] };
    entries.iter()
}

fn has_ended_if_succeeded(decoder: &mut Decoder<'_>, Checked { raw, draft, .. }: Checked<'_>) {
    if let Some(entry) = raw.succeeded_by.filter(|_| draft.status != Status::Ended) {
        decoder.emit(entry.key_span, &messages::STILL_THERE, &[]);
    }
}

fn standards_are_declared(decoder: &mut Decoder<'_>, Checked { raw, draft, context }: Checked<'_>) {
    let declared = match (&draft.standards, raw.standards) {
        (None, Some(_)) => return, // what is wrong with it is reported already
        (None, None) if raw.has("standards") => return, // misspelt, which is reported too
        (standards, _) => standards.as_deref().unwrap_or_default(),
    };
    if draft.status == Status::Ended {
        return;
    }
    let all: Vec<&str> = context.config.standards().map(|standard| standard.id.as_str()).collect();
    let missing = context.config.standards().filter(|standard| !declared.contains(&standard.id));
    for standard in missing {
        let gaps = [("title", &*standard.title), ("all", &all.join(", "))];
        let place = raw.standards.map_or(raw.opening(), |entry| entry.value.span);
        decoder.emit_for_key("standards", place, &messages::NOT_DECLARED, &gaps);
    }
}

fn keeps_confidences(decoder: &mut Decoder<'_>, Checked { raw, draft, .. }: Checked<'_>) {
    const VALUE: &str = "confidentiality";
    let unanswered = raw.values.is_none() && raw.standards.is_none();
    let unreadable = raw.has("values") && draft.values.is_none(); // or misspelt
    if unanswered || unreadable || draft.status == Status::Ended {
        return; // reported already, or of no use any more
    }
    let values = draft.values.iter().flatten();
    let named = values.into_iter().any(|value| match value {
        // Own words it is where the Guild's list of values cannot be read.
        super::Choice::Suggested(id) | super::Choice::Own(id) => id == VALUE,
    });
    if !named {
        let place = raw.values.map_or(raw.opening(), |entry| entry.value.span);
        let message = match raw.values {
            Some(_) => messages::NOT_AMONG_VALUES,
            None => messages::NO_VALUES,
        };
        let is_closed = draft.membership == Some(Membership::Closed);
        let reminder =
            if is_closed { format!(" {}", messages::TELL_CLIENTS) } else { String::new() };
        decoder.emit_for_key("values", place, &message, &[("reminder", &reminder)]);
    }
}

fn is_not_too_large(decoder: &mut Decoder<'_>, Checked { raw, draft, .. }: Checked<'_>) {
    let (Some(membership), Some(maximum)) =
        (draft.membership, draft.size.and_then(|size| size.maximum))
    else {
        return;
    };
    let (message, most) = match membership {
        Membership::Open => (messages::LARGE_OPEN, LARGEST_OPEN),
        Membership::Closed => (messages::LARGE_CLOSED, LARGEST_CLOSED),
    };
    if maximum > most {
        let place = inner(raw.size.map(|entry| &entry.value), "maximum");
        let place = place.map_or(raw.opening(), |node| node.span);
        decoder.emit(place, &message, &[("maximum", &maximum.to_string())]);
    }
}

fn contact_is_not_personal(decoder: &mut Decoder<'_>, Checked { raw, draft, .. }: Checked<'_>) {
    let personal = draft.joining.contact.as_ref().is_some_and(Contact::is_personal);
    if personal && let Some(contact) = inner(raw.joining.map(|entry| &entry.value), "contact") {
        decoder.emit(contact.span, &messages::OWN_MAILBOX, &[]);
    }
}

fn has_the_places_it_offers(decoder: &mut Decoder<'_>, Checked { raw, draft, .. }: Checked<'_>) {
    let offers = draft.joining.places == Some(Places::Open);
    let Some((current, maximum)) = draft.size.and_then(|size| size.current.zip(size.maximum))
    else {
        return;
    };
    let places = inner(raw.joining.map(|entry| &entry.value), "places");
    let counted = inner(raw.size.map(|entry| &entry.value), "current");
    if let (true, Some(places), Some(counted)) = (offers && current >= maximum, places, counted) {
        let gaps = [("current", &*current.to_string()), ("maximum", &maximum.to_string())];
        let related = (counted.span, &*format!("{current} members now"));
        decoder.emit_related(places.span, &messages::NO_PLACES_LEFT, &gaps, related);
    }
}

fn is_not_over(decoder: &mut Decoder<'_>, Checked { draft, context, .. }: Checked<'_>) {
    if draft.status != Status::Active {
        return;
    }
    for Spanned { value: series, span } in &draft.meetings {
        match series.last() {
            _ if !series.is_over(context.today) => {}
            Some(last) => {
                decoder.emit(*span, &messages::IS_OVER, &[("last", &last.to_string())]);
            }
            None => decoder.emit(*span, &messages::ALL_LEFT_OUT, &[]),
        }
    }
}

/// The value of a key in a set of keys.
pub(super) fn inner<'a>(node: Option<&'a Node>, key: &str) -> Option<&'a Node> {
    let Value::Mapping(entries) = &node?.value else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}
