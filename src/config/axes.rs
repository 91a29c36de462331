//! What this directory calls its axes: `axes` in `content/site.yaml`. They are texts of the catalogue, so that pages,
//! scripts, feeds and messages find them in one place.

use super::{Axis, required_line};
use crate::words::Own;
use crate::yaml::{Decoder, Fields, Node};

/// The longest name, in characters.
const LONGEST: usize = 40;

/// Adds the names of the axes to the site's own texts. What the catalogue says of an axis is not true of another: it
/// goes, unless the site has said it its own way.
pub(super) fn read(decoder: &mut Decoder<'_>, fields: &Fields<'_>, own: &mut Vec<Own>) {
    let Some(node) = fields.get("axes") else { return };
    let Some(axes) = decoder.fields(node, node.span, &Axis::ALL.map(Axis::key)) else { return };
    for axis in Axis::ALL {
        let Some([one, all]) = axes.get(axis.key()).and_then(|node| names(decoder, node)) else {
            continue;
        };
        let [key_of_one, key_of_all, meaning] = axis.words();
        own.push(Own::literal(key_of_one, one));
        own.push(Own::literal(key_of_all, all));
        if !own.iter().any(|own| own.is_of(meaning)) {
            own.push(Own::literal(meaning, ""));
        }
    }
}

/// What one term is called, and what all are.
fn names<'n>(decoder: &mut Decoder<'_>, node: &'n Node) -> Option<[&'n str; 2]> {
    let fields = decoder.fields(node, node.span, &["name", "one"])?;
    let all = required_line(decoder, &fields, "name", "what all of them are called", LONGEST);
    let one = required_line(decoder, &fields, "one", "what one of them is called", LONGEST);
    Some([one?, all?])
}
