//! What people type for a time zone, and the places that they mean by it: the one list of such names.

/// A time that people have names for.
#[derive(Debug)]
pub(super) struct Named {
    /// The names, as [`key`](super::key) makes them: small letters, without `time` and `standard time`.
    pub(super) names: &'static [&'static str],
    /// What the names mean: where it is the time, and zones to type for it, the best known first. The first word
    /// is read after `for`, and only where there are several meanings.
    pub(super) meanings: &'static [(&'static str, &'static [&'static str])],
}

macro_rules! named {
    ($($($name:literal)+ => $($place:literal $($zone:literal)+),+;)*) => {
        /// All of them.
        pub(super) const NAMED: &[Named] = &[$(Named {
            names: &[$($name),+],
            meanings: &[$(($place, &[$($zone),+])),+],
        }),*];
    };
}

named! {
    // Abbreviations with several meanings: nobody but the writer knows which.
    "act" => "the Australian Capital Territory" "Australia/Sydney", "Acre in Brazil" "America/Rio_Branco";
    "amt" => "Armenia" "Asia/Yerevan", "Amazonas in Brazil" "America/Manaus";
    "ast" => "Atlantic Canada" "America/Halifax", "Puerto Rico" "America/Puerto_Rico", "Arabia" "Asia/Riyadh";
    "bdt" => "Bangladesh" "Asia/Dhaka", "Brunei" "Asia/Brunei";
    "bst" => "the United Kingdom" "Europe/London", "Bangladesh" "Asia/Dhaka";
    "cdt" => "central North America" "America/Chicago" "America/Winnipeg", "Cuba" "America/Havana";
    "cst" => "central North America" "America/Chicago" "America/Winnipeg", "China" "Asia/Shanghai", "Cuba" "America/Havana";
    "ect" => "Central Europe" "Europe/Paris" "Europe/Berlin", "Ecuador" "America/Guayaquil", "the eastern Caribbean" "America/Puerto_Rico";
    "edt" => "eastern North America" "America/New_York" "America/Toronto", "eastern Australia" "Australia/Sydney" "Australia/Melbourne";
    "est" => "eastern North America" "America/New_York" "America/Toronto", "eastern Australia" "Australia/Sydney" "Australia/Melbourne";
    "gst" => "the Gulf" "Asia/Dubai", "South Georgia" "Atlantic/South_Georgia";
    "ist" => "India" "Asia/Kolkata", "Ireland" "Europe/Dublin", "Israel" "Asia/Jerusalem";
    "mst" => "the mountains of North America" "America/Denver" "America/Edmonton", "Arizona" "America/Phoenix", "Malaysia" "Asia/Kuala_Lumpur";
    "pst" => "the west coast of North America" "America/Los_Angeles" "America/Vancouver", "the Philippines" "Asia/Manila";
    "sst" => "Singapore" "Asia/Singapore", "American Samoa" "Pacific/Pago_Pago";
    "wst" => "Western Australia" "Australia/Perth", "Samoa" "Pacific/Apia";

    // Times that many places share.
    "cet" "cest" "cet/cest" "mez" "mesz" "met" "mest" "central european" "central europe" "european central" "w europe" "romance"
        => "Central Europe" "Europe/Paris" "Europe/Berlin" "Europe/Rome" "Europe/Madrid";
    "eet" "eest" "eet/eest" "eastern european" "eastern europe" "gtb" "fle"
        => "Eastern Europe" "Europe/Athens" "Europe/Helsinki" "Europe/Kyiv" "Europe/Bucharest";
    "wet" "west" "western european" => "Western Europe" "Europe/Lisbon" "Atlantic/Canary" "Atlantic/Madeira";
    "et" "eastern" "us eastern" "est/edt" "edt/est" => "eastern North America" "America/New_York" "America/Toronto";
    "ct" "central" "us central" "cst/cdt" "cdt/cst" => "central North America" "America/Chicago" "America/Winnipeg";
    "mt" "mdt" "mountain" "us mountain" "mst/mdt" "mdt/mst" => "the mountains of North America" "America/Denver" "America/Edmonton";
    "pt" "pdt" "pacific" "us pacific" "pst/pdt" "pdt/pst" => "the west coast of North America" "America/Los_Angeles" "America/Vancouver";
    "aest" "australian eastern" "aus eastern" => "eastern Australia" "Australia/Sydney" "Australia/Melbourne" "Australia/Brisbane";
    "aedt" "aest/aedt" => "eastern Australia" "Australia/Sydney" "Australia/Melbourne";
    "acst" "australian central" => "central Australia" "Australia/Adelaide" "Australia/Darwin";
    "cat" "central africa" => "Central Africa" "Africa/Maputo" "Africa/Harare" "Africa/Lusaka";
    "eat" "east africa" => "East Africa" "Africa/Nairobi" "Africa/Kampala" "Africa/Dar_es_Salaam";
    "wat" "west africa" => "West Africa" "Africa/Lagos" "Africa/Kinshasa" "Africa/Algiers";
    "ict" "indochina" => "Indochina" "Asia/Bangkok" "Asia/Ho_Chi_Minh";

    // Times of one place.
    "acdt" => "South Australia" "Australia/Adelaide";
    "adt" "atlantic" => "Atlantic Canada" "America/Halifax";
    "akst" "akdt" "alaska" "alaskan" => "Alaska" "America/Anchorage";
    "arizona" => "Arizona" "America/Phoenix";
    "art" "argentina" => "Argentina" "America/Argentina/Buenos_Aires";
    "awst" "western australia" "australian western" => "Western Australia" "Australia/Perth";
    "brt" => "Brazil" "America/Sao_Paulo";
    "british" "gmt/bst" "bst/gmt" "gmt standard" "uk" "united kingdom" "great britain" "britain" "england" "scotland" "wales" "northern ireland"
        => "the United Kingdom" "Europe/London";
    "clt" "chile" => "Chile" "America/Santiago";
    "cot" "colombia" => "Colombia" "America/Bogota";
    "gulf" "arabian" "uae" "united arab emirates" "abu dhabi" => "the Gulf" "Asia/Dubai";
    "hkt" => "Hong Kong" "Asia/Hong_Kong";
    "hst" "hast" "hawaii" "hawaiian" => "Hawaii" "Pacific/Honolulu";
    "idt" "israel" "tel aviv" => "Israel" "Asia/Jerusalem";
    "india" "indian" "mumbai" "delhi" "new delhi" "bangalore" "bengaluru" "chennai" "hyderabad" => "India" "Asia/Kolkata";
    "ireland" "irish" => "Ireland" "Europe/Dublin";
    "jst" "japan" "japanese" "osaka" "kyoto" => "Japan" "Asia/Tokyo";
    "kst" "korea" "south korea" "korean" => "South Korea" "Asia/Seoul";
    "msk" => "Moscow" "Europe/Moscow";
    "myt" "malaysia" => "Malaysia" "Asia/Kuala_Lumpur";
    "newfoundland" "nst" "ndt" => "Newfoundland" "America/St_Johns";
    "npt" "nepal" => "Nepal" "Asia/Kathmandu";
    "nzst" "nzdt" "nzt" "new zealand" "wellington" "christchurch" => "New Zealand" "Pacific/Auckland";
    "pet" "peru" => "Peru" "America/Lima";
    "pht" "philippines" => "the Philippines" "Asia/Manila";
    "pkt" "pakistan" "islamabad" "lahore" => "Pakistan" "Asia/Karachi";
    "sast" "south africa" "cape town" "durban" "pretoria" => "South Africa" "Africa/Johannesburg";
    "sgt" => "Singapore" "Asia/Singapore";
    "slst" "sri lanka" => "Sri Lanka" "Asia/Colombo";
    "trt" "turkey" "ankara" => "Turkey" "Europe/Istanbul";
    "wib" => "western Indonesia" "Asia/Jakarta";

    // Countries.
    "austria" => "Austria" "Europe/Vienna";
    "bangladesh" => "Bangladesh" "Asia/Dhaka";
    "belgium" "antwerp" "ghent" => "Belgium" "Europe/Brussels";
    "china" "beijing" => "China" "Asia/Shanghai";
    "czechia" "czech republic" => "Czechia" "Europe/Prague";
    "denmark" => "Denmark" "Europe/Copenhagen";
    "egypt" => "Egypt" "Africa/Cairo";
    "finland" => "Finland" "Europe/Helsinki";
    "france" "lyon" "marseille" => "France" "Europe/Paris";
    "germany" "munich" "hamburg" "frankfurt" "cologne" "stuttgart" => "Germany" "Europe/Berlin";
    "ghana" => "Ghana" "Africa/Accra";
    "greece" => "Greece" "Europe/Athens";
    "hungary" => "Hungary" "Europe/Budapest";
    "iceland" => "Iceland" "Atlantic/Reykjavik";
    "italy" "milan" "florence" "turin" => "Italy" "Europe/Rome";
    "kenya" => "Kenya" "Africa/Nairobi";
    "netherlands" "the netherlands" "holland" "rotterdam" "the hague" "utrecht" => "the Netherlands" "Europe/Amsterdam";
    "nigeria" "abuja" => "Nigeria" "Africa/Lagos";
    "norway" => "Norway" "Europe/Oslo";
    "poland" "krakow" => "Poland" "Europe/Warsaw";
    "romania" => "Romania" "Europe/Bucharest";
    "saudi arabia" "jeddah" => "Saudi Arabia" "Asia/Riyadh";
    "sweden" "gothenburg" => "Sweden" "Europe/Stockholm";
    "switzerland" "geneva" "basel" "bern" => "Switzerland" "Europe/Zurich";
    "thailand" => "Thailand" "Asia/Bangkok";
    "ukraine" => "Ukraine" "Europe/Kyiv";
    "vietnam" "hanoi" => "Vietnam" "Asia/Ho_Chi_Minh";
    "australia" => "the east of Australia" "Australia/Sydney" "Australia/Melbourne", "Queensland" "Australia/Brisbane",
        "South Australia" "Australia/Adelaide", "Western Australia" "Australia/Perth";
    "brazil" => "most of Brazil" "America/Sao_Paulo", "Amazonas" "America/Manaus";
    "canada" => "the east of Canada" "America/Toronto", "the Atlantic coast" "America/Halifax", "the prairies" "America/Winnipeg",
        "the mountains" "America/Edmonton", "the west coast" "America/Vancouver";
    "indonesia" => "western Indonesia" "Asia/Jakarta", "central Indonesia" "Asia/Makassar", "eastern Indonesia" "Asia/Jayapura";
    "mexico" => "most of Mexico" "America/Mexico_City", "the north-west" "America/Tijuana", "Quintana Roo" "America/Cancun";
    "portugal" => "mainland Portugal" "Europe/Lisbon", "Madeira" "Atlantic/Madeira", "the Azores" "Atlantic/Azores";
    "spain" => "mainland Spain" "Europe/Madrid", "the Canary Islands" "Atlantic/Canary";
    "usa" "us" "united states" "united states of america" "america" => "the east of the United States" "America/New_York",
        "the centre" "America/Chicago", "the mountains" "America/Denver", "the west coast" "America/Los_Angeles";

    // Towns that no zone is named after.
    "edinburgh" "glasgow" "cardiff" "swansea" "leeds" "sheffield" "bristol" "liverpool" "nottingham" "leicester" => "the United Kingdom" "Europe/London";
    "manchester" => "England" "Europe/London", "New Hampshire" "America/New_York";
    "birmingham" => "England" "Europe/London", "Alabama" "America/Chicago";
    "cambridge" => "England" "Europe/London", "Massachusetts" "America/New_York";
    "barcelona" "valencia" "seville" => "mainland Spain" "Europe/Madrid";
    "san francisco" "seattle" "san diego" "las vegas" "california" => "the west coast of the United States" "America/Los_Angeles";
    "boston" "philadelphia" "atlanta" "miami" "washington dc" => "the east of the United States" "America/New_York";
    "dallas" "houston" "austin" "minneapolis" "new orleans" "texas" => "the centre of the United States" "America/Chicago";
    "ottawa" "quebec" => "the east of Canada" "America/Toronto";
    "calgary" => "the mountains of Canada" "America/Edmonton";
    "rio de janeiro" "brasilia" => "most of Brazil" "America/Sao_Paulo";
}

/// Well-known places, from which some are offered for a time that is only known as so many hours from UTC.
pub(super) const PLACES: &[&str] = &[
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Athens",
    "Europe/Helsinki",
    "Europe/Istanbul",
    "Europe/Moscow",
    "America/New_York",
    "America/Toronto",
    "America/Chicago",
    "America/Mexico_City",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Vancouver",
    "America/Anchorage",
    "Pacific/Honolulu",
    "America/Halifax",
    "America/St_Johns",
    "America/Bogota",
    "America/Lima",
    "America/Santiago",
    "America/Caracas",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "America/Nuuk",
    "America/Noronha",
    "Atlantic/Azores",
    "Atlantic/Cape_Verde",
    "Africa/Accra",
    "Africa/Lagos",
    "Africa/Johannesburg",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Asia/Riyadh",
    "Asia/Tehran",
    "Asia/Dubai",
    "Asia/Kabul",
    "Asia/Karachi",
    "Asia/Tashkent",
    "Asia/Kolkata",
    "Asia/Colombo",
    "Asia/Kathmandu",
    "Asia/Dhaka",
    "Asia/Yangon",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Singapore",
    "Asia/Hong_Kong",
    "Asia/Shanghai",
    "Australia/Perth",
    "Australia/Eucla",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Australia/Darwin",
    "Australia/Adelaide",
    "Australia/Brisbane",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "Pacific/Noumea",
    "Pacific/Auckland",
    "Pacific/Fiji",
    "Pacific/Chatham",
    "Pacific/Apia",
    "Pacific/Tongatapu",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
    "Pacific/Marquesas",
];

/// Zones that name no place and keep one distance from UTC all year; so do those below `Etc/`.
pub(super) const FIXED: &[&str] = &[
    "EST",
    "MST",
    "HST",
    "GMT",
    "GMT0",
    "GMT+0",
    "GMT-0",
    "Greenwich",
    "UTC",
    "UCT",
    "Universal",
    "Zulu",
    "Factory",
];

/// Those that a group may well mean which goes by UTC itself.
pub(super) const UNIVERSAL: &[&str] =
    &["UTC", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu"];

/// What is said for UTC itself, as [`key`](super::key) makes it.
pub(super) const ZERO: &[&str] = &[
    "utc",
    "gmt",
    "zulu",
    "greenwich",
    "greenwich mean time",
    "universal time",
    "coordinated universal time",
];
