//! When groups meet, as the rows of a spreadsheet say it.

use super::become_of;

#[test]
fn a_rhythm_with_two_meanings_is_kept_in_words_and_both_are_said() {
    let map = "  meetings: [{repeats: \"{When}\"}]\n";
    let (charters, report) = become_of("Name,When\nA,every 2nd Tuesday\n", map);
    assert!(charters.contains("when: every 2nd Tuesday"), "{charters}");
    let both = "help: `every 2nd Tuesday` can mean two things. Write `repeats: fortnightly` and `day: Tuesday` for every other \
                week, or `repeats: monthly` and `day: second Tuesday` for the second Tuesday of the month.";
    assert!(report.contains(both), "{report}");
}

#[test]
fn two_weekdays_days_of_length_and_breaks_are_read_as_people_write_them() {
    let map = "  meetings:\n    - repeats: \"{When}\"\n      time: \"{At}\"\n      duration: \"{Lasts}\"\n      \
               timezone: Europe/London\n      first: \"{First}\"\n      skip: {column: Break, split: \";\"}\n      \
               place: {online: Video call}\n";
    let table = "Name,When,At,Lasts,First,Break\n\
                 A,Tuesdays and Thursdays,6 pm,90 min,,22 December 2026 - 5 January 2027; 2026-08-11\n\
                 B,annually on the fifth Saturday,9am,two days,2026-01-31,\n";
    let (charters, report) = become_of(table, map);
    for lines in [
        "repeats: weekly\n    day: Tuesday and Thursday\n",
        "    skip:\n      - 2026-12-22 to 2027-01-05\n      - 2026-08-11\n",
        "repeats: yearly\n    day: fifth Saturday\n",
        "duration: 2 days\n",
    ] {
        assert!(charters.contains(lines), "{lines}{charters}{report}");
    }
}
