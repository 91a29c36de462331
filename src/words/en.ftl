### The words of the interface, in English.
###
### Each entry is a key and its text. `{ $n }` is a variable, which is filled in when the text is shown. A text may choose
### its form by a variable, as `group-count` does. If a text contains a link, the link is a variable.
### Messages about charters, the guides to their keys and the pattern of meetings are not here but in `charter`.

## On every page

# What the social picture shows.
base-picture = Find a group to learn with
base-feed = New and changed groups
base-skip = Skip to the main text
base-navigation = Main
base-questions = Questions about this directory?
base-about = About this site
breadcrumbs = You are here
contact-us = Write to us
contact-group = Write to the group
contact-group-page = Go to the group’s own page
edit = Suggest a change
edit-how = You will see the text behind this page. Someone will read your change before it is published.

## Names of pages, and ways to them

groups = Groups
calendar = Calendar
guidance = Guidance
search = Search
start = Start a group
navigation-find = Find
navigation-start = Start a group
browse = Browse
all-groups = See all groups
more-groups = Show more groups
# { $title } of a page, and its { $number } in a list of several.
numbered-title = { $title }, page { $number }

## Numbers, dates and times

group-count =
    { $n ->
        [one] { $n } group
       *[other] { $n } groups
    }
# The noun for a number { $n } that is shown separately.
group-count-noun =
    { $n ->
        [one] group
       *[other] groups
    }
# The same in little room.
time-morning = Morning
time-lunchtime = Lunchtime
time-afternoon = Afternoon
time-evening = Evening
time-morning-on = { $weekday } morning
time-lunchtime-on = { $weekday } lunchtime
time-afternoon-on = { $weekday } afternoon
time-evening-on = { $weekday } evening
# { $from }, { $to }: times such as 18:30.
hours = { $from } to { $to }
date-time = { $date }, { $time }
zone-uk = UK time
zone-ireland = Irish time
zone-city = { $city } time

## What groups are

membership-open = Open group
membership-closed = Closed group
membership-open-meaning = Who comes, and how many, varies from meeting to meeting.
membership-closed-meaning = The membership is fixed, so that conversations can go on from one meeting to the next. Closed does not mean full.
membership-open-ended = Who came, and how many, varied from meeting to meeting.
membership-closed-ended = The membership was fixed.
places-open = Places now
places-waiting-list = Waiting list
places-full = No places now
status-forming = Forming
status-active = Active
status-paused = Paused
status-ended = Ended
badge-no-dates = No dates set
mode-hybrid = Online and in person
mode-online = Online
mode-in-person = In person
mode-unknown = Place not given
costs-free = Free
# { $amount }: a sum such as £15.
costs-per-meeting = { $amount } a meeting
costs-per-month = { $amount } a month
costs-per-year = { $amount } a year
costs-once = { $amount }, once only

## The three axes

axis-field = field of practice
axis-subject = subject
axis-domain = domain
axis-fields = fields of practice
axis-subjects = subjects
axis-domains = domains
axis-field-meaning = What members do: the kind of practice that they share.
axis-subject-meaning = What members are expert in, or want to study together.
axis-domain-meaning = Where members practise, or with whom.
# { $one }: what one of its terms is called, such as `subject`.
axis-description = The groups of this directory, by { $one }.
axis-browse = Browse by { $one }
# { $names }: what its terms are called, such as `subjects`; { $n }: how many there are.
axis-all = All { $n } { $names }
# { $term }: a term, such as a country with its towns.
term-within = Within { $term }
term-all-within = All { $n } within { $term }

## The home page

home-heading = Find a group to learn with
home-search = Search the groups
home-groups =
    { $n ->
        [0] See the groups
        [one] See the group
       *[other] See all { $n } groups
    }
home-places = Groups with places now
home-coming = Coming meetings
home-calendar = See the whole calendar
home-start = Nothing to suit you?
home-start-how = Start a group of your own: answer fourteen questions about how it will work.

## Lists of groups

groups-description = Every community of practice in the directory, by name.
groups-lead = Every group in the directory. Choose one that looks right: its page tells you about its meetings and how to join.
groups-browse = Or browse by
groups-empty = No group is listed yet. When the first one sends its charter, it will appear here.
list-none = No group here meets at the moment
list-page = page { $number }
list-paused = Paused: not meeting at the moment
list-ended = Ended
sort = Sort by
sort-name = name
sort-newest = newest first
sort-next = next meeting
pages = Pages of this list
pages-page = Page
pages-previous = Previous page
pages-next = Next page
term-narrow = Narrow by
term-more = More about { $term }
term-groups = Groups in { $term }
# { $link }: the words of `term-empty-link`.
term-empty = No group here yet. { $link }, or start the first one.
term-empty-link = Browse the directory
term-calendar = In your own calendar
term-calendar-what = The meetings of these groups.
# { $first }, { $second }: two terms.
pair-title = { $first } and { $second }
pair-lead = Groups with both: { $first } and { $second }.
# { $first-axis }, { $second-axis }: what each of the two is, such as `subject`.
pair-description = Groups with the { $first-axis } { $first } and the { $second-axis } { $second }.

## A group in a list

# The next meeting, beside its date. { $time }: when it starts, such as 18:30. { $zone }: such as UK time.
card-next = { $weekday } { $time }, { $zone }
# The same on the group’s page, which has named the zone, where the time is the reader’s and the group’s.
card-next-same = { $weekday } { $time }
# The same where the time is the reader’s and not the group’s.
card-next-own = { $weekday } { $time } your time
# One of these, of a meeting that lasts for days. { $date }: its last.
card-next-until = { $next }, until { $date }
# What to do about a group, after a badge that says how it is.
card-ended = It no longer meets.
card-paused = Ask about its plans.
card-forming-open = Write if you would like to help shape it.
card-forming-waiting-list = Ask about the waiting list.
card-forming-full = It is not taking new members now.
card-full = Ask when that may change.
card-waiting-list = Ask about the waiting list.
card-no-dates = Ask when it next meets.
facts-who = Who it is for
facts-meets = Meets
facts-meets-unsaid = This group has not said when or where it meets.
facts-meets-paused = Used to meet
facts-meets-ended = Met
facts-based = Based in
facts-part-of = Part of
facts-parts = Groups in it
facts-related = Related groups
facts-predecessors = Carries on the work of
facts-costs = Cost
facts-costs-ended = Cost
facts-where = Where
facts-language = Language
facts-size = Size

## A group’s page: what a newcomer should know first

state-ended = This group has ended.
# $date: a date.
state-ended-since = This group ended on { $date }.
state-ended-more = It no longer meets. What follows is its charter, as it was at the end.
state-paused = This group is paused.
# $date: a date.
state-paused-since = This group has been paused since { $date }.
state-paused-more = It is not meeting at the moment.
# $group: the name of another group, with a link.
state-succeeded = { $group } carries on its work.
state-forming = This group is forming.
state-forming-more = Some things may still change.
state-forming-open = If you would like to help shape it, write to the group.
state-forming-waiting-list = It has a waiting list: ask the group about joining it.
state-forming-full = It is not taking new members at the moment. You can write and ask when that may change.
state-full = This group is not taking new members at the moment.
state-full-more = You can write and ask when that may change.
state-waiting-list = This group has a waiting list.
state-waiting-list-more = Ask the group about joining it.
state-no-dates = No date is set for the next meeting.
state-no-dates-more = Ask the group when it next meets.
# { $link }: the words of `group-similar`.
state-similar = { $link } may suit you too.

## A group’s page: how to join

join = Join this group
join-full = If you would like to join later
join-waiting-list = Ask about the waiting list
join-room-ask = Ask whether there is a place for you.
join-how = How to join
join-reply = When you will hear back
join-welcome = Your first meeting
join-by-directory = This group has given no address of its own. Write to us, and we will help you to reach it.
join-by-links = Use one of the group’s links below.
join-later = What you can do now
join-later-paused = Write to the group and ask about its plans, and whether there will be a place for you.
join-later-ended = This group takes no new members. Look for one that meets, or start one of your own.
join-similar = See groups like this one

## The first letter to a group, which the reader changes. In other languages it is in `letters.ftl`.

letter-subject = A question about { $group }
# { $question }: one of the texts that follow.
letter =
    Hello,

    My name is …, and I work as … I have read your page, and I am interested in your group because …

    { $question }

    Kind regards,
letter-join = I would like to join your group. What would be the next step?
letter-visit = I would like to come to a meeting. Is there anything I should know or do first?
letter-forming = Are you still looking for members? I would like to be part of it from the start.
letter-list = May I join your waiting list?
letter-full = I know that you are full at the moment. Would you let me know if a place comes free?
letter-paused = I know that the group is paused. Do you plan to meet again, and could I join you then?

## A group’s page: telling others of it

share = Share this page
script-share-copied = The address of this page is copied. Paste it into a message.
script-share-failed = Your browser does not allow this. Copy the address by hand.
poster = Print a poster

## A group’s poster

# { $group }: a name.
poster-title = Poster for { $group }
poster-back = Back to the group’s page
poster-print = Print
# What the picture is. { $address }: that of the group’s page.
poster-code = QR code for { $address }

## A group’s page: its charter

group-links = Find it online
group-purpose = Purpose
group-about = About the group
group-meetings = Meetings
group-meetings-more = More about the meetings
group-calendar = In your own calendar
group-calendar-what = All meetings of this group.
group-next-meeting = Add only the next meeting
group-membership = Membership
group-membership-open = What “open” means
group-membership-closed = What “closed” means
# Links to guidance follow.
group-guidance = More on how groups work
group-commitment = What is expected of you
group-commitment-ended = What was expected of members
group-structure = How a meeting runs
group-structure-ended = How a meeting ran
# { $what }: the group’s own words.
group-costs-covers = This covers: { $what }
group-costs-covers-ended = This covered: { $what }
group-costs-concessions = If you cannot afford that: { $what }
group-aims = Aims
group-objectives = Objectives
group-leaders = Who leads it
group-leaders-ended = Who led it
leader-more = Read more about { $name }
group-values = Values
group-standards = Standards
group-standards-declared = The group declares that it follows:
group-standards-declared-ended = The group declared that it followed:
group-communication = Between meetings
group-conflict = If there is a conflict
group-conflict-ended = If there was a conflict
group-founded = The group began on { $date }.
group-reviewed = Charter reviewed on { $date }.
group-still-true = Confirm that this is still true
group-still-true-how = For the group, once a year: you have read the charter through, and nothing has to change.
# $status: what the group is, such as “Forming”. $date: a date.
group-since = { $status } since { $date }.
# $what: a list of what the group has not said, with semicolons.
group-unsaid = This group has not said { $what }.
group-unsaid-ask = Ask before you join.
unsaid-purpose = what it is for
unsaid-leaders = who leads it
unsaid-aims = what its aims are
unsaid-membership = whether it is open or closed
unsaid-places = whether it has places
unsaid-steps = how to join
unsaid-reviewed = when its charter was last reviewed
group-edit = Edit with the form
group-edit-how = You answer questions, and do not need to know the file format.
group-relations = Other groups
group-terms = Listed under
group-similar = Groups like this one
group-similar-shared = In common: { $terms }
meeting-set-dates = On set dates
meeting-by-rule = On dates that follow a rule
# { $meets }: when a series meets; { $date }: its first day.
meeting-from = { $meets }, from { $date }
meeting-zone = Time zone
meeting-lasts = Lasts
meeting-next = Next
meeting-later = Later
meeting-more = More dates
meeting-over = No further date is set.
meeting-changes = Changes
# $date: the day on which a meeting would have been. $to: when and where it is instead.
meeting-cancelled = { $date }: cancelled
# $from, $to: the first and the last of some meetings in a row.
meeting-break = { $from } to { $to }: cancelled
meeting-moved = { $date }: moved to { $to }
meeting-changed = { $date }: this time { $to }
meeting-until = Until
meeting-join = Join here
meeting-notes = Notes
meeting-recordings = Recordings
meeting-notice = How far ahead dates are set
# { $n }: how many members.
size-current =
    { $n ->
        [one] { $n } member now
       *[other] { $n } members now
    }
size-ideal = Works best with { $n }
size-ideal-ended = Worked best with { $n }
size-minimum = Needs at least { $n }
size-minimum-ended = Needed at least { $n }
size-maximum =
    { $n ->
        [one] Up to { $n } person
       *[other] Up to { $n } people
    }

## The calendar

calendar-description = The coming meetings of all groups, by day.
calendar-lead = The meetings of all groups over the next { $weeks } weeks. Times are those of each group. Before you come to one, check on the group’s page how to join.
calendar-days = Days
calendar-empty = No meeting is set for the next { $weeks } weeks. Each group’s page tells you about its meetings and how to join.
calendar-files = In your own calendar
calendar-files-all = The meetings of all groups.
# { $axis }: such as `subject`.
calendar-files-by = By { $axis }
subscribe = Subscribe
subscribe-how = Subscribe once, and your calendar adds new dates and follows every change.
subscribe-google = Google Calendar
subscribe-outlook = Outlook.com
subscribe-outlook-work = Outlook at work or school
subscribe-address = Or copy the address:
# $date: a day.
entry-moved-from = moved from { $date }
entry-moved-to = Moved to { $date }
entry-cancelled = Cancelled

## Pages of text

guidance-description = What communities of practice are, and how to join or start one.
guidance-all = All the guidance
guidance-empty = There is no guidance here yet.
minimum-standard = Minimum standard
article-standard = A group can declare in its charter that it follows this.
article-source = Read the document itself
article-contents = On this page
article-reviewed = This text was last reviewed on { $date }.
article-neighbours = Previous and next
article-previous = Previous
article-next = Next
not-found = Page not found
not-found-elsewhere = Or go to
not-found-why = The address may be mistyped, or the page may have been removed.
redirect-title = This page has moved
redirect-lead = Your browser should take you there. If it does not, go to { $link }.

## Search

search-description = Find a group by its name, its subject, its town, or any other word.
search-label = Look for a name, a subject, a town, a leader or any other word
search-found = Results
search-terms = Lists of groups, and pages
search-without-script = Searching needs JavaScript. Without it, you can browse the groups below, and see them all in one list.
search-ask = Nothing that fits? Tell us what you are looking for:

## Search: what people type

# Words and phrases that people type who mean a choice of the filters, with commas between. The name of the choice is one
# of them without being listed. Case and accents make no difference.
typed-cost-free = free, free of charge, no cost, no costs, cost free, no fee, no fees, no charge, at no cost, costs nothing, without charge
typed-cost-paid = paid, not free, fee, fees
typed-places-open = open places, free places, free place, free space, free spaces, vacancies, room for more, places now, new members, taking new members
typed-places-waiting-list = waiting list, waiting lists, waitlist, wait list
typed-places-full = no places, full groups
typed-where-online = online, remote, remotely, virtual, virtually, on line, webinar, webinars, zoom, skype, microsoft teams, ms teams, google meet, video call, video calls
typed-where-in-person = in person, not online, face to face, offline, in the room, on site
typed-size-small = small, small group, small groups
typed-size-medium = medium-sized, medium size, medium group, medium groups
typed-size-large = large group, large groups, big group, big groups
typed-membership-open = open, open group, open groups, drop in
typed-membership-closed = closed, closed group, closed groups
typed-day-monday = mondays, mon, weekday, weekdays
typed-day-tuesday = tuesdays, tue, tues, weekday, weekdays
typed-day-wednesday = wednesdays, wed, weds, weekday, weekdays
typed-day-thursday = thursdays, thu, thur, thurs, weekday, weekdays
typed-day-friday = fridays, fri, weekday, weekdays
typed-day-saturday = saturdays, sat, weekend, weekends
typed-day-sunday = sundays, sun, weekend, weekends
typed-time-morning = mornings
typed-time-lunchtime = lunchtimes, lunch time, lunch, midday, noon
typed-time-afternoon = afternoons
typed-time-evening = evenings, night, nights, after work
# The same for words that may mean a choice, and something else as well: it is offered.
typed-near-membership-closed = confidential, confidentiality, in confidence, private
typed-near-places-open = open, places, spaces
typed-near-where-online = teams, video, videos
# Words that say nothing next to those.
typed-idle = a, an, and, any, are, at, by, can, cop, cops, do, find, for, from, group, groups, i, in, is, led, looking, me, meet, meeting, meetings, meets, my, near, next, of, on, or, please, run, some, that, the, there, this, to, today, tomorrow, tonight, want, week, which, who, with, you
# Each leads to the calendar, whatever else is typed.
typed-calendar = calendar, dates, this week, next week, today, tomorrow, tonight
# How often a group meets.
typed-weekly = weekly, every week, each week
typed-fortnightly = fortnightly, biweekly, every two weeks, every other week
typed-monthly = monthly, every month, each month, once a month
typed-quarterly = quarterly, every quarter, every three months
typed-yearly = yearly, annual, annually, every year, each year

## Filters

filters = Filter these groups
filters-short = Filters
filters-show =
    { $n ->
        [0] No group: change the filters
        [one] Show { $n } group
       *[other] Show { $n } groups
    }
filters-clear = Clear all
filters-close = Close
# A row of filters that take one press each.
quick = Quick filters
quick-evenings = Any evening
filters-wait = One moment …
facet-places = Places
facet-where = Online or in person
facet-country = Country
facet-region = Region
facet-town = Town
facet-free = When you can come
facet-membership = Membership
facet-size = Size of the group
facet-size-small = Small, up to 8
facet-size-medium = Medium, 9 to 15
facet-size-large = Large, 16 or more
facet-cost = Cost
facet-cost-paid = There is a charge
facet-language = Language

## Groups side by side

compare = Compare
compare-title = Compare groups
compare-lead = Up to four groups side by side: when and where they meet, what they cost, and how to join.
# Leads those to the home page to whom the address was sent.
compare-what = To the home page
# { $link }: the words of `all-groups`.
compare-without-script = This page needs JavaScript. Without it, open the pages of the groups next to each other: each has the same parts in the same order. { $link }
compare-none = No group is chosen yet. On a group’s card or page, press “Compare”.

## Calendar files, which calendar programs show

event-places-open = There are places now. To join: { $contact }
event-places-waiting-list = There is a waiting list. To join it: { $contact }
event-places-full = The group is not taking new members for now. To ask about places: { $contact }
# $contact: an address.
event-contact = To ask about joining: { $contact }
# $group, $series: names.
event-series = { $group }: { $series }
event-more = More about the group: { $page }
event-online = Online: { $how }
events-none = No meeting has a date at the moment. Dates appear here as soon as they are set.
events-paused = This group is paused, so no meetings are planned.
events-ended = This group has ended, so there are no more meetings.

## The form that writes a charter

start-description = Write your group’s charter here, and send it in. No technical knowledge needed.
form-title = Your charter
form-answer = Answer the questions
form-questions = The fourteen questions
# { $link }: the words of `form-blank`.
form-without-script = These are the questions that a charter answers. With JavaScript, this page has a form for them. Without it, download the { $link }, a text file with a place for every answer, and fill it in with any plain-text editor.
form-without-script-send = Then send it to us:
form-blank = blank charter
form-guidance = What makes a good answer, with examples: { $link }.
# { $forget }: the words of `form-forget`.
form-lead = Stop whenever you like. What you type is kept in this browser, on this device, until you press “{ $forget }”. Nothing is sent until you send it yourself.
form-paste = Have you written it down already? Paste it here
form-paste-how = The whole text, from a document or a message. The answers that it contains are filled in for you to check.
form-back = Back
form-next = Next
form-whole = All questions on one page
form-one = One question at a time
form-rest = The rest can wait
form-rest-why = The questions before this one are all that you need. Those after it help people to decide: how many you are, what it costs, how a meeting goes, what you expect of each other. You can answer them now, or another day.
form-rest-send = Go to the end, and send it
form-forget = Forget my answers
form-example = For example: { $example }
form-optional = (optional)
form-read = Read it: { $name }
form-own = In your own words
form-own-how = (optional, one sentence per line)
form-choose = Choose …
form-terms-title = Where should people find the group?
form-terms = Choose at least one field, subject or domain.
form-leader = Leader
form-leader-add = Add another leader
form-leader-more = More about them
form-leader-remove = Remove this leader
form-link = Link
form-link-add = Add another link
form-link-remove = Remove this link
form-membership-open = Open: who comes, and how many, varies with interest
form-membership-closed = Closed: the same people, committed to each other
form-meetings-forming = If no dates are set yet, leave the rest blank.
form-said = When do you meet?
form-said-how = Say it in your own words, and the answers below are filled in for you to check.
form-said-example = every other Tuesday at 7 pm, for 90 minutes
form-lasts = How long?
form-time-how = As you would say it: 18:30, or 6:30 pm.
form-sum-how = As you would say it: £5 a meeting.
form-country-how = The country in which it is at home.
form-language-how = If it is not that of this site.
form-currency-how = The one in which it is paid.
form-language-site = The language of this site
form-series = Series
form-series-add = Add another series of meetings
form-series-remove = Remove this series
form-weekly = Every week
form-fortnightly = Every two weeks
form-weeks = Every few weeks
form-monthly = Every month
form-quarterly = Every three months
form-months = Every few months
form-yearly = Every year
form-dates = On dates that I list
form-varies = It varies
form-rule = The form has no field for the pattern of this series: { $rule }. It is kept unchanged. To change it, choose another pattern.
form-every = Every how many?
form-day = On which day
form-which = Which one
form-first = first
form-second = second
form-third = third
form-fourth = fourth
form-fifth = fifth
form-last = last
form-first-third = first and third
form-second-fourth = second and fourth
form-by-date = a date of the month
form-weekday = Day of the week
form-other = And on
form-no-other = no other day
form-date = Date of the month
form-dates-add = Add a date
form-meeting-more = More: last date, breaks, moved meetings, links, how far ahead dates are set
form-skip-add = Leave out a date
form-skip-to = to (for a break)
form-moved = Moved meeting
form-moved-add = Move a meeting
form-moved-remove = Undo this move
form-costs-open = I will answer this later
form-costs-free = It is free
form-costs-paid = There is a charge
form-per-meeting = each meeting
form-per-month = each month
form-per-year = each year
form-per-once = once
form-places-open = There are places
form-places-waiting-list = There is a waiting list
form-places-full = The group is full
form-more = A few more things
form-about = The group in your own words
form-even-more = Other groups, and a picture
form-about-how = How it came to be, what a meeting is like, what newcomers wonder about. An empty line makes a new paragraph, and lines that start with a hyphen make a list.
form-id = Address of its page
form-id-how = What comes after “/groups/” in the address: small letters a to z, digits and hyphens. Leave it blank to use the name of the group.
form-status-forming = Forming: we are looking for members
form-status-active = Active: we are meeting
form-status-paused = Paused: we are not meeting at present
form-status-ended = Ended
form-reviewed = We have reviewed the whole charter today. (Where the meetings change, today’s date is set in any case.)
form-send = Check your charter, and send it
form-preview = Your page, as it will look

## Scripts: meetings in the visitor’s own time

script-times-meetings-passed = These meetings have passed. Each group’s page tells you about its meetings and how to join.
script-times-dates-passed = These dates have passed. Ask the group for the next one.
# { $time }: such as 19:30. { $date }: such as Tuesday 8 December.
script-times-own = for you: { $time }, { $date }
# The same on the same day.
script-times-own-same = for you: { $time }

## Scripts: filters

quoted = “{ $word }”
script-filters-failed = The filters could not be loaded. Reload the page to try again.
script-filter-list = Filters
# { $found } of all { $n } groups.
script-filter-some =
    { $n ->
        [one] { $found } of { $n } group
       *[other] { $found } of { $n } groups
    }
script-filter-failed = The groups could not be loaded. Reload the page to try again.
# The name of a filter follows.
script-filter-take-out = Remove:
script-filter-chosen = Chosen filters
# { $n }: how many filters are on.
script-filter-on = Filters ({ $n })
# Why a filter of one press cannot be pressed. { $name }: its own name, in quotes.
script-quick-none = No group here also matches { $name }.
# { $name }: of a filter, such as Town.
script-filter-find = Find in: { $name }
# The title of a list that is filtered. { $names }: of filters, such as “Free, Online”. { $count }: such as “11 groups”.
# { $title }: that of the page.
script-filter-title = { $names } – { $count } – { $title }
script-filter-names-more = { $names } and { $n } more
# How many groups there are without the filters { $names }.
script-filter-without =
    { $n ->
        [one] Without { $names }: { $n } group
       *[other] Without { $names }: { $n } groups
    }
script-filter-none = No group matches all of these. Remove one:
script-filter-none-at-all = No group matches all of these. Remove two or more of your filters.
script-filter-zone = Time zone
script-filter-zone-unknown = Choose a time zone from the list.

## Scripts: groups side by side

script-compare-chosen =
    { $n ->
        [one] { $n } group chosen
       *[other] { $n } groups chosen
    }
script-compare-go = Compare { $n } groups
script-compare-clear = Clear
script-compare-full = Four groups are chosen, and no more fit side by side. Remove one first.
script-compare-add = Add another group
script-compare-back = Back to the groups
script-compare-more = More than four groups do not fit side by side: here are the first four.
# { $group }: what the address calls it, in quotes.
script-compare-unknown = There is no group { $group } here.
# { $group }: its name.
script-compare-ended = { $group } has ended, so it is not shown.
# { $group }: what the address calls it, in quotes.
script-compare-failed = The group { $group } could not be loaded. Reload the page to try again.
# { $group }: its name.
script-compare-take-out = Remove { $group }
script-compare-share = Send this to somebody
script-compare-copy = Copy the link
script-compare-table = Groups side by side
script-compare-summary = In short
script-compare-when = When
script-compare-place = Where
script-compare-language = Language
script-compare-cost = Cost
script-compare-size = Size
script-compare-membership = Membership
script-compare-who = Who it is for
script-compare-welcome = Your first meeting
script-compare-steps = How to join
script-compare-contact = Contact
script-compare-unsaid = Not said

## Scripts: search

# Why a group is found. { $word }, { $name }, { $alias } and { $typed } are in quotes.
script-search-why = Why: { $reasons }.
script-search-has =
    { $field ->
        [name] { $word } is in its name
        [summary] { $word } is in its summary
        [place] { $word } is in the name of the place
        [leader] { $word } is in a leader’s name
       *[text] { $word } is in its charter
    }
# { $one }: what a term of its axis is called, such as `subject`.
script-search-term = its { $one } is { $name }
script-search-alias = { $fact } (also found under { $alias })
script-search-like = { $fact } (spelt much like { $typed })
script-search-same = { $fact } (a search for { $typed } also looks for { $word })
script-search-led = led by { $leader }
script-search-online = it meets online
script-search-was-online = it met online
script-search-apart = Paused or ended
script-search-none = No group mentions { $words }.
script-search-none-of-all =
    { $n ->
        [2] No group mentions both { $words }.
       *[other] No group mentions all of { $words }.
    }
# { $none }: as above. How many groups mention all the other { $words }, or { $of } of the { $all } words.
script-search-rest =
    { $n ->
        [one] { $none } { $n } group mentions { $words }.
       *[other] { $none } { $n } groups mention { $words }.
    }
script-search-some =
    { $n ->
        [one] { $none } { $n } group mentions { $of } of the { $all } words.
       *[other] { $none } { $n } groups mention { $of } of the { $all } words.
    }
script-search-common = Nearly every group mentions { $words }. Add another word.
script-search-try = Try another word, or browse below.
# { $names }: what was chosen, such as “Free” and “Tuesday evening”.
script-search-none-chosen =
    { $n ->
        [1] No group matches { $names }.
        [2] No group matches both { $names }.
       *[other] No group matches all of { $names }.
    }
# How many { $groups } were found, none of which has { $names } too.
script-search-left = { $groups } found, but none that matches { $names } as well.
# Completes a filter of which only the beginning is typed: { $name } is in quotes.
script-search-half = Filter by { $name }
# How many { $groups } match the filters, and how many more only have the { $words } in their names.
script-search-named =
    { $n ->
        [one] { $groups }, and { $n } more with { $words } in its name
       *[other] { $groups }, and { $n } more with { $words } in their names
    }
script-search-list = See these in the list of all groups
# How many more groups mention the { $words } that were taken for filters.
script-search-unseen =
    { $n ->
        [one] { $n } other group mentions { $words }
       *[other] { $n } other groups mention { $words }
    }
script-search-failed = Search is not working at the moment. You can browse below.

## Scripts: the form that writes a charter

script-start-failed = The form could not be loaded. Reload the page to try again, or take the blank charter.
script-form-number = This is not a whole number.
script-form-again = Type it again, or clear it.
script-form-several = This can mean more than one thing.
script-form-choose = Choose the one that you mean.
script-form-people = This may be more than one person.
script-form-people-how = Choose which it is.
script-form-date = The form cannot read this as a date.
script-form-date-how = Write the day, the month and the year, such as 8 December 2026.
script-form-time = The form cannot read this as a time.
script-form-time-how = Write it as 18:30 or 6:30 pm.
script-form-length = The form cannot read this as a length of time.
script-form-length-how = Write it as 90 minutes or 2 hours.
script-form-zone = The form does not know this place.
script-form-zone-how = Write the nearest large city with the same time.
script-form-address = The page of “{ $other }” already has this address.
script-form-another = Choose another one.
script-form-no-group = There is no group “{ $id }” to edit. This is an empty form.
script-form-editing = You are changing the charter of “{ $name }” ({ $id }). What you do not change stays exactly as it is in the file.
script-form-confirming = You confirm that the charter of “{ $name }” is still true. The day of its review is the only change. If something else has changed, change it here first.
script-form-coming = The next meetings: { $days }.
script-values-rule = Keep the present pattern
script-pasted-put =
    { $n ->
        [one] Put this answer into the form
       *[other] Put these { $n } answers into the form
    }
script-pasted-done = The answers are in the form. Look at each of them.
script-pasted-none = No answers were found. They are found below the questions, or below headings such as “Purpose”.
script-pasted-left = The form found no place for this. Copy what you need from it:
# { $words }: what was typed and belongs elsewhere, such as “in a café”.
script-understood-left = This belongs elsewhere in the form, so write it there: “{ $words }”
script-understood-which = Which do you mean?
script-folded-change = Change this
script-menus-other-length = another length
# { $n }: the number of the screen that is shown; { $of }: how many there are.
script-screens-at = { $n } of { $of }.
script-screens-left =
    { $n ->
        [one] One question still needs an answer, or a different one, before you can send your charter.
       *[other] { $n } questions still need an answer, or a different one, before you can send your charter.
    }
script-screens-show = show me
script-screens-ready = You can send it whenever you like.
script-kept-saved = Kept in this browser.
# { $when }: such as “yesterday” or “3 weeks ago”.
script-kept-back = Your answers are back. You last changed them { $when }.
script-kept-back-undated = Your answers from last time are back.
script-kept-followed = Your answers from the other window are here too.
script-kept-changed = The charter has been changed since you began to edit it. What you typed then has been set aside, and this is the charter as it is now.
script-kept-forgotten = Your answers were forgotten in another window, so what you see here is no longer kept. Reload this page to start again.
script-kept-two = You have typed other answers in another window. Both are kept: these, and the others.
script-kept-others = Show the others
script-kept-nothing = This browser cannot keep your answers. Download them before you leave.
script-kept-forget = Forget all answers in this form?

## Scripts: what is meant by what was typed into the form

# How often: “Every 3 weeks”.
script-meant-weeks = Every { $n } weeks
script-meant-months = Every { $n } months
script-meant-twice = Twice a week
# { $rhythm }: how often, such as “Every two weeks”.
script-meant-on = { $rhythm } on { $days }
# { $place }: such as “first and third”.
script-meant-on-place = { $rhythm } on the { $place } { $weekday }
# { $date }: a day of the month.
script-meant-on-date =
    { $date ->
        [1] { $rhythm } on the 1st
        [2] { $rhythm } on the 2nd
        [3] { $rhythm } on the 3rd
        [21] { $rhythm } on the 21st
        [22] { $rhythm } on the 22nd
        [23] { $rhythm } on the 23rd
        [31] { $rhythm } on the 31st
       *[other] { $rhythm } on the { $date }th
    }
# { $people }: such as “Ann Lee and Tom Ray (chair)”.
script-meant-people = { $n } people: { $people }
# { $role }: such as “chair”.
script-meant-person = { $name }, with the role “{ $role }”
script-meant-one-name = One name: { $name }
script-meant-https = { $address } (with https in place of http: please check that it opens)
script-meant-entries =
    { $n ->
        [one] A list of { $n } thing
       *[other] A list of { $n } things
    }

## Scripts: what is wrong with a charter

script-result-check = Check my charter
script-result-answered =
    { $n ->
        [one] { $n } of the fourteen questions has an answer.
       *[other] { $n } of the fourteen questions have an answer.
    }
script-result-no-address = The address of your page is made from the letters a to z in the name, and there are none. Write a short address yourself.
script-result-wrong =
    { $n ->
        [one] { $n } thing is still missing or wrong
       *[other] { $n } things are still missing or wrong
    }
script-result-fixed = When they are fixed, you can send your charter from here.
script-result-can-be-sent = Your charter can be sent as it is
script-result-complete = Your charter is complete
script-result-exposed = Everyone will be able to read this. Did you mean to publish it?
script-result-suggestions =
    { $n ->
        [one] One suggestion, for now or for later
       *[other] { $n } suggestions, for now or for later
    }
script-result-thought = Nothing here has to be changed before you send it. It may help the people who read your page.
# On the page that is shown of a group before it has a name.
script-page-name = Your group’s name
script-result-file = The file
# The file’s name follows.
script-result-file-itself = The file itself,

## Scripts: what the form says of a problem, where the words of the checks are about lines of a file

# { $label }: what the form calls the answer; { $what }: why it is needed, such as “members want to know where it meets.”
script-problem-missing = “{ $label }” still needs an answer: { $what }
script-problem-no-answer = This question still needs an answer: “{ $question }”
script-problem-no-term = People cannot find the group yet.
# { $count }: how many lines; { $limit }: how many there may be.
script-problem-too-many = This list has { $count } lines, and there is room for { $limit }.
script-problem-nothing = The amount is 0.
script-problem-not-a-date = The form cannot read “{ $typed }” as a date.
script-problem-never-meets = With these answers, the group would never meet.
script-problem-nearly-suggested = “{ $text }” is almost the same as one of the suggestions.
script-remedy-no-term = Tick at least one box.
script-remedy-not-declared = If it does, tick it here.
script-remedy-not-among-values = If the group holds to it, tick it here.{ $reminder }
script-remedy-is-over = Add new dates, remove the series, or say that the group is paused.
script-remedy-is-stale = Read it through with the group, put right what is out of date, and tick that you have reviewed it.
script-remedy-no-places-left = Say that there is a waiting list or that the group is full, or correct the numbers.
script-remedy-address-shown = Leave it out. Newcomers will write to the address that you give for joining.
script-remedy-number-shown = Leave it out. You can tell newcomers the number when they write to you.
script-remedy-still-there = Say that it has ended, or leave this blank.
script-remedy-no-way = Add an e-mail address or a web page where people can reach the group.
script-remedy-empty-list = Write at least one line.
script-remedy-nothing = If there is nothing to pay, choose “It is free”.
script-remedy-not-a-date = Write the day, the month and the year, such as 8 December 2026.
script-remedy-not-a-day-of-series = Did you mean { $nearest }? All later dates are counted from this one. Otherwise, change how often or on which day you meet.
script-remedy-no-day-of-series = Change how often or on which day you meet.
script-remedy-never-meets = Change how often or on which day you meet, or list the dates.
script-remedy-ends-too-early = Choose a later date for the last meeting, or an earlier one for the first.
script-remedy-not-a-listed-date = Choose one of the dates that you have listed.
script-remedy-moved-and-left-out = If the meeting is held on another day, take this date out of the breaks. If not, undo this move.
script-remedy-moves-nowhere = Write another day, time or place, or undo this move.
script-remedy-two-at-once = Move the meeting to another day or time, or leave out one of the two.
script-remedy-too-many-series = Put dates that vary into one series.
script-remedy-too-many-dates = Remove the dates that are over.
script-remedy-nearly-suggested = Tick the suggestion above, or write a whole sentence.

## Scripts: how a charter is sent

script-send-title = Send it
script-send-failed = That did not work
script-send-no-copy = This browser does not let a page copy. The text is selected above. Copy it by hand.
# { $host }: GitHub, GitLab, or these words.
script-send-repository = the site that keeps our files
script-send-post = From here
script-send-post-what = Your charter goes straight to “{ $site }”.
script-send-post-now = Send it now
script-send-post-waiting = It is being sent …
script-send-post-taken = It has arrived. Whoever looks after “{ $site }” reads it next. You need do nothing more.
# { $status }: a number, such as 503.
script-send-post-refused = It was not accepted (error { $status }). Your answers are safe here. Try again later, or send it in another way.
# { $words }: what the server says.
script-send-post-words = The answer: “{ $words }”
script-send-post-failed = It could not be sent. Your answers are safe here. Check your connection and try again, or send it in another way.
script-send-request = With an account at { $host }: as a pull request
script-send-request-what = A pull request is a change that you propose. A program checks it at once. Then whoever looks after the directory reads it.
script-send-open = Open it at { $host }
script-send-copy-and-open = Copy the charter and open { $host }
script-send-copied-field = The text is copied. Paste it into the large empty field of the page that has opened.
script-send-sign-in = Sign in if you are asked to.
script-send-sign-in-github = Sign in if you are asked to. If GitHub says that you need a fork, press “Fork this repository”: that is a copy of your own to work in.
script-send-fill = The page opens with your charter in it. You need not change anything there.
script-send-fill-or-paste = The page opens with your charter in it. If its large field is empty, paste: your charter is copied too.
script-send-fill-paste = Your charter is copied when you press the button. Paste it into the large empty field.
script-send-fill-name = Write { $name } as the name of the file.
script-send-press = Press “Commit changes …”, then “Propose changes”, and then “Create pull request”.
script-send-press-gitlab = Press “Commit changes”, and then “Create merge request”, which is what a pull request is called there.
script-send-press-forgejo = At the end of the page, choose “Create a new branch for this commit and start a pull request”, and press “Propose file change”.
script-send-press-bitbucket = Press “Commit”, tick “Create a pull request for this change”, and press “Commit” once more.
script-send-request-next = What happens next: the pull request has a page of its own, where you see what becomes of it. Keep the address of that page.
script-send-privacy = A pull request is public: anyone can read it, with the name of your account. To keep your own e-mail address out of it, first tick “Keep my email addresses private” under “Emails” in the settings of your account.
script-send-privacy-gitlab = A pull request is public: anyone can read it, with the name of your account. To keep your own e-mail address out of it, first choose a private address as “Commit email” in your profile at GitLab.
script-send-privacy-other = A pull request is public: anyone can read it, with the name of your account. Your own e-mail address may be in it too, unless the settings of your account hide it.
script-send-change-what = The page that opens has the charter as it is now. The new text is copied when you press the button.
script-send-change-open = Copy the new text and open { $host }
script-send-change-copied = The new text is copied. Replace the old text with it.
script-send-change-paste = Click into the text, select all of it (Ctrl+A, or ⌘A on a Mac), and paste.
script-send-mail = Without an account: by e-mail
script-send-mail-to = The message goes to { $contact }, the address of “{ $site }”.
script-send-mail-open = Write the e-mail
script-send-mail-copy-and-open = Copy the charter and write the e-mail
script-send-mail-copied = The text is copied. Paste it into the message.
script-send-mail-has = The message opens with your charter in it. Leave the text as it is, and send it.
script-send-mail-has-new = The message opens with the new text of your charter in it. Leave the text as it is, and send it.
script-send-mail-paste = Your charter is too long for a message that opens by itself. It is copied when you press the button: paste it into the message, and send it.
script-send-mail-next = What happens next: once you have sent it, whoever looks after “{ $site }” reads it. Your answers stay here, in case something has to be changed.
script-send-page = Without an account: through the page of “{ $site }”
script-send-page-paste = Your charter is copied when you press the button. Paste it where that page lets you write.
script-send-page-open = Copy the charter and open the page
script-send-page-copied = The text is copied. Paste it into the page that has opened.
script-send-file = As a file
script-send-download = Download { $name }
script-send-file-next = The file is on your device now. It is sent only when you send it.
script-send-attach = Send it as an attachment to { $contact }.
script-send-any-way = Send it in any way that suits you.
script-send-text = As text
script-send-text-how = Paste it into a message of your own. It must stay as it is: the spaces at the starts of lines say what belongs together.
script-send-copy = Copy the charter
script-send-copied = The text is copied. Paste it wherever you like.
# { $before }: the group’s name until now; { $path }: that of its file.
script-send-told = Say with it: “This is a change to { $before }. It replaces the text in { $path }.”
script-send-told-rename = Say with it: “This is a change to { $before }. It replaces the text in { $path }. The group was called ‘{ $before }’ until now, and is called ‘{ $name }’ from now on.”

## Scripts: the letters that bring a charter

script-letter-new-subject = Charter: { $name }
script-letter-new =
    Here is our charter. Please add it to the directory.

    The group: { $name }
    The file: { $path }
    Its page: { $page }
script-letter-change-subject = Change to { $before }
script-letter-change =
    Here is a change to our charter, which is in the directory already. Please replace the text of this file with the text below.

    The group: { $name }
    The file: { $path }
    The page: { $page }
script-letter-rename =
    Here is a change to our charter, which is in the directory already. Please replace the text of this file with the text below. The page keeps its address.

    The name until now: { $before }
    The new name: { $name }
    The file: { $path }
    The page: { $page }
script-letter-paste = (Paste the text here, please.)
