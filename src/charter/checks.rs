//! Rules that concern more than one key, or the build date. All of them run on every charter.

use jiff::civil::Date;

use super::draft::Draft;
use super::raw::RawCharter;
use super::{Context, Membership, Places, QUESTIONS, Status};
use crate::config::Axis;
use crate::diagnostic::{Code, Spanned};
use crate::yaml::{Decoder, Node, Value};

type Check = fn(&mut Decoder<'_>, &RawCharter<'_>, &Draft<'_>, Context<'_>);

/// Every check, in the order of the documentation.
pub(super) const CHECKS: &[Check] = &[
    has_a_term,
    dates_are_past,
    is_fresh,
    questions_have_answers,
    standards_are_declared,
    keeps_confidences,
    is_not_too_large,
    contact_outlives_its_holder,
    has_the_places_it_offers,
    is_not_over,
];

fn has_a_term(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    _draft: &Draft<'_>,
    context: Context<'_>,
) {
    let has_entries = |axis: Axis| match raw.get(axis.key()).map(|entry| &entry.value.value) {
        Some(Value::List(items)) => !items.is_empty(),
        Some(_) => true, // of the wrong type, which is said already
        None => false,
    };
    if Axis::ALL.into_iter().any(has_entries) {
        return;
    }
    let ids = context.config.vocabulary.terms(Axis::Field).iter().map(|term| term.id.as_str());
    let ids: Vec<&str> = ids.collect();
    let help = match ids.as_slice() {
        [] => "Add `fields`, `subjects` or `domains` with at least one term.".to_owned(),
        ids => format!(
            "Add `fields`, `subjects` or `domains` with one term or more. The fields are {}.",
            crate::diagnostic::join_words(ids, "and")
        ),
    };
    let what = "without a field, subject or domain nobody could find the group";
    let fields = decoder.no_fields(raw.opening);
    decoder.missing(&fields, "fields", what, &help);
}

fn dates_are_past(
    decoder: &mut Decoder<'_>,
    _raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    context: Context<'_>,
) {
    for date in [draft.founded, draft.reviewed].into_iter().flatten() {
        if date.value > context.today {
            let message = format!("{} is still to come: today is {}.", date.value, context.today);
            let help = "Write a day that has been; is the year right?";
            decoder.report(Code::FutureDate, date.span, message, help);
        }
    }
}

fn is_fresh(
    decoder: &mut Decoder<'_>,
    _raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    context: Context<'_>,
) {
    let Some(reviewed) = draft.reviewed else { return };
    let stale = context.config.settings.review_after.after(reviewed.value) < context.today;
    if stale && draft.status != Status::Ended {
        let message = "This charter has not been looked at for a long time.";
        let help = "Read it with the group, mend what has changed, and write today's date.";
        decoder.report(Code::Stale, reviewed.span, message, help);
    }
}

fn questions_have_answers(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    _context: Context<'_>,
) {
    /// Questions whose keys are required are reported as missing.
    const OPTIONAL: [u8; 7] = [6, 8, 9, 10, 12, 13, 14];
    if draft.status == Status::Ended {
        return;
    }
    for question in QUESTIONS.iter().filter(|question| OPTIONAL.contains(&question.number)) {
        if question.keys.iter().any(|key| raw.get(key).is_some()) {
            continue;
        }
        let message = format!(
            "Question {} of the fourteen has no answer: “{}”",
            question.number, question.text
        );
        let problem = decoder
            .problem(Code::Unanswered, raw.opening, message)
            .key(question.keys[0])
            .help(format!("Add a line such as `{}`", question.example));
        decoder.push(problem);
    }
}

fn standards_are_declared(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    context: Context<'_>,
) {
    let declared = match (&draft.standards, raw.standards) {
        (None, Some(_)) => return, // what is wrong with it is said already
        (standards, _) => standards.as_deref().unwrap_or_default(),
    };
    if draft.status == Status::Ended {
        return;
    }
    let all: Vec<&str> = context.config.standards().map(|standard| standard.id.as_str()).collect();
    let missing = context.config.standards().filter(|standard| !declared.contains(&standard.id));
    for standard in missing {
        let message = format!("The group does not declare that it follows “{}”.", standard.title);
        let place = raw.standards.map_or(raw.opening, |entry| entry.value.span);
        let problem = decoder
            .problem(Code::Standards, place, message)
            .key("standards")
            .help(format!("If it does, write `standards: [{}]`", all.join(", ")));
        decoder.push(problem);
    }
}

fn keeps_confidences(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    _context: Context<'_>,
) {
    const VALUE: &str = "confidentiality";
    let unanswered = raw.values.is_none() && raw.standards.is_none();
    let unreadable = raw.values.is_some() && draft.values.is_none();
    if unanswered || unreadable || draft.status == Status::Ended {
        return; // said already, or of no use any more
    }
    let values = draft.values.iter().flatten();
    let named = values.into_iter().any(|value| match value {
        // Own words it is where the Guild's list of values cannot be read.
        super::Choice::Suggested(id) | super::Choice::Own(id) => id == VALUE,
    });
    if !named {
        let place = raw.values.map_or(raw.opening, |entry| entry.value.span);
        let help = match raw.values {
            Some(_) => "Add `confidentiality` to the list.",
            None => "Add a line such as `values: [confidentiality]`",
        };
        let problem = decoder
            .problem(
                Code::Confidentiality,
                place,
                "The group's values do not name confidentiality.",
            )
            .key("values")
            .help(help);
        decoder.push(problem);
    }
}

fn is_not_too_large(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    _context: Context<'_>,
) {
    let (Some(membership), Some(maximum)) =
        (draft.membership, draft.size.and_then(|size| size.maximum))
    else {
        return;
    };
    let (kind, most) = match membership {
        Membership::Open => ("An open", 20),
        Membership::Closed => ("A closed", 12),
    };
    if maximum > most {
        let message = format!("{kind} group of up to {maximum} is a large one; {most} work well.");
        let help = "Think about a smaller maximum, or about two groups.";
        let place = inner(raw.size.map(|entry| &entry.value), "maximum");
        decoder.report(
            Code::LargeGroup,
            place.map_or(raw.opening, |node| node.span),
            message,
            help,
        );
    }
}

fn contact_outlives_its_holder(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    _context: Context<'_>,
) {
    let personal = draft.joining.as_ref().is_some_and(|joining| joining.contact.is_personal());
    if personal && let Some(contact) = inner(raw.joining.map(|entry| &entry.value), "contact") {
        let message = "This looks like somebody's own mailbox: it goes when they go.";
        let help =
            "A shared address of the group's, such as group@example.org, outlives its holder.";
        decoder.report(Code::PersonalAddress, contact.span, message, help);
    }
}

fn has_the_places_it_offers(
    decoder: &mut Decoder<'_>,
    raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    _context: Context<'_>,
) {
    let offers = draft.joining.as_ref().is_some_and(|joining| joining.places == Places::Open);
    let Some((current, maximum)) = draft.size.and_then(|size| size.current.zip(size.maximum))
    else {
        return;
    };
    let places = inner(raw.joining.map(|entry| &entry.value), "places");
    let counted = inner(raw.size.map(|entry| &entry.value), "current");
    if let (true, Some(places), Some(counted)) = (offers && current >= maximum, places, counted) {
        let message = format!("Places are open, but the group has {current} of {maximum} members.");
        let related = decoder.source().place(counted.span);
        let problem = decoder
            .problem(Code::Full, places.span, message)
            .help("Write `places: waiting-list` or `places: full`, or mend the numbers.")
            .related(related, format!("{current} members now"));
        decoder.push(problem);
    }
}

fn is_not_over(
    decoder: &mut Decoder<'_>,
    _raw: &RawCharter<'_>,
    draft: &Draft<'_>,
    context: Context<'_>,
) {
    if draft.status != Status::Active {
        return;
    }
    for Spanned { value: series, span } in &draft.meetings {
        if let Some(last) = last_meeting_before(series, context.today) {
            let message = format!("The last meeting of this series was on {last}.");
            let help = "Write new dates, take the series out, or write `status: paused`.";
            decoder.report(Code::Over, *span, message, help);
        }
    }
}

/// The last meeting, if the series has none on the day or later.
fn last_meeting_before(series: &super::Series, today: Date) -> Option<Date> {
    if series.days_from(today).next().is_some() { None } else { series.last() }
}

/// The value of a key in a set of keys.
fn inner<'a>(node: Option<&'a Node>, key: &str) -> Option<&'a Node> {
    let Value::Map(entries) = &node?.value else { return None };
    entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
}
