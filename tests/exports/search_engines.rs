//! What search engines are given of a group.

use guildhall::pages::view::group_json_ld;
use insta::assert_snapshot;
use serde_json::Value;

use crate::golden;

#[test]
#[expect(clippy::too_many_lines, reason = "the lines are what is expected")]
fn search_engines_learn_when_and_where_a_group_meets() {
    let (_site, directory) = golden();
    let group = directory.groups().iter().find(|group| group.id == "harbour-coaches").unwrap();
    let data: Value = serde_json::from_str(&group_json_ld(&directory, group)).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&data).unwrap(), @r#"
    {
      "@context": "https://schema.org",
      "@id": "https://groups.example.org/groups/harbour-coaches/",
      "@type": "Organization",
      "contactPoint": {
        "@type": "ContactPoint",
        "contactType": "joining",
        "email": "harbour-coaches@example.org"
      },
      "description": "Coaches compare notes by the water.",
      "event": [
        {
          "@type": "EventSeries",
          "description": "Second Tuesday of each month, 18:30 to 20:00, UK time",
          "endDate": "2026-12-08T20:00:00+00:00",
          "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
          "eventSchedule": {
            "@type": "Schedule",
            "byDay": [
              "2TU"
            ],
            "duration": "PT1H30M",
            "endTime": "20:00:00",
            "exceptDate": [
              "2026-08-11"
            ],
            "repeatFrequency": "P1M",
            "scheduleTimezone": "Europe/London",
            "startDate": "2026-01-13",
            "startTime": "18:30:00"
          },
          "eventStatus": "https://schema.org/EventScheduled",
          "inLanguage": "en-GB",
          "isAccessibleForFree": false,
          "location": {
            "@type": "VirtualLocation",
            "name": "Video call; the link is sent to members",
            "url": "https://groups.example.org/groups/harbour-coaches/"
          },
          "name": "Harbour Coaches",
          "offers": {
            "@type": "Offer",
            "availability": "https://schema.org/InStock",
            "description": "£20 a year",
            "price": "20",
            "priceCurrency": "GBP",
            "url": "https://groups.example.org/groups/harbour-coaches/"
          },
          "organizer": {
            "@id": "https://groups.example.org/groups/harbour-coaches/"
          },
          "startDate": "2026-12-08T18:30:00+00:00",
          "url": "https://groups.example.org/groups/harbour-coaches/"
        },
        {
          "@type": "EventSeries",
          "description": "Every three months on the first and third Saturday, until 31 December 2027, 10:00 to 12:00, UK time",
          "endDate": "2026-12-05T12:00:00+00:00",
          "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
          "eventSchedule": {
            "@type": "Schedule",
            "byDay": [
              "1SA",
              "3SA"
            ],
            "duration": "PT2H",
            "endDate": "2027-12-31",
            "endTime": "12:00:00",
            "repeatFrequency": "P3M",
            "scheduleTimezone": "Europe/London",
            "startDate": "2026-03-07",
            "startTime": "10:00:00"
          },
          "eventStatus": "https://schema.org/EventScheduled",
          "inLanguage": "en-GB",
          "isAccessibleForFree": false,
          "location": {
            "@type": "Place",
            "address": {
              "@type": "PostalAddress",
              "addressCountry": "GB",
              "addressLocality": "Harbour Town"
            },
            "name": "Boat House"
          },
          "name": "Harbour Coaches",
          "offers": {
            "@type": "Offer",
            "availability": "https://schema.org/InStock",
            "description": "£20 a year",
            "price": "20",
            "priceCurrency": "GBP",
            "url": "https://groups.example.org/groups/harbour-coaches/"
          },
          "organizer": {
            "@id": "https://groups.example.org/groups/harbour-coaches/"
          },
          "startDate": "2026-12-05T10:00:00+00:00",
          "url": "https://groups.example.org/groups/harbour-coaches/"
        }
      ],
      "foundingDate": "2024-09-01",
      "knowsAbout": [
        "Coaching",
        "Hope & optimism",
        "Families"
      ],
      "name": "Harbour Coaches",
      "parentOrganization": {
        "@type": "Organization",
        "name": "Harbour Town Groups",
        "url": "https://groups.example.org/"
      },
      "url": "https://groups.example.org/groups/harbour-coaches/"
    }
    "#);
}
