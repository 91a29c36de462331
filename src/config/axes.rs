//! What this directory calls its axes: `axes` in `content/site.yaml`. They are texts of the catalogue, so that pages,
//! scripts, feeds and messages find them in one place.

use super::Axis;
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
    let mut name = |key: &str, what: &str| match fields.get(key) {
        Some(node) => decoder.line(node, LONGEST).map(|line| line.value),
        None => {
            decoder.missing(&fields, key, what, "Write both, such as {name: places, one: place}.");
            None
        }
    };
    let all = name("name", "what all of them are called");
    let one = name("one", "what one of them is called");
    Some([one?, all?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::words::Words;

    proptest! {
        #[test]
        fn an_axis_is_called_what_is_written_whatever_signs_it_has(
            name in r#"[a-zé<&"'\\{}$* ]{1,40}"#,
        ) {
            let own = vec![Own::literal("axis-field", &name), Own::literal("axis-field-meaning", "")];
            let words = Words::new("en", own);
            prop_assert_eq!(Axis::Field.singular(&words), name.as_str());
            prop_assert_eq!(Axis::Field.meaning(&words), "");
            let script: serde_json::Value = serde_json::from_str(&words.script(&["axis-field"])).unwrap();
            prop_assert_eq!(script["axis-field"].as_str(), Some(name.as_str()));
        }
    }
}
