//! The parser's events with the bytes that they come from, and how far it got.

use std::ops::Range;

use granit_parser::{
    ErrorKind, Event, Parser, ScalarStyle, ScanError, StrInput, StructureStyle, options,
};

use super::limits;
use super::problem::Problem;

/// The place that the parser could not get past.
pub(super) struct Stop {
    pub kind: ErrorKind,
    pub offset: usize,
    /// Up to where everything was read. What stands in brackets that are still open was not.
    pub read_to: usize,
    /// What was read last.
    pub last: Range<usize>,
    pub last_kind: Last,
}

/// What the parser read last before it stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Last {
    Nothing,
    /// A key or a value without quotes.
    Plain,
    /// A key or a value in quotes.
    Quoted,
    /// A block of text below `|` or `>`.
    Block,
    /// `*name`.
    Alias,
    /// A closing bracket.
    Bracket,
}

/// Why reading ended before the text did.
pub(super) enum Halt {
    /// A limit was passed, which is among the problems.
    Reported,
    Error(ScanError),
}

/// Goes through a text, collecting problems.
pub(super) struct Events<'a> {
    text: &'a str,
    parser: Parser<'a, StrInput<'a>>,
    problems: Vec<Problem>,
    /// How many of the open lists and sets of keys are in brackets.
    brackets: usize,
    read_to: usize,
    last: Range<usize>,
    last_kind: Last,
}

impl<'a> Events<'a> {
    pub fn new(text: &'a str) -> Self {
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
            parser: Parser::new_from_str_with_options(text, options),
            problems: Vec::new(),
            brackets: 0,
            read_to: 0,
            last: 0..0,
            last_kind: Last::Nothing,
        }
    }

    /// The next event that is about the values, with the bytes that it comes from. Names and marks
    /// before values are reported and left out.
    pub fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Halt> {
        loop {
            let next = self.parser.next().ok_or(Halt::Reported)?;
            let (event, span) = next.map_err(Halt::Error)?;
            let range = span.byte_range().unwrap_or_default();
            if let Some(tag) = span.tag_span().and_then(|tag| tag.byte_range()) {
                self.report(limits::tag(self.text, tag, self.in_brackets()))?;
            }
            if let Event::Anchor(..) = event {
                self.report(limits::anchor(self.text, range, self.in_brackets()))?;
                continue;
            }
            self.follow(&event, &range);
            return Ok((event, range));
        }
    }

    /// Keeps in mind how far the text is read.
    fn follow(&mut self, event: &Event<'_>, range: &Range<usize>) {
        self.last_kind = match event {
            Event::SequenceStart(StructureStyle::Flow, ..)
            | Event::MappingStart(StructureStyle::Flow, ..) => {
                if self.brackets == 0 {
                    self.read_to = range.start;
                }
                self.brackets += 1;
                return;
            }
            Event::SequenceEnd | Event::MappingEnd if self.brackets > 0 => {
                self.brackets -= 1;
                Last::Bracket
            }
            Event::Scalar(_, ScalarStyle::Plain, ..) => Last::Plain,
            Event::Scalar(_, ScalarStyle::Literal | ScalarStyle::Folded, ..) => Last::Block,
            Event::Scalar(..) => Last::Quoted,
            Event::Alias(_) | Event::UnresolvedAlias(_) => Last::Alias,
            _ => return,
        };
        if self.brackets == 0 {
            self.read_to = range.end;
        }
        self.last = range.clone();
    }

    /// Whether what was read last stands in brackets.
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

    /// Takes back all problems but the first so many.
    pub fn keep_reported(&mut self, count: usize) {
        self.problems.truncate(count);
    }

    /// The problems, and the place that the error is about.
    pub fn finish(self, error: Option<ScanError>) -> (Vec<Problem>, Option<Stop>) {
        let stop = error.map(|error| Stop {
            kind: error.kind().clone(),
            offset: error.marker().byte_offset().unwrap_or_default(),
            read_to: self.read_to,
            last: self.last,
            last_kind: self.last_kind,
        });
        (self.problems, stop)
    }
}
