//! Messages about what is not YAML, chosen by what people do wrong rather than by where the parser gave up.

mod brackets;
mod indentation;
mod layout;
mod line;
mod open;
mod quotes;
mod starts;

use granit_parser::ErrorKind as Kind;

use self::line::content;
use self::open::Open;
pub(super) use self::open::end_of_quotes;
use super::events::Stop;
use super::problem::Problem;
use super::traps::{hyphen_in_brackets, space_after_colon};
use super::typed::{Text, Typed, character};
use super::{characters, limits};
use crate::yaml::lines::line_at;

/// A text and the place in it that the parser could not get past.
struct Scene<'a> {
    text: Text<'a>,
    stop: &'a Stop,
    /// Whether Markdown follows the text.
    in_front_matter: bool,
    /// The brackets and quotes around the place.
    open: Open,
}

impl Scene<'_> {
    fn in_brackets(&self) -> bool {
        !self.open.brackets.is_empty()
    }
}

/// What is wrong at the place that the parser could not get past.
pub(super) fn explain(text: Text<'_>, stop: &Stop, in_front_matter: bool) -> Problem {
    let open = open::at(&text, stop.read_to, stop.offset);
    let scene = Scene { text, stop, in_front_matter, open };
    limit(&scene)
        .or_else(|| brackets::left_open(&scene))
        .or_else(|| quotes_or_brackets(&scene))
        .or_else(|| start_of_text(&scene))
        .unwrap_or_else(|| layout(&scene))
}

fn limit(scene: &Scene<'_>) -> Option<Problem> {
    let offset = scene.stop.offset;
    Some(match scene.stop.kind {
        Kind::RecursionLimitExceeded => {
            let level = limits::DEPTH.saturating_sub(scene.stop.blocks);
            let bracket = scene.open.brackets.get(level).copied();
            limits::too_deep(scene.text, bracket.unwrap_or(offset))
        }
        Kind::DirectiveDisallowed => limits::directive(scene.text, offset),
        Kind::BomInsideDocument => {
            let at = character(&scene.text, offset);
            characters::invisible(at.clone(), '\u{FEFF}').blanked(at)
        }
        _ => return None,
    })
}

fn quotes_or_brackets(scene: &Scene<'_>) -> Option<Problem> {
    Some(match scene.stop.kind {
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => {
            quotes::unclosed(scene, scene.stop.offset)
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            quotes::text_after(scene)
        }
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidLowSurrogateHexEscape
        | Kind::InvalidLowSurrogate
        | Kind::MissingLowSurrogate
        | Kind::UnpairedLowSurrogate
        | Kind::InvalidUnicodeEscape => quotes::escape(scene),
        Kind::UnclosedFlowCollection { .. } => brackets::unclosed(scene, scene.stop.offset),
        Kind::MismatchedFlowCollectionEnd { open, close } => {
            brackets::mismatched(scene, open, close)
        }
        Kind::MisplacedFlowCollectionEnd => brackets::unopened(scene),
        Kind::BlockEntryInFlowCollection | Kind::PlainScalarStartsWithDashFlowIndicator => {
            hyphen_in_brackets(scene.stop.offset)
        }
        Kind::FlowMappingValueAdjacentCollection => {
            space_after_colon(scene.text, scene.stop.offset).unpatched()
        }
        _ => return None,
    })
}

fn start_of_text(scene: &Scene<'_>) -> Option<Problem> {
    let offset = scene.stop.offset;
    Some(match scene.stop.kind {
        Kind::UnexpectedCharacter { .. }
        | Kind::MissingAnchorOrAliasName
        | Kind::MappingKeyNotAllowed => starts::reserved(scene, offset),
        Kind::UnexpectedEofBlockMapping | Kind::UnexpectedEofBlockSequence
            if scene.text[offset..].starts_with(',') =>
        {
            starts::reserved(scene, offset)
        }
        Kind::ExpectedTagBang
        | Kind::ExpectedTagDirectiveBang
        | Kind::InvalidTagTerminator
        | Kind::MissingTagUri
        | Kind::UnclosedVerbatimTag
        | Kind::InvalidTagEscape
        | Kind::InvalidTagUtf8LeadingByte
        | Kind::InvalidTagUtf8TrailingByte
        | Kind::InvalidTagUtf8
        | Kind::UndeclaredTagHandle => starts::reserved_word(scene),
        Kind::BlockSequenceEntryNotAllowed => {
            starts::after_value(scene).unwrap_or_else(|| starts::entry_beside_key(scene))
        }
        Kind::InvalidBlockScalarHeader | Kind::ZeroBlockScalarIndent => {
            starts::text_beside_block_mark(scene)
        }
        Kind::CommentNotSeparated => starts::comment_without_space(scene),
        Kind::CommentInterceptedScalar => starts::text_below_comment(scene),
        _ => return None,
    })
}

fn layout(scene: &Scene<'_>) -> Problem {
    match scene.stop.kind {
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart
        | Kind::InvalidBlockEntryWhitespace => indentation::tab(scene),
        _ if let Some(innermost) = scene.open.brackets.last() => {
            brackets::explain(scene, *innermost)
        }
        Kind::MappingValueNotAllowed => layout::colon(scene),
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => {
            layout::no_key(scene, &line_at(&scene.text, scene.stop.offset))
        }
        Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::ExpectedDocumentStart
        | Kind::InvalidIndentation => indentation::misplaced(scene),
        Kind::InvalidBlockScalarIndent => indentation::text_too_far_left(scene),
        _ => unreadable(scene),
    }
}

fn unreadable(scene: &Scene<'_>) -> Problem {
    let rest = Typed::from(scene.text, scene.stop.offset, false);
    let at = if rest.at.is_empty() {
        content(scene.text, &line_at(&scene.text, scene.stop.offset))
    } else {
        rest.at
    };
    Problem::yaml(
        at,
        "This is not YAML: it is neither a key with its value nor an entry of a list.",
        "Compare it with the lines above. If it is text, put quotes around it.",
    )
}
