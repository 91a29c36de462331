//! Supervision, and what says that it is not on offer.

use super::{L, LETTERS};

/// Where a clause ends.
pub(super) const CLAUSE: &str =
    r"[.!?;()](?:[ \n]|$)|\n\n|\n *[*+-] |[ \n](?:but|sondern|mais|maar|sino)[ \n]";

/// The word, in several languages.
pub(super) fn supervision() -> String {
    format!(
        r"((?:[{LETTERS}]*supervi(?:sion|sione|sión|sie)[{LETTERS}]*|supervised (?:by|practice|group|circle|space|sessions?)|we supervise|supervise (?:each other|one another|you)))"
    )
}

/// What says that no supervision is on offer, at the end of the words before it: a word of denial up to
/// seven words away, one of contrast up to three, or one that makes it somebody's own or a subject up to one.
pub(super) fn denied() -> String {
    let within = |most: u8| format!(r"(?:[^{L}'’]+[{L}'’]+){{0,{most}}}[^{L}]*$");
    let no = "not|no|non|never|nor|neither|without|cannot|kein|keine|keinen|keiner|keines|keinem|nicht|ohne|weder|statt|anstatt|anstelle|pas|ni|sans|aucune|sin|geen|niet|zonder";
    let other = "alongside|besides|beside|beyond|unlike|outside|rather than|instead of|other than|in addition to|as well as|apart from|separate from|different from|distinct from|next to|complements?|complementing|complementary|supplements?|supplementing|replaces?|replacing|replacement|substitutes?|neben|außerhalb|ersetzt|ersatz|ergänzt|ergänzend|ergänzung|zusätzlich|hors|au lieu|à côté|naast";
    let own = "about|into|on|from|between|after|before|your|their|own|have|having|has|need|needs|seek|über|ihre|ihrer|eigene|eigenen";
    format!(
        r"(?:^|[^{L}])(?:(?:{no}|[a-z]+n['’]t){}|(?:{other}){}|(?:{own}){})",
        within(7),
        within(3),
        within(1)
    )
}

/// What says so in the words after it.
pub(super) fn denied_after() -> String {
    format!(
        r"^[^{L}]*(?:(?:it|this|that) )?(?:is|are|was|will be|does|do|should be|can be|ist|wird)(?:n['’]t| (?:it |this |not|never|no |nicht|kein|kept|separate|sought|arranged|found|needed))|^[^{L}]*(?:elsewhere|separately|anderswo|research|studies|literature)"
    )
}
