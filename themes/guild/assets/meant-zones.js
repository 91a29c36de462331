// What is meant by a time zone: a city, a country, a name of the IANA database, or letters such as `CET`.

import { countryOf } from "./meant-names.js";
import { once, plain } from "./meant-texts.js";
import { zoneWords } from "./series-words.js";

/** Zones with cities that none is named after, the codes of countries, and other words for them. A word may mean several. */
const PLACES = `Europe/London=gb,england,scotland,wales,northern ireland,gmt,bst,greenwich mean,aberdeen,bath,belfast,birmingham,bournemouth,bradford,brighton,bristol,cambridge,canterbury,cardiff,chester,coventry,derby,dundee,durham,edinburgh,exeter,glasgow,hull,inverness,leeds,leicester,liverpool,manchester,milton keynes,newcastle,norwich,nottingham,oxford,plymouth,portsmouth,reading,sheffield,southampton,stirling,swansea,york
Europe/Dublin=ie,gmt,ist,irish,cork,galway,limerick
Europe/Lisbon=pt,wet,west,porto
Europe/Berlin=de,cet,cest,mez,mesz,central european,bonn,bremen,cologne,koln,dortmund,dresden,dusseldorf,essen,frankfurt,freiburg,hamburg,hannover,hanover,heidelberg,leipzig,mannheim,munich,munchen,nuremberg,nurnberg,stuttgart
Europe/Warsaw=pl,cet,cest,central european,bialystok,bydgoszcz,gdansk,gdynia,katowice,krakow,cracow,lodz,lublin,poznan,szczecin,torun,wroclaw
Europe/Paris=fr,cet,cest,central european,bordeaux,lille,lyon,marseille,nantes,nice,strasbourg,toulouse
Europe/Madrid=es,cet,cest,central european,barcelona,bilbao,seville,valencia
Europe/Rome=it,bologna,florence,milan,naples,turin
Europe/Zurich=ch,basel,bern,geneva,lausanne
Europe/Vienna=at,graz,innsbruck,linz,salzburg
Europe/Amsterdam=nl,eindhoven,rotterdam,the hague,utrecht
Europe/Brussels=be,antwerp,ghent
Europe/Stockholm=gothenburg,malmo
Europe/Oslo=bergen
Europe/Copenhagen=aarhus
Europe/Athens=eet,eest,thessaloniki
Europe/Helsinki=eet,eest
Europe/Kyiv=ua,eet,eest,kiev,lviv
Europe/Istanbul=ankara
America/New_York=us,est,edt,et,eastern,atlanta,baltimore,boston,charlotte,cleveland,miami,orlando,philadelphia,pittsburgh,tampa,washington,washington dc
America/Chicago=us,cst,cdt,ct,central,austin,dallas,houston,kansas city,milwaukee,minneapolis,nashville,new orleans,san antonio,st louis
America/Denver=us,mst,mdt,mountain,albuquerque,salt lake city
America/Phoenix=mst
America/Los_Angeles=us,pst,pdt,pt,pacific,las vegas,oakland,portland,sacramento,san diego,san francisco,san jose,seattle
America/Toronto=ca,est,edt,eastern,montreal,ottawa,quebec
America/Winnipeg=ca,cst,cdt,central
America/Edmonton=ca,mst,mdt,mountain,calgary
America/Vancouver=ca,pst,pdt,pacific
America/Halifax=ca,ast
America/Sao_Paulo=br,brasilia,rio de janeiro
America/Mexico_City=mx
Asia/Kolkata=in,ist,ahmedabad,bangalore,bengaluru,bombay,calcutta,chennai,delhi,hyderabad,jaipur,kochi,lucknow,mumbai,new delhi,pune
Asia/Dhaka=bst
Asia/Karachi=islamabad,lahore
Asia/Dubai=abu dhabi
Asia/Jerusalem=il,ist,haifa,tel aviv
Asia/Shanghai=cn,cst,beijing,guangzhou,shenzhen
Asia/Singapore=sgt
Asia/Tokyo=jst,kyoto,osaka
Australia/Sydney=au,aest,aedt,canberra
Australia/Melbourne=au,aest,aedt,geelong
Australia/Brisbane=au,aest,cairns,gold coast
Australia/Adelaide=au
Australia/Perth=au,awst
Pacific/Auckland=nz,nzst,nzdt,christchurch,dunedin,wellington
Africa/Accra=gmt,kumasi
Africa/Lagos=wat,abuja,ibadan,kano
Africa/Nairobi=eat,mombasa
Africa/Johannesburg=sast,cape town,durban,pretoria
Africa/Casablanca=marrakesh,rabat
Africa/Cairo=alexandria`;

const ascii = (words) => words.replace(/ł/g, "l").replace(/ø/g, "o").replace(/_/g, " ");

/** The zones that each word may mean, among those of a list. */
const zonesByName = once((list) => {
  const zones = list.split(" ");
  const known = new Map();
  const learn = (name, zone) => known.set(name, [...new Set([...known.get(name) ?? [], zone])]);
  for (const line of PLACES.split("\n")) {
    const [zone, names] = line.split("=");
    if (zones.includes(zone)) names.split(",").forEach((name) => learn(name, zone));
  }
  for (const zone of zones) {
    const name = ascii(plain(zone));
    if (OF_PLACES.test(zone)) {
      known.set(name, [zone]);
      known.set(name.split("/").at(-1), [zone]);
    } else if (!known.has(name)) {
      known.set(name, [zone]);
    }
  }
  return known;
});

// Other names, such as `GB` and `Poland`, are those of countries and of times, for which the places that keep them are better.
const OF_PLACES = /^(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)\//;

/** The zones of a country that no table has. */
function zonesIn(code, zones) {
  const locale = new Intl.Locale("und", { region: code });
  return (locale.getTimeZones?.() ?? locale.timeZones ?? []).filter((zone) => zones.includes(zone));
}

/** The zones that a text may mean. */
export function zonesOf(text, context) {
  const words = ascii(plain(text)).replace(/[.]/g, "").replace(/ (?:(?:standard|summer|daylight|local) )?time$/, "");
  const known = zonesByName(context.zones.join(" "));
  const named = known.get(words) ?? [];
  if (named.some((zone) => OF_PLACES.test(zone))) return named;
  const [place, within] = words.split(/ ?[,(] ?/);
  if (within) {
    const around = zonesOf(within.replace(")", ""), context);
    return zonesOf(place, context).filter((zone) => around.includes(zone));
  }
  const code = countryOf(words, context.language);
  const inCountry = code ? known.get(code.toLowerCase()) ?? zonesIn(code, context.zones) : [];
  const places = inCountry.filter((zone) => OF_PLACES.test(zone));
  return places.length ? places : named;
}

/** What a text may mean as a time zone. */
export const zonesMeant = (text, context) =>
  zonesOf(text, context).map((value) => ({ value, shown: zoneWords(value) }));
