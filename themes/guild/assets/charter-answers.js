// The answers of the form as a group's page has them: by the names of the tokens of a specimen.

import { hostOf, linkTo } from "./charter-meets.js";
import { countryName, marked } from "./series-words.js";
import { markdown } from "./simple-markdown.js";
import { typeset } from "./typography.js";
import { sayer } from "./words.js";

const say = sayer("words:costs- size- unsaid- axis-field axis-fields axis-subject axis-subjects axis-domain axis-domains script-page-");
const language = document.documentElement.lang;

const AXES = { fields: "field", subjects: "subject", domains: "domain" };
const PER = { meeting: "costs-per-meeting", month: "costs-per-month", year: "costs-per-year", once: "costs-once" };

/** What a page says of the values in the form, but for the meetings. */
export function answersOf(values, { form, proseKeys, guidance, quotation_marks: allMarks }) {
  const { name = say("script-page-name"), summary, leaders = [], links = [], objectives = [], joining = {}, based = {} } = values;
  const hasEnded = values.status === "ended";
  const primary = (values.language ?? language).split("-")[0].toLowerCase();
  const [, marks] = allMarks.find(([languages]) => languages.includes(primary)) ?? [];
  const prose = (text) => text && (() => typeset(markdown(text), marks));
  return {
    name, summary, objectives,
    ...Object.fromEntries(proseKeys.map((key) => [key, prose(values[key])])),
    leaders: leaders.map((leader) => ({ ...leader, responsibilities: leader.responsibilities ?? [], url: linkTo(leader.url)?.href })),
    links: links.map(linkOf),
    joining: { ...joining, steps: (joining.steps ?? []).map(prose) },
    based: [based.town, based.region, based.country && countryName(based.country)].filter(Boolean).join(", ") || undefined,
    costs: costsOf(values.costs, hasEnded),
    size: sizeOf(values.size ?? {}, hasEnded) || undefined,
    language: languageOf(values.language),
    aims: phrases(form, "aims", values.aims),
    values: phrases(form, "values", values.values),
    standards: (values.standards ?? []).map((id) => ({ name: choiceOf(form, "standards", id)?.name ?? id, href: "#" })),
    axes: Object.keys(AXES).filter((key) => values[key]?.length).map((key) => axisOf(form, key, values[key])),
    guidance: guidance.filter((page) => explains(page, values)).map(({ name }) => ({ name, href: "#" })),
    since: marked(values.since), founded: marked(values.founded), reviewed: marked(values.reviewed),
    unsaid: unsaidOf(values).join("; ") || undefined,
  };
}

/** The name of a choice in the form, and its sentence. */
function choiceOf(form, key, id) {
  const label = form.querySelector(`input[name="${key}"][value="${CSS.escape(id)}"]`)?.parentElement.querySelector("span");
  if (!label) return null;
  const sentence = label.querySelector("small")?.textContent.trim();
  return { name: label.firstChild.textContent.trim(), text: sentence || undefined };
}

/** Aims or values: the directory's, or the group's own. */
const phrases = (form, key, chosen = []) => chosen.map((id) => {
  const choice = choiceOf(form, key, id);
  return choice?.text ? { ...choice, kind: 0 } : { name: choice?.name ?? id, kind: 1 };
});

function axisOf(form, key, ids) {
  const name = say(`axis-${AXES[key]}${ids.length === 1 ? "" : "s"}`);
  const terms = ids.map((id) => ({ name: choiceOf(form, key, id)?.name ?? id, href: "#" }));
  return { name: name.replace(/^./u, (letter) => letter.toLocaleUpperCase(language)), terms };
}

/** Whether a page of the guidance explains a part that the page of the group has. */
function explains({ id, about }, values) {
  const isThere = (part) => (part === "join" ? values.status !== "ended" : values[part] !== undefined);
  return about.some(isThere) && !values.standards?.includes(id);
}

function linkOf({ name, url = "" }) {
  const isAddress = /^(https:\/\/|mailto:)/.test(url);
  return { name, href: isAddress ? url : "#", host: url.startsWith("https:") ? hostOf(url) : url.replace(/^mailto:/, "") };
}

function costsOf(costs, hasEnded) {
  if (costs === "free") return { summary: say("costs-free") };
  const { amount, currency, per, covers, concessions } = costs ?? {};
  if (!amount || !PER[per]) return undefined;
  return { summary: say(PER[per], { amount: sumOf(String(amount), currency) }), covers, concessions: hasEnded ? undefined : concessions };
}

/** A sum as people write it: `£20`, `€7.50`, `30 CHF`. */
function sumOf(amount, currency) {
  try {
    const money = new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "narrowSymbol" });
    const symbol = money.formatToParts(0).find(({ type }) => type === "currency").value;
    const [whole, decimals] = amount.split(".");
    const sum = decimals ? `${whole}.${decimals.padEnd(money.resolvedOptions().maximumFractionDigits, "0")}` : whole;
    return /^[^\p{L}]$/u.test(symbol) ? symbol + sum : `${sum} ${currency}`;
  } catch {
    return amount; // the currency is not chosen yet
  }
}

function sizeOf({ current, ideal, minimum, maximum }, hasEnded) {
  const ended = hasEnded ? "-ended" : "";
  const parts = [
    current !== undefined && !hasEnded && ["size-current", current],
    ideal && [`size-ideal${ended}`, ideal],
    minimum && [`size-minimum${ended}`, minimum],
    maximum && ["size-maximum", maximum],
  ];
  return parts.filter(Boolean).map(([key, n]) => say(key, { n: Number(n) })).join(" · ");
}

/** A language by its own name and the English one, and its tag where it is not the site's. */
function languageOf(typed) {
  const tag = typed ?? language;
  const named = (one) => new Intl.DisplayNames([one], { type: "language" }).of(tag.split("-")[0]);
  try {
    const [name, english] = [named(tag), named("en")];
    return { tag, own: tag.toLowerCase() === language.toLowerCase() ? undefined : tag, name, english: english === name ? undefined : english };
  } catch {
    return { tag: language, name: tag }; // not a tag yet
  }
}

/** What a reader would look for, and the group has not said. */
function unsaidOf({ status, joining = {}, ...values }) {
  const isJoined = status !== "paused" && status !== "ended";
  const open = {
    purpose: !values.purpose,
    leaders: !values.leaders,
    aims: !values.aims && !values.objectives,
    membership: !values.membership,
    places: isJoined && !joining.places,
    steps: isJoined && !joining.steps,
    reviewed: !values.reviewed,
  };
  return Object.keys(open).filter((key) => open[key]).map((key) => say(`unsaid-${key}`));
}
