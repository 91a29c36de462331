//! The parser's events with the bytes that they come from, and how far it got.

use std::ops::Range;

use granit_parser::{ErrorKind, Event, Parser, ScanError, StrInput, StructureStyle, options};

use super::limits::{self, MarkedValue};
use super::problem::Problem;
use super::typed::Text;

/// The place that the parser could not get past.
pub(super) struct Stop {
    pub kind: ErrorKind,
    pub offset: usize,
    /// How many lists and sets of keys without brackets are open.
    pub blocks: usize,
    /// Up to where everything was read, except what is in brackets that are still open.
    pub read_to: usize,
    /// What was read last.
    pub last: Range<usize>,
    pub last_kind: Last,
}

/// What the parser read last before it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    /// `*name`.
    Alias,
    /// A closing bracket.
    Bracket,
    /// A key or a value, or nothing yet.
    Other,
}

/// Why reading ended before the text did.
pub(super) enum Halt {
    /// A limit was passed, which is among the problems.
    Reported,
    Error(Box<ScanError>),
}

/// Goes through a text, collecting problems.
pub(super) struct Events<'a> {
    text: Text<'a>,
    parser: Parser<'a, StrInput<'a>>,
    problems: Vec<Problem>,
    /// How many of the open lists and sets of keys are in brackets.
    brackets: usize,
    /// How many of them are not.
    blocks: usize,
    /// What the last event is to a mark before it.
    marked: MarkedValue,
    read_to: usize,
    last: Range<usize>,
    last_kind: Last,
}

impl<'a> Events<'a> {
    pub fn new(text: Text<'a>) -> Self {
        let options = options! {
            disallow_directives: true,
            emit_unresolved_aliases: true,
            emit_anchor_events: true,
            emit_comments: false,
            flow_nesting_limit: limits::DEPTH,
            block_nesting_limit: limits::DEPTH,
        };
        Self {
            text,
            parser: Parser::new_from_str_with_options(text.patched, options),
            problems: Vec::new(),
            brackets: 0,
            blocks: 0,
            marked: MarkedValue::Other,
            read_to: 0,
            last: 0..0,
            last_kind: Last::Other,
        }
    }

    /// The next event that is about the values, with the bytes that it comes from. Names and marks
    /// before values are reported and left out.
    pub fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Halt> {
        loop {
            let next = self.parser.next().ok_or(Halt::Reported)?;
            let (event, span) = next.map_err(|error| Halt::Error(Box::new(error)))?;
            let range = span.byte_range().unwrap_or_default();
            if let Event::Anchor(..) = event {
                self.report(limits::anchor(self.text, range, self.marked))?;
                continue;
            }
            self.follow(&event, &range);
            if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
                self.report(limits::tag(self.text, tag, self.marked))?;
            }
            return Ok((event, range));
        }
    }

    /// Keeps in mind how far the text is read.
    fn follow(&mut self, event: &Event<'_>, range: &Range<usize>) {
        self.marked = match event {
            Event::Scalar(..) => MarkedValue::Text { in_brackets: self.in_brackets() },
            _ => MarkedValue::Other,
        };
        self.last_kind = match event {
            Event::SequenceStart(StructureStyle::Flow, ..)
            | Event::MappingStart(StructureStyle::Flow, ..) => {
                if self.brackets == 0 {
                    self.read_to = range.start;
                }
                self.brackets += 1;
                return;
            }
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                self.blocks += 1;
                return;
            }
            Event::SequenceEnd | Event::MappingEnd if self.brackets > 0 => {
                self.brackets -= 1;
                Last::Bracket
            }
            Event::SequenceEnd | Event::MappingEnd => {
                self.blocks -= 1;
                return;
            }
            Event::Scalar(..) => Last::Other,
            Event::Alias(_) | Event::UnresolvedAlias(_) => Last::Alias,
            _ => return,
        };
        if self.brackets == 0 {
            self.read_to = range.end;
        }
        self.last = range.clone();
    }

    /// Whether what was read last is in brackets.
    pub fn in_brackets(&self) -> bool {
        self.brackets > 0
    }

    /// Collects a problem. Past the limit of problems, reading ends.
    pub fn report(&mut self, problem: Problem) -> Result<(), Halt> {
        if self.problems.len() < limits::PROBLEMS {
            self.problems.push(problem);
            return Ok(());
        }
        self.problems.push(limits::too_many_problems(problem.at));
        Err(Halt::Reported)
    }

    /// Collects a problem if there is one.
    pub fn report_any(&mut self, problem: Option<Problem>) -> Result<(), Halt> {
        problem.map_or(Ok(()), |problem| self.report(problem))
    }

    /// How many problems were found so far.
    pub fn reported(&self) -> usize {
        self.problems.len()
    }

    /// Keeps only the first problems, as many as that.
    pub fn keep_reported(&mut self, count: usize) {
        self.problems.truncate(count);
    }

    /// The problems, and the place that the error is about.
    pub fn finish(self, error: Option<Box<ScanError>>) -> (Vec<Problem>, Option<Stop>) {
        let stop = error.map(|error| Stop {
            kind: error.kind().clone(),
            offset: error.marker().byte_offset().unwrap_or_default(),
            read_to: self.read_to,
            blocks: self.blocks,
            last: self.last,
            last_kind: self.last_kind,
        });
        (self.problems, stop)
    }
}
