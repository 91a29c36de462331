//! A group's charter: one Markdown file with YAML front matter, raw to valid.
//!
//! 1. The front matter becomes a tree in which every key and value keeps its place (`yaml`).
//! 2. Its entries are sorted by the keys of the [`format`](mod@format); one that the format does not have is reported.
//! 3. Each part is decoded by a file of its own ([`joining`], [`meetings`], [`size`] …) into a
//!    [`Draft`](draft::Draft), in which what could not be read is missing.
//! 4. [`checks`] looks at the draft: the rules that concern more than one key.
//! 5. A draft without errors becomes a [`Charter`], which cannot be invalid.
//!
//! A charter knows nothing of other charters: the directory compares them.

mod based;
mod checks;
mod clock;
mod costs;
pub mod country;
mod draft;
mod enums;
mod format;
mod joining;
mod leaders;
mod limits;
mod links;
mod meetings;
pub mod messages;
mod moved;
mod phrases;
mod picture;
mod place;
mod privacy;
mod questions;
mod relations;
mod review;
pub(crate) mod rhythm;
pub mod schedule;
mod schema;
mod sentence;
mod series;
mod series_ids;
mod size;
pub(crate) mod skip;
mod slot;
mod status;
mod sum;
mod terms;
mod text;
mod typed;
pub mod zones;

use std::sync::Arc;

use jiff::civil::Date;

use crate::config::{Axis, Config, Language, Picture, Settings, fold};
use crate::diagnostic::{Diagnostic, Place, Severity, Spanned};
use crate::markdown::{Prose, SiteLink};
use crate::source::SourceFile;
use crate::text::look;
use crate::yaml::{self, Decoder};

pub use based::Based;
pub use checks::{LARGEST_CLOSED, LARGEST_OPEN};
pub use clock::Clock;
pub use costs::{Amount, Costs, decimals_of, sum_pattern};
pub use country::Country;
pub use enums::{Membership, Per, Places, Standing, Status};
pub use format::{ANY, Key, Kind, Need, Phrases, plain_name};
pub use joining::Joining;
pub use leaders::Leader;
pub use limits::ALL_DATES as MOST_DATES;
pub(crate) use limits::DATES as DATES_OF_SERIES;
pub use links::GroupLink;
pub use phrases::Choice;
pub use place::{MeetingPlace, says_only_whether};
pub use questions::{QUESTIONS, Question};
pub use relations::Relations;
pub use review::unreviewed;
pub use schema::{FILE as SCHEMA_FILE, rules, schema};
pub use series::{MAIN_SERIES, Meeting, Moved, Pattern, Series};
pub use series_ids::{Called, missing_ids};
pub use size::Size;
pub use sum::{SumMeant, sum_meant};
pub use terms::no_term;
pub use text::AskedZone;
pub use typed::Typed;

/// What a charter is checked against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Settings and vocabulary.
    pub config: &'a Config,
    /// The build date.
    pub today: Date,
}

/// What reading one file gave.
#[derive(Debug)]
pub struct Reading {
    /// The file.
    pub source: Arc<SourceFile>,
    /// The id: the file's stem.
    pub id: String,
    /// The name, where one could be read: other groups may not have it too.
    pub name: Option<Spanned<String>>,
    /// The name without case and accents.
    pub folded_name: Option<String>,
    /// What the name looks like: the same for names that differ only by look-alike or invisible characters.
    /// Letters that look alike may not do so in the other case (`I` and `l`, a Cyrillic `Н` and `H`), so it is
    /// computed both with the case removed first and with it removed last.
    pub looks: Option<[String; 2]>,
    /// Other groups that it names, where they could be read.
    pub relations: Relations,
    /// Earlier ids and site paths, where they could be read.
    pub aliases: Vec<Spanned<String>>,
    /// Which of the [`QUESTIONS`] have an answer, right or wrong. `None` where no key can be read.
    pub answered: Option<[bool; QUESTIONS.len()]>,
    /// Links inside the site in any of its texts.
    pub links: Vec<SiteLink>,
    /// Time zones about which there is something to ask, each with its problem among the others.
    pub asked_zones: Vec<AskedZone>,
    /// The charter, if it has no errors.
    pub charter: Option<Arc<Charter>>,
    /// Everything that is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// A valid charter.
#[derive(Debug)]
pub struct Charter {
    /// The id: the file's stem, and the last part of the page's address.
    pub id: String,
    /// Its file.
    pub source: Arc<SourceFile>,
    /// Its name: one line of up to 100 characters.
    pub name: String,
    /// The name without case and accents, by which groups are sorted.
    pub sort_key: String,
    /// One line of up to 200 characters.
    pub summary: Option<String>,
    /// The ids of its terms on each axis, as positions in the vocabulary, in the charter's order.
    pub terms: [Vec<usize>; 3],
    /// Forming, active, paused or ended.
    pub status: Status,
    /// The day from which that is so.
    pub since: Option<Date>,
    /// Other groups that it names.
    pub relations: Relations,
    /// A picture of it.
    pub picture: Option<Picture>,
    /// Where it is at home.
    pub based: Option<Based>,
    /// Where it talks and publishes.
    pub links: Vec<GroupLink>,
    /// When it began.
    pub founded: Option<Date>,
    /// When its charter was last looked at.
    pub reviewed: Option<Date>,
    /// The language of its text and its meetings, where it is not the site's.
    pub language: Option<Language>,
    /// Why it exists.
    pub purpose: Option<Prose>,
    /// Who leads it.
    pub leaders: Vec<Leader>,
    /// Its aims.
    pub aims: Vec<Choice>,
    /// Its objectives, a sentence each.
    pub objectives: Vec<String>,
    /// Open or closed.
    pub membership: Option<Membership>,
    /// How many members.
    pub size: Option<Size>,
    /// Earlier ids and site paths, in the order of the charter.
    pub aliases: Vec<String>,
    /// When and where it meets.
    pub meetings: Vec<Series>,
    /// What is expected of members.
    pub commitment: Option<Prose>,
    /// How a meeting runs.
    pub structure: Option<Prose>,
    /// What it costs.
    pub costs: Option<Costs>,
    /// How to join.
    pub joining: Joining,
    /// Its values.
    pub values: Vec<Choice>,
    /// The ids of the minimum standards that it declares.
    pub standards: Vec<String>,
    /// How members reach each other between meetings.
    pub communication: Option<Prose>,
    /// How conflicts are addressed.
    pub conflict: Option<Prose>,
    /// The charter's own text.
    pub about: Prose,
    /// What its file says, as it was typed.
    pub typed: Typed,
}

impl Charter {
    /// Its Markdown texts. Every part is named here, so that one that is forgotten does not compile.
    pub fn markdown(&self) -> impl Iterator<Item = &Prose> {
        let Self {
            id: _,
            source: _,
            typed: _,
            name: _,
            sort_key: _,
            summary: _,
            terms: _,
            status: _,
            since: _,
            relations: _,
            picture: _,
            based: _,
            links: _,
            aliases: _,
            founded: _,
            reviewed: _,
            language: _,
            purpose,
            leaders: _,
            aims: _,
            objectives: _,
            membership: _,
            size: _,
            meetings: _,
            commitment,
            structure,
            costs: _,
            joining,
            values: _,
            standards: _,
            communication,
            conflict,
            about,
        } = self;
        let optional = [purpose, commitment, structure, communication, conflict];
        optional.into_iter().flatten().chain([about]).chain(&joining.steps)
    }

    /// The positions of its terms on an axis.
    pub fn terms_on(&self, axis: Axis) -> &[usize] {
        &self.terms[axis as usize]
    }

    /// The language of its text and its meetings: its own, or the site's.
    pub fn language_in<'a>(&'a self, settings: &'a Settings) -> &'a Language {
        self.language.as_ref().unwrap_or(&settings.language)
    }

    /// Whether its meetings are held: those of a paused or an ended group are not.
    pub fn meets(&self) -> bool {
        self.status.standing() == Standing::Current
    }

    /// Whether it gives a way to reach it.
    pub fn can_be_reached(&self) -> bool {
        let is_joined_at = |series: &Series| series.url.is_some();
        self.joining.contact.is_some()
            || !self.links.is_empty()
            || self.meetings.iter().any(is_joined_at)
    }

    /// The series by which the group meets on a day: those that have begun and are not over or, where there
    /// are none of them, those that will begin. Of an ended group, and of a paused one whose every series is
    /// over, all that have begun: they say how it met.
    pub fn current(&self, today: Date) -> Vec<&Series> {
        let (begun, to_begin): (Vec<&Series>, Vec<&Series>) =
            self.meetings.iter().partition(|series| series.has_begun(today));
        let lasting = |series: &&Series| !series.is_over(today);
        let meeting: Vec<&Series> = begun.iter().copied().filter(lasting).collect();
        match self.status.standing() {
            Standing::Ended => begun,
            Standing::Paused if meeting.is_empty() => begun,
            Standing::Current if meeting.is_empty() => {
                to_begin.into_iter().filter(lasting).collect()
            }
            Standing::Current | Standing::Paused => meeting,
        }
    }

    /// Whether it meets, and nobody could say when any more: all of its series are over.
    pub fn lacks_dates(&self, today: Date) -> bool {
        self.meets() && !self.meetings.is_empty() && self.current(today).is_empty()
    }
}

/// The bytes that may be read to find what is wrong beyond what keeps a charter from being read.
const WORK: usize = 512 * 1024;

/// Says where a text without keys can become a charter.
fn offer_the_form(problems: &mut [Diagnostic]) {
    let Some(problem) = problems.last_mut() else { return };
    if problem.code == crate::diagnostic::Code::FrontMatter && problem.edits.is_empty() {
        let help = problem.help.get_or_insert_default();
        help.push_str(" If you wrote it in a word processor, paste it into the form on the directory's site, which fills in what it finds.");
    }
}

/// What is wrong with a charter beyond what keeps it from being read and has one answer each. So it is told at once.
fn beyond(source: &Arc<SourceFile>, context: Context<'_>) -> Vec<Diagnostic> {
    let mending = yaml::Mending::of(source, WORK);
    let mended = mending.mended().map(|mended| (mending, mended));
    let Some((mending, mended)) = mended.or_else(|| yaml::Mending::of_tabs(source)) else {
        return Vec::new();
    };
    let as_typed = |mut problem: Diagnostic| {
        let back = |place: &Place| source.place(mending.place_before(place.span));
        problem.place = back(&problem.place);
        problem.related.iter_mut().for_each(|related| related.place = back(&related.place));
        problem.edits(Vec::new()) // they are of the mended text
    };
    read(&mended, context).diagnostics.into_iter().map(as_typed).collect()
}

/// Reads a charter: all that could be read, and every problem with its place.
pub fn read(source: &Arc<SourceFile>, context: Context<'_>) -> Reading {
    let mut reading = Reading {
        source: Arc::clone(source),
        id: source.stem().to_owned(),
        name: None,
        folded_name: None,
        looks: None,
        relations: Relations::default(),
        aliases: Vec::new(),
        answered: None,
        links: Vec::new(),
        asked_zones: Vec::new(),
        charter: None,
        diagnostics: Vec::new(),
    };
    let Some((mut root, body)) = yaml::parse_front_matter(source, &mut reading.diagnostics) else {
        offer_the_form(&mut reading.diagnostics);
        reading.diagnostics.extend(beyond(source, context));
        return reading;
    };
    reading.answered = questions::answered(&root);
    let misnamed = format::settle(&mut root, source);
    let mut decoder = Decoder::new(source, &root);
    for problem in misnamed {
        decoder.push(problem);
    }
    let opening = yaml::opening_line(source);
    if let Some(raw) = format::RawCharter::read(&mut decoder, &root, opening) {
        let mut reader = text::Reader::new(&mut decoder, context.today);
        let draft = draft::read(&mut reader, &raw, body, context);
        (reading.links, reading.asked_zones) = reader.into_parts();
        let checked = checks::Checked { raw: &raw, draft: &draft, context };
        for check in checks::CHECKS {
            check(&mut decoder, checked);
        }
        privacy::check(&mut decoder, checked, body);
        reading.name = draft.name.map(|name| name.map(str::to_owned));
        reading.folded_name = draft.name.map(|name| fold(name.value));
        reading.looks = draft.name.map(|name| [look(&fold(name.value)), fold(&look(name.value))]);
        reading.aliases.clone_from(&draft.aliases);
        reading.relations.clone_from(&draft.relations);
        reading.charter = draft.finish(source, || Typed::of(source, &root, body)).map(Arc::new);
    }
    reading.diagnostics.extend(decoder.finish());
    if reading.diagnostics.iter().any(|found| found.code.severity() == Severity::Error) {
        reading.charter = None;
    }
    reading
}
