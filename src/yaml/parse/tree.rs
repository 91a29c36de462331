//! The parser's events into the tree.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map;
use std::ops::Range;

use granit_parser::{Event, ScalarStyle, StructureStyle};

use super::events::{Events, Halt, Stop};
use super::problem::Problem;
use super::typed::Text;
use super::{limits, scalar, seek, traps};
use crate::diagnostic::Span;
use crate::yaml::{Entry, Node, Value};

/// What one pass over a text gave.
pub(super) struct Reading {
    /// The tree, if every value is known.
    pub node: Option<Node>,
    /// What is wrong, but did not keep the parser from going on.
    pub problems: Vec<Problem>,
    /// Where the text is not YAML.
    pub stop: Option<Stop>,
}

/// Reads a text. `base` is its offset in the file, from which the spans of the tree count.
pub(super) fn read(text: Text<'_>, base: usize) -> Reading {
    let mut reader =
        Reader { text, base, events: Events::new(text), complete: true, depth: 0, cursor: 0 };
    let (node, error) = match reader.document() {
        Ok(node) => (Some(node).filter(|_| reader.complete), None),
        Err(Halt::Reported) => (None, None),
        Err(Halt::Error(error)) => (None, Some(error)),
    };
    let (problems, stop) = reader.events.finish(error);
    Reading { node, problems, stop }
}

/// What an empty value follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Nothing,
    Colon,
    Hyphen,
}

/// A key that is text.
struct Key<'a> {
    text: Cow<'a, str>,
    at: Range<usize>,
    is_plain: bool,
}

struct Reader<'a> {
    text: Text<'a>,
    base: usize,
    events: Events<'a>,
    /// Whether every value so far is known.
    complete: bool,
    depth: usize,
    /// The end of what was read last.
    cursor: usize,
}

impl<'a> Reader<'a> {
    fn document(&mut self) -> Result<Node, Halt> {
        let mut root = None;
        loop {
            let (event, at) = self.events.next()?;
            match event {
                Event::StreamEnd => {
                    return Ok(root.unwrap_or_else(|| self.spanned(Value::Null, 0..0)));
                }
                Event::DocumentStart(..) if root.is_some() => {
                    self.events.report(limits::second_document(self.text, at))?;
                    return Err(Halt::Reported);
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ => root = Some(self.node(event, at, After::Nothing)?),
            }
        }
    }

    fn node(&mut self, event: Event<'a>, at: Range<usize>, after: After) -> Result<Node, Halt> {
        let node = match event {
            Event::Scalar(typed, style, _, tag) => {
                self.complete &= tag.is_none() || !at.is_empty();
                self.scalar(typed, style, at, after)?
            }
            Event::SequenceStart(style, ..) => self.sequence(at, style, after)?,
            Event::MappingStart(style, ..) => self.mapping(at, style)?,
            _ => {
                self.complete = false;
                self.events.report(limits::alias(
                    self.text,
                    at.clone(),
                    self.events.in_brackets(),
                ))?;
                self.spanned(Value::Null, at)
            }
        };
        self.cursor = self.range(&node).end;
        Ok(node)
    }

    fn scalar(
        &mut self,
        typed: Cow<'a, str>,
        style: ScalarStyle,
        at: Range<usize>,
        after: After,
    ) -> Result<Node, Halt> {
        let (value, at) = match style {
            ScalarStyle::Plain => {
                let (value, at) = if at.is_empty() {
                    (Value::Null, self.empty_after(after).map_or(at, |at| at..at))
                } else {
                    (scalar::resolve(typed), at)
                };
                let in_brackets = self.events.in_brackets();
                let is_root = after == After::Nothing;
                let problem = traps::in_value(self.text, &at, &value, in_brackets, is_root);
                self.events.report_any(problem)?;
                (value, at)
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
                (Value::Text(typed.into_owned()), at)
            }
            ScalarStyle::Literal | ScalarStyle::Folded => {
                (Value::Text(typed.into_owned()), seek::block(&self.text, self.cursor, at))
            }
        };
        Ok(self.spanned(value, at))
    }

    fn sequence(
        &mut self,
        at: Range<usize>,
        style: StructureStyle,
        after: After,
    ) -> Result<Node, Halt> {
        let (start, cursor) = match (style, after) {
            (StructureStyle::Flow, _) => (at.start, at.end),
            // The hyphens may be below their key, in its column: the parser is past the first.
            (StructureStyle::Block, After::Colon) => {
                let start = seek::indicator(&self.text, self.cursor, b'-').unwrap_or(at.start);
                (start, start)
            }
            (StructureStyle::Block, _) => (at.start, at.start),
        };
        self.deeper(start)?;
        self.cursor = cursor;
        let mut items = Vec::new();
        loop {
            let (event, at) = self.events.next()?;
            if event == Event::SequenceEnd {
                self.depth -= 1;
                return Ok(self.spanned(Value::Sequence(items), start..self.end(style, &at)));
            }
            items.push(self.node(event, at, After::Hyphen)?);
        }
    }

    fn mapping(&mut self, at: Range<usize>, style: StructureStyle) -> Result<Node, Halt> {
        self.deeper(at.start)?;
        self.cursor = at.end;
        let mut entries: Vec<Entry> = Vec::new();
        let mut first_uses = BTreeMap::new();
        let mut opener: Option<usize> = None;
        loop {
            let (event, end) = self.events.next()?;
            if event == Event::MappingEnd {
                self.depth -= 1;
                return Ok(self.spanned(Value::Mapping(entries), at.start..self.end(style, &end)));
            }
            let Some((key, value)) = self.entry(event, end)? else { continue };
            match first_uses.entry(key.text) {
                btree_map::Entry::Occupied(first) => {
                    let (position, first): &(usize, Range<usize>) = first.get();
                    // Where one entry of a list runs into the next, the key that begins it says so.
                    let opener = *opener.get_or_insert(*position);
                    if opener != *position && traps::is_in_entry(&self.text, key.at.start) {
                        continue;
                    }
                    let is_same = entries[*position].value.says_the_same(&value);
                    let end = is_same.then(|| self.range(&value).end);
                    self.events.report(traps::repeated_key(self.text, key.at, first, end))?;
                }
                btree_map::Entry::Vacant(unused) => {
                    let text = unused.key().clone().into_owned();
                    unused.insert((entries.len(), key.at.clone()));
                    entries.push(Entry { key: text, key_span: self.span(&key.at), value });
                }
            }
        }
    }

    /// A key and its value, or `None` if there is something wrong with the key.
    fn entry(
        &mut self,
        event: Event<'a>,
        at: Range<usize>,
    ) -> Result<Option<(Key<'a>, Node)>, Halt> {
        let key = self.key(event, at)?;
        let reported = self.events.reported();
        let (event, at) = self.events.next()?;
        let value = self.node(event, at, After::Colon)?;
        let Some(key) = key else { return Ok(None) };
        if key.is_plain && key.text == "<<" {
            self.complete = false;
            self.events.keep_reported(reported);
            self.events.report(limits::merge_key(key.at))?;
            return Ok(None);
        }
        if key.is_plain {
            self.events.report_any(traps::in_key(self.text, &key.at))?;
        }
        Ok(Some((key, value)))
    }

    fn key(&mut self, event: Event<'a>, at: Range<usize>) -> Result<Option<Key<'a>>, Halt> {
        let problem = match event {
            Event::Scalar(typed, style, ..) => {
                let is_plain = style == ScalarStyle::Plain;
                if !is_plain || !scalar::is_null(&typed) {
                    self.cursor = at.end;
                    return Ok(Some(Key { text: typed, at, is_plain }));
                }
                Some(traps::no_key(self.text, at))
            }
            event => {
                let node = self.node(event, at, After::Nothing)?;
                traps::not_a_key(self.range(&node), &node.value)
            }
        };
        self.complete = false;
        self.events.report_any(problem)?;
        Ok(None)
    }

    /// Goes one level deeper, as far as that is allowed.
    fn deeper(&mut self, start: usize) -> Result<(), Halt> {
        if self.depth == limits::DEPTH {
            self.events.report(limits::too_deep(self.text, start))?;
            return Err(Halt::Reported);
        }
        self.depth += 1;
        Ok(())
    }

    /// Where a value that was not typed would be.
    fn empty_after(&self, after: After) -> Option<usize> {
        let indicator = match after {
            After::Nothing => return None,
            After::Colon => b':',
            After::Hyphen => b'-',
        };
        seek::indicator(&self.text, self.cursor, indicator).map(|at| at + 1)
    }

    /// The end of a list or a set of keys: of its bracket, or else of what it holds.
    fn end(&self, style: StructureStyle, last: &Range<usize>) -> usize {
        match style {
            StructureStyle::Flow if !last.is_empty() => last.end,
            _ => self.cursor,
        }
    }

    fn spanned(&self, value: Value, at: Range<usize>) -> Node {
        Node { value, span: self.span(&at) }
    }

    fn span(&self, at: &Range<usize>) -> Span {
        Span::new(self.base + at.start, self.base + at.end)
    }

    fn range(&self, node: &Node) -> Range<usize> {
        let Range { start, end } = node.span.range();
        start - self.base..end - self.base
    }
}
