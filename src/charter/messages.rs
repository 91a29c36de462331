//! The words of problems with charters, for those that the form on the site finds too.

use crate::diagnostic::shorten;

crate::diagnostic::messages! {
    /// No term of any axis. `key`: that of the first axis; `one`: what its terms or those of another are called;
    /// `keys`: those of all axes; `offer`: a sentence that lists the terms of the first, or nothing.
    NO_TERM "no-term" Missing
        "`{key}` is missing: people find a group by its {one}."
        "Add {keys} with one term or more.{offer}";
    /// A date that should have been is to come.
    TO_COME "to-come" FutureDate
        "{date} is in the future: today is {today}."
        "Write a date that is not in the future. Is the year right?";
    /// The charter was last read through too long ago.
    IS_STALE "is-stale" Stale
        "This charter has not been reviewed for a long time."
        "Read it through with the group, update what has changed, and write today's date.";
    /// The meetings have changed, and the date of the last review has not.
    CHANGED_UNREVIEWED "changed-unreviewed" Stale
        "The meetings have changed, but not the day on which the charter was last reviewed."
        "Write `reviewed: {today}`: some calendars take up a change only when this date is later than before.";
    /// One of the fourteen questions has no answer.
    UNANSWERED "unanswered" Unanswered
        "Question {number} of the fourteen has no answer: “{question}”"
        "{remedy}";
    /// A minimum standard is not declared. `all`: the ids of all, with commas.
    NOT_DECLARED "not-declared" Standards
        "The group does not declare that it follows “{title}”."
        "If it does, write `standards: [{all}]`";
    /// There are values, but confidentiality is not among them. `reminder`: nothing, or [`TELL_CLIENTS`] after a space.
    NOT_AMONG_VALUES "not-among-values" Confidentiality
        "The group's values do not name confidentiality."
        "Add `confidentiality` to the list.{reminder}";
    /// There are no values, and so no confidentiality.
    NO_VALUES "no-values" Confidentiality
        "The group's values do not name confidentiality."
        "Add a line such as `values: [confidentiality]`.{reminder}";
    /// An open group is large.
    LARGE_OPEN "large-open" LargeGroup
        "An open group of up to {maximum} is large; up to 20 works well."
        "Think about a smaller maximum, or about two groups.";
    /// A closed group is large.
    LARGE_CLOSED "large-closed" LargeGroup
        "A closed group of up to {maximum} is large; up to 12 works well."
        "Think about a smaller maximum, or about two groups.";
    /// The contact is somebody's own mailbox.
    OWN_MAILBOX "own-mailbox" PersonalAddress
        "This looks like somebody's personal mailbox, which the group loses when they leave."
        "Use an address that the group shares.";
    /// Places are open in a group that is full.
    NO_PLACES_LEFT "no-places-left" Full
        "Places are open, but the group has {current} of {maximum} members."
        "Write `places: waiting-list` or `places: full`, or correct the numbers.";
    /// A series has no more meetings.
    IS_OVER "is-over" Over
        "The last meeting of this series was on {last}."
        "Write new dates, remove the series, or write `status: paused`.";
    /// All meetings of a series are left out.
    ALL_LEFT_OUT "all-left-out" Over
        "All meetings of this series are left out."
        "Write new dates, remove the series, or write `status: paused`.";
    /// An e-mail address where none is published.
    ADDRESS_SHOWN "address-shown" PrivateData
        "Everyone could read the e-mail address `{found}` here."
        "Leave it out here. The one address that newcomers write to goes under `joining`, as `contact`.";
    /// A telephone number where none is published.
    NUMBER_SHOWN "number-shown" PrivateData
        "`{found}` looks like a telephone number, which everyone could read."
        "Leave it out: newcomers write to `joining.contact`, and you can tell them the number then.";
    /// The address of a call with its password.
    CALL_WITH_PASSWORD "call-with-password" CallLink
        "This is the way into a call, with its password: anyone who reads it could join."
        "Say how people get the link instead, such as: Video call; the link is sent to members. If this has been public already, give the call a new password.";
    /// The address of a closed group's call.
    CALL_OF_CLOSED "call-of-closed" CallLink
        "This is the way into a call, and the group is closed: anyone who reads it could join."
        "Say how members get the link instead, such as: Video call; the link is sent to members";
    /// The address of a call in the place of an address to write to.
    CALL_AS_CONTACT "call-as-contact" CallLink
        "This is the way into a call, but newcomers look here for an address to write to."
        "Write an e-mail address of the group's, such as group@example.org, or a web page that says how to join.";
    /// A name, a summary or a purpose that offers supervision.
    OFFERS_SUPERVISION "offers-supervision" NotSupervision
        "This reads as if the group offered supervision, which a community of practice is not."
        "Say in your own words what members do together, without `supervision`. If you mean supervision that members have elsewhere, say so, such as: alongside your own supervision";
    /// Where people say whether a group meets online, and not how.
    SAYS_ONLY_WHETHER "says-only-whether" Value
        "`{typed}` does not say how people meet online."
        "Say how they take part, such as: Video call; the link is sent to members. Or remove the line, if they do not meet online.";
    /// Not the name of a country.
    NOT_A_COUNTRY "not-a-country" Value
        "`{typed}` is not the name of a country."
        "Write its English name or its two letters, such as `United Kingdom` or `GB`.";
    /// The address of a link that is not valid. `fault`: what is wrong with it, as
    /// [`contact`](crate::config::contact) says it.
    NOT_A_LINK "not-a-link" Value
        "{fault}"
        "Write a web address that starts with https://, or an e-mail address that starts with mailto:";
    /// Not an id that a group can have.
    NOT_A_GROUP "not-a-group" Value
        "`{typed}` is not the id of a group."
        "Write the last part of the address of the other group's page.";
    /// A successor of a group that has not ended.
    STILL_THERE "still-there" Value
        "`succeeded_by` is for groups that have ended, and this one has not."
        "Write `status: ended` if it has, or remove the line.";
    /// There is no way to reach the group, and the page gives the directory's address. `contact`: that address.
    NO_WAY "no-way" Unanswered
        "The charter gives no way to reach the group: its page gives {contact} instead."
        "Add `contact: …` under `joining`, with an e-mail address or a web page of the group's in place of the dots.";
    /// There is no way to reach the group, nor the directory.
    NO_WAY_AT_ALL "no-way-at-all" Unanswered
        "The charter gives no way to reach the group."
        "Add `contact: …` under `joining`, with an e-mail address or a web page of the group's in place of the dots.";
    /// Two numbers are the wrong way round.
    MORE_THAN "more-than" Value
        "`{less}` is {smaller}, which is more than `{more}`, {larger}."
        "Make `{less}` smaller, or `{more}` larger.";
    /// A sum that is no number.
    SUM_IN_WORDS "sum-in-words" Type
        "Expected a number without a currency sign here, but found text."
        "Write the number in digits alone, as in 20 or 7.50.";
    /// Not a sum of money.
    NOT_A_SUM "not-a-sum" Value
        "`{typed}` is not a sum of money."
        "Write a number such as 20 or 7.50";
    /// Not a sum of money, in a currency without decimals.
    NOT_A_WHOLE_SUM "not-a-whole-sum" Value
        "`{typed}` is not a sum of money."
        "Write a whole number in digits.";
    /// A sum of nothing.
    NOTHING "nothing" Value
        "If it costs nothing, that is written as a word."
        "Write `costs: free`";
    /// Not the name of a time zone.
    NOT_A_ZONE "not-a-zone" Value
        "`{typed}` is not the name of a time zone."
        "Write the place whose clocks the group keeps, as `Continent/City`: London is `Europe/London`.";
    /// A name of one time zone that is not its own.
    ZONE_MEANT "zone-meant" Value
        "`{typed}` is not the name of a time zone."
        "Did you mean `{zone}`?";
    /// A name of a time that several places share. `offer`: a sentence that says what to type.
    ZONE_OF_PLACES "zone-of-places" Value
        "`{typed}` is not the name of a place."
        "{offer}";
    /// A name of several times. `offer`: a sentence that says what to type for each.
    ZONE_OF_SEVERAL "zone-of-several" Value
        "`{typed}` can mean more than one time."
        "{offer}";
    /// A distance from UTC. `meaning`: `two hours ahead of UTC`.
    ZONE_BY_OFFSET "zone-by-offset" Value
        "`{typed}` is {meaning}, and not the name of a place."
        "{offer}";
    /// A zone that does not follow summer time, and names no place.
    FIXED_ZONE "fixed-zone" Zone
        "`{typed}` is {meaning} all year round: it does not follow summer time."
        "{offer}";
    /// A text appears in a list twice.
    TWICE "twice" Value
        "`{text}` appears in this list twice."
        "Remove one of them.";
    /// An own aim or value that is nearly a suggested one.
    NEARLY_SUGGESTED "nearly-suggested" Value
        "`{text}` is very like `{id}`, which the directory suggests, but not the same."
        "Write `{id}` if you mean that. If not, say what you mean in several words.";
    /// A plain text that looks like HTML.
    LOOKS_LIKE_HTML "looks-like-html" Unsafe
        "`{found}` looks like HTML; this is plain text, and is shown as it was typed."
        "Write plain words, without tags.";
    /// The first meeting is no day of a series. `nearest`: the days before and after it on which it could start.
    NOT_A_DAY_OF_SERIES "not-a-day-of-series" Schedule
        "{date} is a {weekday}, which is not a day of this series."
        "It would fit on {nearest}, if the group meets then: all later dates are counted from it. Or correct the day or how often it meets.";
    /// The first meeting is no day of the series, and no day of it comes.
    NO_DAY_OF_SERIES "no-day-of-series" Schedule
        "{date} is a {weekday}, which is not a day of this series."
        "No day from then on fits. Correct the day or how often the group meets.";
    /// The series ends before it begins.
    ENDS_TOO_EARLY "ends-too-early" Schedule
        "The series ends on {until}, before its first meeting."
        "Write a later `until`, or an earlier `first`.";
    /// No day fits a rule.
    NEVER_MEETS "never-meets" Schedule
        "No day fits this series, so it has no meetings."
        "Correct the day or how often the group meets, or list the dates under `dates`.";
    /// A date that is left out or moved is no meeting. `done`: `left out` or `moved`.
    NOT_A_MEETING "not-a-meeting" Schedule
        "{date} is not a meeting of this series, so it cannot be {done}."
        "If all meetings go ahead as planned, remove this date. If not, write the date of the meeting that you mean: the first after this day is on {next}.";
    /// A date that is left out or moved is no meeting, and no meeting comes. `done`: `left out` or `moved`.
    NOT_A_MEETING_ANY_MORE "not-a-meeting-any-more" Schedule
        "{date} is not a meeting of this series, so it cannot be {done}."
        "Remove the date.";
    /// A date that is moved is not among those that are listed.
    NOT_A_LISTED_DATE "not-a-listed-date" Schedule
        "{date} is not among the dates of this series, so it cannot be moved."
        "Write the date as it is listed under `dates`.";
    /// A meeting that is left out is moved too.
    MOVED_AND_LEFT_OUT "moved-and-left-out" Schedule
        "The meeting on {date} is left out, so it cannot be moved."
        "Remove the date from `skip` if the meeting is held on another day, or remove it here.";
    /// A meeting is moved twice.
    MOVED_TWICE "moved-twice" Schedule
        "The meeting on {date} is moved twice."
        "Remove one of the two.";
    /// A meeting is moved to where it was.
    MOVES_NOWHERE "moves-nowhere" Schedule
        "This leaves the meeting on {date} as it was."
        "Write another day under `to`, or add `time` or `place` with what is different, or remove the entry.";
    /// A meeting is moved to where there is another.
    TWO_AT_ONCE "two-at-once" Schedule
        "The series has two meetings on {date} at {time}."
        "Move the meeting to another day or time, or leave one of the two out with `skip`.";
    /// A range of dates that ends before it begins.
    RANGE_BACKWARDS "range-backwards" Schedule
        "{to} is before {from}."
        "Write the first day, then the last: `{to} to {from}`";
    /// Not a range of dates.
    NOT_A_RANGE "not-a-range" Value
        "`{typed}` is not a range of dates."
        "Write the first day and the last, each as year, month and day, such as `2026-12-20 to 2027-01-05`.";
    /// Two series have one id.
    SAME_SERIES "same-series" Duplicate
        "Two series have the id `{id}`."
        "Give one of them another word.";
    /// Not the id of a series.
    NOT_A_SERIES_ID "not-a-series-id" Value
        "`{typed}` cannot be the id of a series."
        "Write a word in small letters, with hyphens for spaces, such as `book-evening`.";
    /// A number in a rhythm is out of its range.
    BAD_INTERVAL "bad-interval" Value
        "This number is too small or too large."
        "Write a number from 1 to {most}.";
    /// More series than fit.
    TOO_MANY_SERIES "too-many-series" Value
        "There are {count} series of meetings; the limit is {most}."
        "Write the dates of a variable slot as one series: `dates: [2026-01-13, …]`";
    /// More dates than fit.
    TOO_MANY_DATES "too-many-dates" Value
        "The series list, leave out and move {count} dates together; the limit is {most}."
        "Remove those in the past, or write how often and when the group meets, under `repeats` and `day`.";
}

/// What is wrong with a text that can be understood, and is not written as a charter has it.
pub(super) fn in_another_way(typed: &str) -> String {
    format!("`{}` must be written in another way.", shorten(typed))
}

/// What is wrong with a text where each has a key.
pub(super) const TEXT_WITHOUT_KEY: &str = "This text has no key before it.";

/// Of what a closed group is reminded.
pub const TELL_CLIENTS: &str = "In a closed group, remember that each practitioner tells their own clients, when \
    contracting, that they attend a community of practice where their practice is discussed in general terms, and \
    that this does not compromise client confidentiality.";
