//! Where the groups are.

use super::voices::{ARABIC, ENGLISH, FRENCH, GERMAN, JAPANESE, SPANISH, Voice};

/// Towns that share a country, a time zone and a language.
pub struct Region {
    pub country: &'static str,
    pub currency: &'static str,
    pub zone: &'static str,
    pub voice: &'static Voice,
    /// Separated by commas. Where English has a name of its own, it follows after `=`.
    towns: &'static str,
}

/// A town and its region.
#[derive(Clone, Copy)]
pub struct Place {
    pub town: &'static str,
    pub english_name: &'static str,
    pub region: &'static Region,
}

/// All places, in a fixed order.
pub fn all() -> Vec<Place> {
    let mut places = Vec::new();
    for region in REGIONS {
        for names in region.towns.split(", ") {
            let (town, english_name) = names.split_once('=').unwrap_or((names, names));
            places.push(Place { town, english_name, region });
        }
    }
    places
}

static REGIONS: &[Region] = &[
    Region {
        country: "United Kingdom",
        currency: "GBP",
        zone: "Europe/London",
        voice: &ENGLISH,
        towns: "Aberdeen, Bath, Belfast, Birmingham, Bradford, Brighton, Bristol, Cambridge, Cardiff, \
                Carlisle, Chester, Coventry, Derby, Dundee, Durham, Edinburgh, Exeter, Glasgow, \
                Gloucester, Hereford, Hull, Inverness, Ipswich, Lancaster, Leeds, Leicester, Lincoln, \
                Liverpool, London, Manchester, Newcastle, Norwich, Nottingham, Oxford, Peterborough, \
                Plymouth, Portsmouth, Preston, Salford, Sheffield, Southampton, Stirling, Sunderland, \
                Swansea, Truro, Wakefield, Winchester, Worcester, York",
    },
    Region {
        country: "Ireland",
        currency: "EUR",
        zone: "Europe/Dublin",
        voice: &ENGLISH,
        towns: "Cork, Dublin, Galway, Limerick, Sligo",
    },
    Region {
        country: "United States",
        currency: "USD",
        zone: "America/New_York",
        voice: &ENGLISH,
        towns: "Atlanta, Boston, Charlotte, New York, Philadelphia, Pittsburgh",
    },
    Region {
        country: "United States",
        currency: "USD",
        zone: "America/Chicago",
        voice: &ENGLISH,
        towns: "Austin, Chicago, Madison, New Orleans",
    },
    Region {
        country: "United States",
        currency: "USD",
        zone: "America/Los_Angeles",
        voice: &ENGLISH,
        towns: "Oakland, Portland, San Diego, Seattle",
    },
    Region {
        country: "Canada",
        currency: "CAD",
        zone: "America/Toronto",
        voice: &ENGLISH,
        towns: "Hamilton, Ottawa, Toronto",
    },
    Region {
        country: "Australia",
        currency: "AUD",
        zone: "Australia/Sydney",
        voice: &ENGLISH,
        towns: "Canberra, Melbourne, Sydney, Wollongong",
    },
    Region {
        country: "Australia",
        currency: "AUD",
        zone: "Australia/Adelaide",
        voice: &ENGLISH,
        towns: "Adelaide, Port Augusta",
    },
    Region {
        country: "New Zealand",
        currency: "NZD",
        zone: "Pacific/Auckland",
        voice: &ENGLISH,
        towns: "Auckland, Christchurch, Wellington",
    },
    Region {
        country: "India",
        currency: "INR",
        zone: "Asia/Kolkata",
        voice: &ENGLISH,
        towns: "Bengaluru, Chennai, Delhi, Kolkata, Mumbai, Pune",
    },
    Region {
        country: "South Africa",
        currency: "ZAR",
        zone: "Africa/Johannesburg",
        voice: &ENGLISH,
        towns: "Cape Town, Durban, Pretoria",
    },
    Region {
        country: "Nigeria",
        currency: "NGN",
        zone: "Africa/Lagos",
        voice: &ENGLISH,
        towns: "Abuja, Lagos",
    },
    Region {
        country: "Singapore",
        currency: "SGD",
        zone: "Asia/Singapore",
        voice: &ENGLISH,
        towns: "Singapore",
    },
    Region {
        country: "Germany",
        currency: "EUR",
        zone: "Europe/Berlin",
        voice: &GERMAN,
        towns: "Berlin, Hamburg, Köln=Cologne, Leipzig, München=Munich, Nürnberg=Nuremberg",
    },
    Region {
        country: "Switzerland",
        currency: "CHF",
        zone: "Europe/Zurich",
        voice: &GERMAN,
        towns: "Basel, Zürich=Zurich",
    },
    Region {
        country: "France",
        currency: "EUR",
        zone: "Europe/Paris",
        voice: &FRENCH,
        towns: "Besançon=Besancon, Lyon, Nantes, Orléans=Orleans, Paris",
    },
    Region {
        country: "Canada",
        currency: "CAD",
        zone: "America/Toronto",
        voice: &FRENCH,
        towns: "Montréal=Montreal, Québec=Quebec",
    },
    Region {
        country: "Spain",
        currency: "EUR",
        zone: "Europe/Madrid",
        voice: &SPANISH,
        towns: "Córdoba=Cordoba, Madrid, Málaga=Malaga, Sevilla=Seville",
    },
    Region {
        country: "Mexico",
        currency: "MXN",
        zone: "America/Mexico_City",
        voice: &SPANISH,
        towns: "Mérida=Merida, Puebla",
    },
    Region {
        country: "United Arab Emirates",
        currency: "AED",
        zone: "Asia/Dubai",
        voice: &ARABIC,
        towns: "أبوظبي=Abu Dhabi, دبي=Dubai",
    },
    Region {
        country: "Jordan",
        currency: "JOD",
        zone: "Asia/Amman",
        voice: &ARABIC,
        towns: "عمّان=Amman",
    },
    Region {
        country: "Japan",
        currency: "JPY",
        zone: "Asia/Tokyo",
        voice: &JAPANESE,
        towns: "京都=Kyoto, 大阪=Osaka, 札幌=Sapporo, 東京=Tokyo",
    },
];
