# Интерфейстин сөздөрү, кыргызча.
#
# Сандан кийин көптүк мүчө жалганбайт (5 сессия), ошондуктан бул жерде сан боюнча тандоо жок. { … } ордуна эмне келери
# белгисиз, ага мүчө жалганбайт.

## Dates and durations

date-weekday-day = { $date }, { $weekday }
date-range =
    { $shared ->
        [month] { $start } – { $end-short }
        [year] { $start } – { $end-short }
       *[nothing] { $start } – { $end }
    }
duration-minutes = { $minutes } мүн
duration-hours = { $hours } саат
duration-hours-minutes = { $hours } саат { $minutes } мүн

## Dates, days and clocks

date-from = башталышы: { $date }
date-until = аягы: { $date }
day-of = күн: { $day } / { $count }
day-not-announced = Күнү жарыяланган эмес
no-times-announced = Убактысы жарыяланган эмес
now = азыр { $time }
all-day = күнү бою
venue-time = иш-чара убактысы
several-clocks = бир нече убакыт алкагы
utc-time = UTC (иш-чаранын убакыт алкагы белгисиз)
reader-time = менин убактым: { $city } (иш-чаранын убакыт алкагы белгисиз)
zone-time = { $city } убактысы
my-time = менин убактым
my-time-in = менин убактым: { $city }

## Panes

pane-agenda = Программа
pane-people = Адамдар
pane-organizers = Уюштуруу
pane-sponsors = Колдоо
pane-about = Маалымат
# Panes without a number, which cover the others: search hits, on now, changes, filter.
pane-found = Табылды
pane-now = Азыр жана кийин
pane-changes = Эмне жаңы
pane-facets = Чыпка
pane-plan = План

## Event list

events = Иш-чаралар
events-running = Азыр жүрүп жатат
events-upcoming = Алдыда
events-past = Өткөн
events-undated = Күнү жарыяланган эмес
events-unreadable = Окуу мүмкүн болбоду
event-today = бүгүн
event-tomorrow = эртең
event-in-days = { $count } күндөн кийин
event-ended = аяктады
event-mistakes = { $count } ката
mistake-in-line = { $line }-сап: { $sentence }
count-events = { $count } иш-чара
count-other-files = { $count } башка файл
filter = издөө
filter-hint = Издөө үчүн жазыңыз.
no-event-has = Эч нерсе табылган жок: «{ $text }».
no-events = Бул жерде иш-чара жок.
no-events-help = Иш-чара — аталышы бар TOML файлы же конференция жарыялаган программа: `kurultai ФАЙЛ` аны ачат, `kurultai ПАПКА` папкадагыларын тизмектейт.

## Languages

language-name =
    { $code ->
        [ky] кыргызча
        [ru] орусча
        [en] англисче
        [kk] казакча
        [uz] өзбекче
        [tr] түркчө
        [zh] кытайча
        [de] немисче
        [fr] французча
       *[other] { $code }
    }

## Problems

problems = Эскертүүлөр жана каталар
no-problems = Бул файлда ката табылган жок.

## Conflicts in a plan

conflict-overlap = убактысы кабатталат ({ $length }): { $other }
conflict-overlap-unknown = убактысы кабатталат: { $other }
conflict-walk = өтүүгө убакыт аз ({ $other }): { $from } – { $to }, бар: { $free }, керек: { $needed }
party-session = «{ $title }»
party-must = «{ $title }» (сөзсүз)
party-busy = «{ $title }» (жеке убакыт)
party-own-time = жеке убакыт { $time }
advice-repeat = «{ $title }» дагы бир жолу өтөт, кабатталбайт: { $when }
advice-leave-early = { $length } эрте кетүү: «{ $title }»
advice-come-late = { $length } кеч келүү: «{ $title }»
advice-leave =
    { $because ->
        [maybe] пландан алып салуу: «{ $title }», бул «балким» гана
        [busy] пландан алып салуу: «{ $title }», бул убакыт бош эмес
       *[fits] пландан алып салуу: «{ $title }», ошондо пландан көбүрөөк батат
    }
advice-here-repeat = дагы бир жолу өтөт, кабатталбайт: { $when }
advice-here-leave-early = { $length } эрте кетүү
advice-here-come-late = { $length } кеч келүү
advice-here-leave =
    { $because ->
        [maybe] пландан алып салуу: бул «балким» гана
        [busy] пландан алып салуу: бул убакыт бош эмес
       *[fits] пландан алып салуу: ошондо пландан көбүрөөк батат
    }
advice-choose = экөөнүн бирин тандоо
advice-choose-several = алардын бирин тандоо
free-time = бош убакыт: { $length }
solution-left-out = планга батпай калды: «{ $title }»; { $why }
solution-moved = башка убакта: «{ $title }», { $when }
solution-not-exact = Бардык варианттар текшерилген жок; көбүрөөк баткан план болушу мүмкүн.

## Parts of a schedule

organizers = Уюштуруучулар
sponsors = Колдоочулар
rooms = Залдар
tracks = Багыттар
untitled = (аталышы жок)
unnamed = (аты жок)
all-rooms = бардык залдар
other-people = Башкалар
about-conference = Иш-чара жөнүндө
about-numbers = Программа сандарда
delegations = Делегациялар
delegations-by =
    { $attendance ->
        [in-person] Делегациялар: жеринде
        [online] Делегациялар: онлайн
        [hybrid] Делегациялар: аралаш форматта
       *[invited] Чакырылган делегациялар
    }
attendance-in-person = жеринде
attendance-online = онлайн
attendance-hybrid = аралаш форматта
attendance-invited = чакырылган
kind =
    { $kind ->
        [opening] ачылыш
        [greeting] куттуктоо сөзү
        [keynote] негизги баяндама
        [talk] баяндама
        [panel] панелдик талкуу
        [discussion] талкуу
        [workshop] практикум
        [lightning] кыска баяндама
        [poster] постердик баяндама
        [break] тыныгуу
        [meal] тамактануу
        [social] расмий эмес жолугушуу
        [tour] экскурсия
        [ceremony] азем
       *[closing] жабылыш
    }
status =
    { $status ->
        [cancelled] жокко чыгарылды
        [tentative] тактала элек
        [postponed] кийинкиге калтырылды
       *[confirmed] тастыкталды
    }
role =
    { $role ->
        [guest] конок
        [speaker] баяндамачы
        [moderator] модератор
        [chair] төрага
        [panelist] талкуунун катышуучусу
        [host] алып баруучу
       *[organizer] уюштуруучу
    }
roles =
    { $role ->
        [guest] Коноктор
        [speaker] Баяндамачылар
        [moderator] Модераторлор
        [chair] Төрагалар
        [panelist] Талкуунун катышуучулары
        [host] Алып баруучулар
       *[organizer] Уюштуруучулар
    }
delegation-kind =
    { $kind ->
        [country] өлкө
        [union] биримдик
        [court] сот
        [institution] мекеме
        [organization] уюм
       *[other] { $kind }
    }
broken = !
broken-session = Файлдагы бул сессия жөнүндө маалыматтын бир бөлүгүн окуу мүмкүн болбоду.
broken-person = Файлдагы бул адам жөнүндө маалыматтын бир бөлүгүн окуу мүмкүн болбоду.
see-mistakes =
    { $key ->
        [none] Файлдын каталарын караңыз.
       *[other] Кайсынысы экенин көрүү үчүн { $key } басыңыз.
    }
do-not-record = жазууга алынбайт

## Labels

label-mistakes = каталар
label-status = абалы
label-when = качан
label-where = кайда
label-track = багыт
label-kind = түрү
label-type = тиби
label-people = адамдар
label-person = адам
label-part-of = курамында
label-parts = бөлүктөрү
label-same-as = ошол эле сессия
label-attendance = катышуу түрү
label-languages = тилдери
label-level = деңгээл
label-tags = белгилер
label-recording = жазуу
label-page = баракча
label-slides = слайддар
label-stream = түз эфир
label-feedback = пикир калтыруу
label-license = лицензия
label-link = шилтеме
label-role = ролу
label-position = кызмат орду
label-organization = уюм
label-other-names = башкача жазылышы
label-country = өлкө
label-pronouns = ат атоочтор
label-plan = план
label-again = дагы
label-note = эскертме
label-sessions = сессиялар
label-contact = байланыш
label-tier = деңгээл
label-project = долбоор
label-theme = тема
label-edition = номери
label-topics = маселелер
label-hashtag = хештег
label-version = версия
label-building = имарат
label-floor = кабат
label-capacity = орун саны
label-member-of = курамында

## Counts

count-sessions = { $count } сессия
count-people = { $count } адам
count-rooms = { $count } зал
count-tracks = { $count } багыт
count-organizers = { $count } уюштуруучу
count-sponsors = { $count } колдоочу
count-delegations = { $count } делегация

## On now

now-running = азыр
now-next = кийинки
now-in = { $duration } калды
now-nothing = Азыр эч нерсе жүргөн жок, бүгүнгө башка эч нерсе жарыяланган эмес.
now-no-event = Бүгүн иш-чара жок.
# Heading of sessions without a room, or in all rooms.
now-elsewhere = бардыгы же залы жок
no-such-room = Мындай аталыштагы зал жок: «{ $text }».

## Changes

# $fact is the kind of change.
change =
    { $fact ->
        [new] жаңы
        [gone] алынып салынды
        [cancelled] жокко чыгарылды
        [uncancelled] кайра өтөт
        [time] башка убакыт
        [rooms] башка зал
        [people] башка катышуучулар
       *[title] башка аталыш
    }
# $fact is the key in the event file.
change-detail =
    { $fact ->
        [title] аталышы
        [name] аты
        [subtitle] кошумча аталышы
        [acronym] кыскача аталышы
        [address] дареги
        [city] шаары
        [venue_url] өтүүчү жердин баракчасы
        [timezone] убакыт алкагы
        [day_change] күндүн аягы
        [walking] басып өтүү убактысы
        [opens] ачылышы
        [closes] жабылышы
        [language] тили
        [do_not_record] жазуу
        [color] түсү
        [attachments] файлдар
        [avatar] сүрөтү
        [content_note] эскертүү
        [abstract] кыскача мазмуну
        [description] сүрөттөмө
        [bio] өмүр баяны
        [updated] акыркы өзгөрүү
       *[text] тексти
    }
change-text =
    { $how ->
        [new] текст кошулду
        [gone] текст алынып салынды
       *[changed] текст өзгөрдү
    }
change-counts =
    { $fact ->
        [new] жаңы: { $count }
        [gone] алынып салынды: { $count }
        [cancelled] жокко чыгарылды: { $count }
        [uncancelled] кайра өтөт: { $count }
        [time] башка убакыт: { $count }
        [rooms] башка зал: { $count }
        [people] башка катышуучулар: { $count }
        [title] башка аталыш: { $count }
       *[other] башкасы: { $count }
    }
no-such-change = Мындай өзгөрүү түрү жок: `{ $text }`; үтүр менен булардын бирин же --format json берген фактынын атын жазыңыз: { $known }.
change-not-announced = жарыяланган эмес
change-from-to = { $from } → { $to }
changes-none = Эч нерсе өзгөргөн жок.

## Empty panes

no-sessions = Сессиялар жарыяланган эмес.
no-people = Эч ким көрсөтүлгөн эмес.
no-organizers = Уюштуруучулар көрсөтүлгөн эмес.
no-sponsors = Колдоочулар көрсөтүлгөн эмес.
no-timeline = Бул күндүн убактысы жок, ошондуктан шкаласы да жок. v тизмени көрсөтөт.
no-room = залы жок
too-small = Терминалдын терезеси өтө кичине.

## The plan

conflict-short = { $length } бир убакытта: { $title }
conflict-short-open = бир убакытта: { $title }
conflict-short-walk = жолго { $needed } мүнөттүн ордуна { $free }: { $title }
conflict-short-several = убактысы пландан дагы { $count } менен кабатталат
now-until = аягы: { $time }
nothing-picked = План бош.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } сессияны тандайт.
}
nothing-shown = Бул күндөн эч нерсе көрсөтүлгөн жок.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } баарын кайра көрсөтөт.
}
plan-must = сөзсүз
plan-maybe = балким
plan-hidden-mark = жашырылган
# A mark after the title of a pick.
plan-overlaps = кабатталат
plan-gone = Программада мындан ары жок
plan-gone-help = Сиз алып салганга чейин планда калат{ $key ->
    [none] .
   *[other] : { $key }.
}
plan-other-notes = Башка сессияларга эскертмелер
plan-busy = өз убактыңыз
plan-busy-help =
    { $key ->
        [none] Аны пландан алып салса болот.
       *[other] { $key } аны пландан алып салат.
    }
changes-in-plan = Планыңызда
facets-title = Программаны чыпкалоо
facets-help =
    Боштук тандалганды кошот; экинчи жолу аны чыгарып салат, үчүнчү жолу мурункудай калтырат. Жазуу издейт, Enter программаны көрсөтөт.

    Шарттарды жазса да болот:
    room:Janson,K.1.105   track:rust   -track:keynotes
    speaker:…   tag:…   lang:en   kind:workshop
    day:sat   after:14:00   before:18:00
    is:picked   is:free   -is:past

## Search and filter

search-help = Эмне издегениңизди жазыңыз: аталыштар, адамдар, залдар, тексттер. «Тырмакчада» — дал ошондой; room:… track:… day:sat lang:en after:14:00 is:picked тактайт.
nothing-found-here = Эч нерсе табылган жок.
found-sessions = Сессиялар
found-tracks = Багыттар
no-facet = Программада мындай нерсе жок. Шарттар мындай жазылат: room:… track:… speaker:… after:14:00 before:18:00.
facet-enter = Enter ушуга туура келген сессияларды көрсөтөт.
prompt-filter = чыпка
prompt-note = эскертме
prompt-busy = бош эмес
prompt-busy-help = 12:00-13:00 түшкү тамак
prompt-busy-venue = 12:00-13:00 түшкү тамак, иш-чаранын сааты боюнча
# The number of sessions shown, of all.
count-shown = { $number } / { $count }
count-hidden =
    { $count ->
        [one] жашырылды: { $count }
       *[other] жашырылды: { $count }
    }

## Key hints

hint-move = жылуу
hint-open = ачуу
hint-back = артка
hint-scroll = жылдыруу
hint-close = жабуу
hint-pane = панель
hint-day = күн
hint-follow = өтүү
hint-opens-page = { $text } ачуу
hint-writes-to = { $text } дарегине жазуу
hint-return = кайтуу
hint-clear = тазалоо
hint-cancel = жокко чыгаруу
hint-pick = тандоо
hint-unpick = алып салуу
hint-filter = чыпка
hint-timeline = шкала
hint-list = тизме
hint-busy = бош эмес
hint-export = экспорт
hint-now = азыр
hint-choose = тандоо
hint-show = көрсөтүү
hint-save = сактоо
hint-all = баары
hint-search = издөө
hint-language = тил
hint-clock = менин убактым
hint-events = иш-чаралар
hint-help = жардам
hint-quit = чыгуу

## Notices

notice-mistakes = Бул файлда { $count } ката бар{ $key ->
    [none] .
   *[other] ; көрүү үчүн { $key } басыңыз.
}
notice-reading = Окулууда…
reading-file = Окулууда: { $path }…
notice-cancelled = Жокко чыгарылды.
notice-read-once = Стандарттык киргизүүдөн келген нерсе экинчи жолу окулбайт.
notice-unbound-key = `{ $key }` эч нерсе кылбайт{ $help ->
    [none] { "" }
   *[other] { "" } · { $help } баскычтар
}
count-running-above =
    { $count ->
        [one] азыр дагы { $count } жүрүп жатат
       *[other] азыр дагы { $count } жүрүп жатат
    }
count-over =
    { $count ->
        [one] { $count } сессия аяктады
       *[other] { $count } сессия аяктады
    }
hint-unfold = көрсөтүү
hint-dismiss = жабуу
notice-hide-picked = «{ $text }» пландын ичинде, ошондуктан калат; адегенде пландан чыгарып, анан жашырыңыз.
found-time = Enter — өтүү: { $text }.
notice-reloaded = Файл кайра окулду.
notice-former-shown = Мурунку программа көрсөтүлүүдө.
notice-no-program-left = Файлда программа калган жок; мурунку программа көрсөтүлүүдө.
notice-broken = Файлда жаңы каталар бар жана айрым сессиялар жок; мурунку программа көрсөтүлүүдө.
hint-broken = файлда каталар бар
mistakes-of-file = Программа мурунку абалында көрсөтүлүүдө. Файлдын азыркы абалы:
count-hits = { $count } табылды
nothing-found = Эч нерсе табылган жок: «{ $text }».
hit-of = дал келүү: { $number } / { $count }
notice-no-zone = Программада убакыт алкагы көрсөтүлгөн эмес.
notice-reminder = { $minutes } мүнөттөн кийин: { $text }
notice-no-day = Программада убакыт белгилей турган күн жок.
notice-bad-busy = Бул убакыт эмес; мындай жазыңыз: 12:00-13:00 түшкү тамак
notice-not-today = Бүгүн сессия жок.
notice-changes = { $count ->
    [one] Мурунку көрүүдөн бери программа өзгөрдү
   *[other] Мурунку көрүүдөн бери { $count } өзгөрүү болду
}{ $key ->
    [none] .
   *[other] ; көрүү үчүн { $key } баскычын басыңыз.
}
notice-changes-own = Мурунку көрүүдөн бери { $count } өзгөрүү болду, планыңызда: { $own }{ $key ->
    [none] .
   *[other] ; көрүү үчүн { $key } баскычын басыңыз.
}
notice-no-changes = Мурунку көрүүдөн бери жаңы эч нерсе жок.
notice-not-saved = План чыкканга чейин эсте турат жана кийинки өзгөртүүдө сакталат.
notice-exported = План файлда: { $text }
notice-not-exported = Планды жазуу мүмкүн болбоду: { $text }
notice-nothing-to-export = Планда календарга жазыла турган күнү бар эч нерсе жок.
notice-picked = Планга кошулду: { $text }
notice-no-name = Бул сессиянын аталышы да, id да жок, ошондуктан план аны эстеп кала албайт.
notice-picked-maybe = Планга кошулду, балким: { $text }
notice-noted = Эскертме жазылды: { $text }
notice-note-gone = Эскертме өчүрүлдү: { $text }
notice-busy = Программадан тышкары убакыт белгиленди: { $text }
notice-folded = Аяктаган { $count } сессия бир сапка жыйналды{ $key ->
    [none] .
   *[other] ; { $key } { $count ->
        [one] аны
       *[other] аларды
    } кайра көрсөтөт.
}
notice-nothing-over = Бул күнү азырынча аяктаган сессия жок.
notice-unfolded = Аяктаган сессиялар кайра тизмеде.
notice-undone = Жокко чыгарылды.
notice-undone-change = Жокко чыгарылды — { $text }
notice-nothing-to-undo = Жокко чыгара турган эч нерсе жок.
notice-no-address = Тандалгандын веб-дареги жок.
notice-unpicked = Пландан алынып салынды: { $text }
notice-free = Кайра бош: { $text }
notice-hidden = Жашырылды: { $text }
notice-unhidden = Кайра көрсөтүлөт: { $text }
notice-copied = Алмашуу буферине жөнөтүлдү: { $text }
notice-too-long-to-copy = Бул текст терминалдын алмашуу буфери үчүн өтө узун.
notice-opening = { $text } ачылууда…
notice-cannot-open = Бул жерде браузер жок; алмашуу буферине жөнөтүлдү: { $text }
notice-one-language = Программа бир тилде гана.
notice-partly-translated = { $language }; которулбаганы түпнускада калат.
notice-cannot-suspend = Убактылуу токтотуу мүмкүн эмес: колдонмону кайра иштете турган shell жок.

## Queries

query-key =
    { $key ->
        [day] күн
        [room] зал
        [track] багыт
        [lang] тил
        [kind] түр
        [type] тип
        [level] деңгээл
        [tag] белги
        [speaker] адам
        [title] аталыш
        [after] башталышы мындан эрте эмес
        [before] аягы мындан кеч эмес
       *[is] абалы
    }
query-is =
    { $is ->
        [now] азыр жүрүп жатат
        [next] кийинки
        [past] аяктады
        [picked] тандалды
        [must] сөзсүз
        [maybe] балким
        [collides] убактысы кабатталат
        [free] бош убакытта
        [noted] эскертмеси бар
        [hidden] жашырылган
        [online] онлайн
        [streamed] түз эфири бар
        [recorded] жазуусу бар
        [slides] слайддары бар
        [repeated] бир нече жолу өтөт
       *[cancelled] жокко чыгарылды
    }
query-unknown-key = `{ $written }:` — шарт эмес; текст катары изделет.
query-unknown-is = Мындай шарт жок: `is:{ $written }`.
query-bad-time = `{ $written }` — убакыт эмес; `{ $key }:14:00` деп жазыңыз.
query-no-value = `{ $key }:` шартынын мааниси жок; аны кош чекиттен кийин боштуксуз жазыңыз.
query-no-such =
    { $key ->
        [day] Программада мындай күн жок: `{ $written }`.
        [room] Программада мындай зал жок: `{ $written }`.
        [track] Программада мындай багыт жок: `{ $written }`.
        [lang] Бул тилде сессия жок: `{ $written }`.
        [kind] Бул түрдөгү сессия жок: `{ $written }`.
        [type] Бул типтеги сессия жок: `{ $written }`.
        [level] Бул деңгээлдеги сессия жок: `{ $written }`.
        [tag] Мындай белгиси бар сессия жок: `{ $written }`.
       *[speaker] Программада мындай адам жок: `{ $written }`.
    }
query-empty = Суроо бош; сөздөрдү же шарттарды жазыңыз, мисалы `room:Janson`.
query-no-plan = Изделген программа боюнча планыңыз жок; колдонмодо сессияларды тандаңыз же планды `kurultai plan import` менен кошуңуз.

## Actions, as the help lists them

help = Жардам
action-down = кийинки сап; текстте ылдый
action-up = мурунку сап; текстте өйдө
action-left = тизмеге кайтуу
action-right = толук маалыматка өтүү
action-page-down = бир барак ылдый
action-page-up = бир барак өйдө
action-half-page-down = жарым барак ылдый
action-half-page-up = жарым барак өйдө
action-next-group = кийинки саат же тизменин кийинки тобу
action-previous-group = мурунку саат же топ
action-fold-past = аяктаган сессияларды бир сапка жыйноо
action-show-hidden = жашырылгандарды же кайра калганын көрсөтүү
action-first = биринчи сапка өтүү
action-last = акыркы сапка өтүү
action-open = тандалганды ачуу; шилтемеге өтүү
action-back = артка; жабуу
action-history-back = мурунку жерге кайтуу
action-next-pane = кийинки панель
action-previous-pane = мурунку панель
action-pane = ушул номердеги панель
action-next-day = кийинки күн
action-previous-day = мурунку күн
action-timeline = программа: тизме же убакыт шкаласы
action-search = бүт программадан издөө
action-filter = программаны чыпкалоо
action-clear-filter = чыпканы алып салуу
action-pick = сессияны планга кошуу же алып салуу
action-toggle-priority = сөзсүз же балким
action-undo = пландын акыркы өзгөрүшүн жокко чыгаруу
action-hide = сессияны, залды же багытты жашыруу; кайра көрсөтүү
action-note = сессияга эскертме жазуу
action-busy = программадан тышкары убакытты белгилөө
action-export-plan = план календарь файлы катары (.ics)
action-jump-to-now = азыркы учурга өтүү
action-show-now = азыр жана кийин эмне болот, зал боюнча
action-changes = программада эмне жаңы
action-next-hit = кийинки дал келүү
action-previous-hit = мурунку дал келүү
action-language = программанын кийинки тили
action-toggle-time-zone = иш-чара убактысы же менин убактым
action-copy = шилтемени же тандалганды көчүрүү
action-qr-code = шилтемени QR-код менен көрсөтүү
action-reload = файлды кайра окуу
action-problems = файлдагы эскертүүлөр жана каталар
action-event-list = башка иш-чараны ачуу
action-commands = бардык буйруктар аты менен
action-help = жардам: бардык баскычтар
action-suspend = убактылуу токтотуу
action-quit = чыгуу
commands = Буйруктар
commands-type = буйрук, күн, убакыт, зал же адам
commands-nothing = «{ $text }» үчүн буйрук, күн, зал же адам жок.
command-time = убакыт
command-day = күн
command-room = зал
command-track = багыт
command-person = адам
qr-title = Ачуу үчүн сканерлеңиз
qr-too-large = QR-код терезеге батпайт; терезени чоңойтуңуз же тамгаларды кичирейтиңиз: { $text }
help-mouse-keys = чычкан
help-mouse = чыкылдатуу тандайт, дөңгөлөкчө жылдырат
help-type = издөө үчүн жазыңыз
help-nothing = «{ $text }» үчүн баскыч жок.
help-in-pane = Бул панелде
help-on-page = Бул бетте
help-no-effect = Бул жерде иштебейт
group-move = Жылышуу
group-find = Издөө жана чыпкалоо
group-plan = План
group-time = Убакыт
group-look = Көрүнүш жана тил
group-app = Колдонмо

## The user's files

store-not-allowed = { $path }: бул файлга жазууга уруксат жок; эч нерсе сакталган жок.
store-full = { $path }: дискте орун калган жок; эч нерсе сакталган жок.
store-busy = { $path }: бул файлды башка терезе өтө көптөн бери жазып жатат; эч нерсе сакталган жок.
store-waits = { $path }: бул файлды башка процесс жазып жатат; эң көп дегенде бир мүнөт күтөбүз.
store-no-file = { $path }: бул жерде файл эмес, башка нерсе турат; эч нерсе сакталган жок.
store-cannot-write = { $path }: жазуу мүмкүн болбоду ({ $error }); эч нерсе сакталган жок.
store-unreadable = { $path }: файлды окуу мүмкүн болбоду ({ $error }); андан эч нерсе алынган жок.
store-damaged = { $path }: { $line }-сапта бир нерсени окуу мүмкүн болбоду; калганынын баары алынды.
store-set-aside = { $path }: бул файлда бир нерсени окуу мүмкүн болбоду; мурунку файл сакталды: { $copy }
store-left-out = { $path }: { $count ->
    [one] { $count } өзгөртүүнү бул файлга сактоо мүмкүн эмес, ал калтырылды; калганынын баары сакталды.
   *[other] { $count } өзгөртүүнү бул файлга сактоо мүмкүн эмес, ал калтырылды; калганынын баары сакталды.
}
store-unlocked = { $path }: ал жерде файлдарды кулпулоо мүмкүн эмес; эки терезе бир учурда сактаса, бирөөнүн гана өзгөртүүсү калышы мүмкүн.
setting-syntax = { $path }: { $line }-сап, { $column }-белги: муну окуу мүмкүн болбоду; башка жөндөөлөр окулду.
setting-unknown = { $path }: { $line }-сап, { $column }-белги: мындай жөндөө жок: `{ $key }`.
setting-value = { $path }: { $line }-сап, { $column }-белги: `{ $key }` мааниси туура эмес; демейки маани колдонулат.
setting-key-name = { $path }: { $line }-сап, { $column }-белги: мындай баскыч жок: `{ $key }`.
setting-key-twice = { $path }: { $line }-сап, { $column }-белги: `{ $key }` баскычы `{ $action }` жана `{ $other }` аракеттерине тең берилген; аны `{ $action }` гана алат.
setting-key-prefix = { $path }: { $line }-сап, { $column }-белги: `{ $other }` аракетинин `{ $other-key }` баскычы колдонулбайт, анткени `{ $action }` аракетинин `{ $key }` баскычы ошол эле баскычтан башталат.
setting-key-reserved = { $path }: { $line }-сап, { $column }-белги: `{ $key }` ар дайым чыгарат, аны `{ $action }` аракетине берүүгө болбойт.
setting-key-taken = { $path }: { $line }-сап, { $column }-белги: `{ $action }` аракетинин `{ $key }` баскычынан улам `{ $other }` баскычсыз калат; `{ $other }` аракетине башка баскыч же "none" жазыңыз.
setting-no-theme = { $path }: { $line }-сап, { $column }-белги: мындай түс темасы жок: `{ $name }`; `auto` колдонулат.
no-theme = `{ $name }` деген түс темасы жок: колдонмодо да, `config.toml` жанындагы `themes` папкасында да.
plan-unfinished = Планыңыздын акыркы өзгөртүүлөрү сакталган жок: сиз сакталганга чейин чыктыңыз.
notice-saving-other = Планыңызга башка колдонмо жазып жатат. План сакталганда kurultai жабылат; { $key } сактабай жабат.
notice-saving-disk = Диск жай. План сакталганда kurultai жабылат; { $key } сактабай жабат.
no-home = Үй папкасы жок (HOME берилген эмес), ошондуктан план да, китепкана да сакталбайт.
library-added = { $path }: китепканага кошулду.
library-known = { $path }: китепканада мурунтан бар.
library-removed = { $path }: китепканадан алынды; файлдын өзү ордунда калат.
library-removed-address = { $path }: китепканадан алынды.
library-gone = { $path }: китепкананын бул файлы жок болуп калды; аны китепканадан алуу: `kurultai remove`.
library-not-there = Китепканада мындай иш-чара жок: «{ $text }»; эмне бар экенин `kurultai list` көрсөтөт.
library-several = Китепканада мындай иш-чара бир нечөө: «{ $text }»; керектүүсүнүн файлын көрсөтүңүз.
library-empty = Китепкана бош; иш-чараны кошуу: `kurultai add ФАЙЛ`.
library-no-file = { $path }: бул файл эмес, ал эми китепкана файлдардын жолдорун гана сактайт.

## The command line

cli-about = Конференциянын программасы терминалда: сессиялар, адамдар, уюштуруучулар жана колдоочулар.
cli-examples =
    Мисалдар:
      kurultai                                ./events менен китепкананын иш-чаралары
      kurultai events/kawj-2023.toml          иш-чараны ачуу
      kurultai --lang ru events/kawj-2023.toml
      kurultai show events/kawj-2023.toml     ошол эле, жөнөкөй текст түрүндө
      kurultai check my-event.toml            файлдагы бардык каталар
# Буйруктун кийинки саптары сегизинчи мамычадан башталат.
cli-usage =
    Колдонуу:
    { "      " }
cli-commands = Буйруктар
cli-command-name = БУЙРУК
cli-arguments = Аргументтер
cli-options = Параметрлер
cli-print-help = Жардамды көрсөтүү
cli-print-version = Версияны көрсөтүү
cli-file-name = ФАЙЛ
cli-file = Иш-чаранын файлы же программанын дареги: https://…
cli-places-name = ФАЙЛ же ПАПКА
cli-files = Иш-чаралардын файлдары же программалардын даректери: https://…
cli-places = Иш-чаралардын файлдары же папкалары; жазылбаса: ./events жана китепкана
cli-lang-name = КОД
cli-lang = Программанын жана интерфейстин тили: ky, ru, en, …
cli-ui-lang = Интерфейстин гана тили: ky, ru, en
cli-width-name = N
cli-width = Жөнөкөй тексттин туурасы, мамыча менен [жазылбаса: 80]
cli-format-name = ФОРМАТ
cli-format = text — адамдар үчүн, json — скрипттер үчүн [жазылбаса: text]
cli-now-name = УБАКЫТ
cli-now = Азыр ушул убакыт болгондой жооп берүү: 2025-02-01T11:42
cli-tz-name = АЛКАК
cli-tz = Менин убактымдын алкагы, аны z көрсөтөт: Asia/Bishkek
cli-theme-name = ТҮС
cli-theme = Түстөр: auto, dark, light, high-contrast, 16-colors, monochrome, catppuccin-mocha, gruvbox-dark же өзүңүздүн темаңыз [жазылбаса: auto]
cli-ascii = Экранда ASCII белгилерин гана колдонуу
cli-venue-tz = Программада көрсөтүлбөсө, иш-чара өтүүчү жердин убакыт алкагы: Europe/Berlin, Berlin, UTC+6. Колдонмо, now, search жана plan аны бул иш-чара үчүн эстеп калат.
cli-show = Программаны толугу менен жөнөкөй текст түрүндө чыгаруу
cli-show-examples =
    Мисалдар:
      kurultai show events/kawj-2023.toml
      kurultai show https://fosdem.org/2026/schedule/xml
      kurultai show --lang en --width 60 events/kawj-2023.toml | less
cli-check = Файлдардагы бардык каталарды сабы жана мамычасы менен көрсөтүү
cli-check-examples =
    Мисалдар:
      kurultai check my-event.toml
      kurultai check --fix my-event.toml
      kurultai check events/*.toml
      kurultai check --explain bad-time
      kurultai check --format github events/*.toml

    Чыгуу коду: 0 — ката жок, 1 — каталар же эскертүүлөр бар, 2 — файлды окуу мүмкүн эмес.
cli-export = Программаны башка форматта жазуу
cli-export-examples =
    Мисалдар:
      kurultai export --to toml my-event.toml > tidy.toml
      kurultai export --to toml https://fosdem.org/2026/schedule/xml | less
      kurultai export --to ics --output my-event.ics my-event.toml
      kurultai export --to html --plan fosdem.xml > my-days.html

    Форматта чагылдырууга болбогон нерселердин баары stderr агымында тизмеленет.
cli-export-plan = Сиздин планыңызда же файлдагы планда бары гана: --plan=ПЛАН; `ics` форматында өз убактыңыз да болот
cli-search = Бир же бир нече иш-чарадан сессияларды жана аталышы бар башка нерселерди табуу
cli-search-examples =
    Мисалдар:
      kurultai search kubernetes
      kurultai search 'rust day:sat after:14:00 -is:past' fosdem.xml
      kurultai search --format json 'room:Janson is:now' fosdem.xml

    Суроо тили docs/FINDING.md файлында сүрөттөлгөн. -h менен башталган суроонун алдына `--` коюңуз.
    Чыгуу коду: 0, эч нерсе табылбаса да; 2, суроону же файлды окуу мүмкүн болбосо.
cli-query-name = СУРОО
cli-query = Сөздөр жана шарттар: rust room:Janson day:sat after:14:00 lang:en -is:past
cli-times-in = Күндөр менен убакытты ушул убакыт алкагында көрсөтүү: Asia/Bishkek
cli-on-now = Ар бир залда азыр эмне жүрүп жатканын жана кийинкисин көрсөтүү
cli-on-now-examples =
    Мисалдар:
      kurultai now                            бүгүнкү иш-чаралар
      kurultai now --room Janson fosdem.xml
      kurultai now --now 2025-02-01T11:42 fosdem.xml
cli-on-now-files = Иш-чаралардын файлдары; жазылбаса, ./events менен китепканадагы бүгүнкү иш-чаралар
cli-room-name = ЗАЛ
cli-room = Өзүнүн же имаратынын атында ушул жазуу бар залдар гана
cli-diff = Программанын эки чыгарылышынын айырмасын көрсөтүү
cli-diff-examples =
    Мисалдар:
      kurultai diff yesterday.xml today.xml
      kurultai diff --format md old.toml new.toml > announcement.md
      curl -L https://fosdem.org/2026/schedule/xml | kurultai diff schedule.xml -

    Сессия guid, id же барагы боюнча, болбосо аталышы, адамдары жана башталышы боюнча таанылат.
    Чыгуу коду: 0 — эч нерсе өзгөргөн жок, 1 — өзгөрүү бар, 2 — файлды окуу мүмкүн эмес.
cli-diff-old-name = ЭСКИ
cli-diff-old = Мурунку чыгарылышы
cli-diff-new-name = ЖАҢЫ
cli-diff-new = Жаңы чыгарылышы
cli-diff-format = text — адамдар үчүн, md — жарыялоо үчүн, json — скрипттер үчүн [жазылбаса: text]
cli-diff-only-name = ЭМНЕ
cli-diff-only = Ушундай өзгөрүүлөр гана, үтүр менен: time,room (толук тизмеси README.md файлында)
cli-diff-width = Саптын туурасы, мамыча менен; жазылбаса, ар бир өзгөрүү бир сапта турат
cli-diff-plan = Сиздин планыңызга же файлдагы планга тиешелүүсү гана: --plan=ПЛАН
cli-plan = Тандаганыңызды көрсөтүү, батыруу, бөлүшүү, салыштыруу
cli-plan-examples =
    Мисалдар:
      kurultai plan show fosdem.xml
      kurultai plan solve fosdem.xml
      kurultai plan export fosdem.xml > my-plan.ics

    Программага түзгөн планыңыз иш-чара боюнча табылат. Пландар кайда сакталары жана аларда эмне бар экени docs/PLANNING.md файлында жазылган.
cli-plan-name = ПЛАН
cli-plan-other = Өз планыңыздын ордуна пландын файлы
cli-plan-file = План түзүлгөн программа; жазылбаса, бар пландар тизмеленет
cli-plan-show = Планды күн-күнү менен чыгаруу: эмне кабатталат, эмне кылса болот, качан бош
cli-plan-show-examples =
    Мисалдар:
      kurultai plan show                      бар пландар
      kurultai plan show fosdem.xml
      kurultai plan show --plan friend.toml --format json fosdem.xml
cli-plan-solve = Пландан эмне батат, калганы эмне үчүн батпайт; эч нерсе өзгөрбөйт
cli-plan-solve-examples =
    Мисалдар:
      kurultai plan solve fosdem.xml
      kurultai plan solve --format json fosdem.xml

    Адегенде «сөзсүз» сессиялары көбүрөөк калтырылат, анан «балким» сессиялары, анан эртерээк башталганы. Кайталана турган сессия башка убактысында алынышы мүмкүн.
cli-plan-export = Планды календарь же пландын файлы кылып жазуу
cli-plan-export-examples =
    Мисалдар:
      kurultai plan export fosdem.xml > my-plan.ics
      kurultai plan export --to toml --output my-plan.toml fosdem.xml
      kurultai plan export --to vdir ~/.calendars/fosdem fosdem.xml

    Календарга жазууга болбогон нерселердин баары stderr агымында тизмеленет.
cli-plan-to = Формат: ics (календарь), toml (пландын файлы), vdir (ар бир сессияга өзүнчө календарь турган папка, khal жана vdirsyncer үчүн) [жазылбаса: ics]
cli-plan-import = Пландын файлдарындагыны же календарлардагыны өз планыңызга кошуу; сиздики эч нерсе жоголбойт
cli-plan-import-examples =
    Мисалдар:
      kurultai plan import fosdem.xml friend.toml
      kurultai plan import fosdem.xml favourites.ics

    Календардын сессиялары UID, барак, аталыш жана башталыш боюнча табылып, «сөзсүз» деп алынат.
cli-plan-imported = Пландын файлдары, же сессиялары тандалган деп алынуучу календарлар
cli-plan-into = Өз планыңыздын ордуна кошула турган пландын файлы
cli-plan-merge = Бир нече пландын файлындагынын баарын бир план кылып чыгаруу; өз планыңызга тийбейт
cli-plan-merge-examples =
    Мисалдар:
      kurultai plan merge anna.toml ben.toml > both.toml

    Кайсы план биринчи аталганы маанилүү эмес.
cli-plans = Пландын файлдары
cli-plan-compare = Эки адам эмне тандаганын салыштыруу: жалпысы жана айырмасы
cli-plan-compare-examples =
    Мисалдар:
      kurultai plan compare anna.toml ben.toml
      kurultai plan compare --in fosdem.xml anna.toml ben.toml
      kurultai plan compare --in fosdem.xml friend.toml     өз планыңыз менен
cli-plan-compared = Пландын эки файлы; же бирөө: анда ал `--in` атаган программага түзгөн өз планыңыз менен салыштырылат
cli-plan-in = Пландар түзүлгөн программа: сессиялардын азыркы убактысы жана кайсылары бир сессия экени ошондон алынат
cli-to-name = ФОРМАТ
cli-to = Формат: toml (иш-чаранын файлы), ics (календарь), json жана xml (c3voc программалары), md жана html (баракчалар), csv (таблица)
cli-add = Иш-чаралардын файлдарын китепканага кошуу: `kurultai` аларды кайсы жерден иштетилсе да көрсөтөт
cli-add-examples =
    Мисалдар:
      kurultai add events/kawj-2023.toml
      kurultai add ~/talks/*.toml

    Китепкана файлдардын жолдорун сактайт, көчүрмөлөрүн эмес.
cli-list = Китепканадагы иш-чараларды чыгаруу
cli-list-examples =
    Мисалдар:
      kurultai list
      kurultai list --format json
cli-remove = Иш-чараларды китепканадан алуу; файлдары ордунда калат
cli-remove-examples =
    Мисалдар:
      kurultai remove events/kawj-2023.toml
      kurultai remove "FOSDEM 2025"
cli-schema = Иш-чара файлдарынын JSON Schema сүрөттөмөсүн чыгаруу: редакторлор үчүн
cli-schema-examples =
    Мисалдар:
      kurultai schema > event.schema.json

    Ошол эле папкадагы иш-чара файлынын биринчи сабы `#:schema ./event.schema.json` болсо, Taplo, Tombi же
    Even Better TOML бар редактор ачкычтарды толуктап, түшүндүрүп, каталарды белгилейт.
cli-new = Толтурула турган иш-чара файлын түзүү
cli-new-examples =
    Мисалдар:
      kurultai new
      kurultai new water.toml --title "Суу күнү" --start 2027-05-14 --room Зал --room Боз-үй
      kurultai new --from talks.csv --title "Суу күнү"

    --title жок болсо жана терминал бар болсо, суроолорду берет. Файлдын жанына редакторлор үчүн JSON Schema жазылат.
cli-new-file = Жазыла турган файл; жок болсо, аталышы боюнча
cli-text-name = ТЕКСТ
cli-day-name = КҮН
cli-new-title = Аталышы
cli-new-start = Биринчи күнү
cli-new-end = Акыркы күнү, эгер бир нече күн болсо
cli-new-city = Шаары
cli-new-room = Зал; кайталаса болот
cli-new-from = Иш-чара файлына айландырыла турган программа: каалаган форматта же CSV таблицасы
cli-new-lang = Тексттердин тили: ky, ru, en, …
cli-events-name = ФАЙЛ же АТАЛЫШЫ
cli-events = Китепканадагы иш-чаралар: файлдары же аталыштары
cli-output = Ушул файлга жазуу, эч нерсе чыгарбоо
cli-force = Файл бар болсо, аны алмаштыруу
cli-export-tz = Өтүүчү жердин убакыт алкагы, эгер программада аталбаса: Asia/Bishkek
cli-check-all = Ар бир түрдүн биринчи үчөөсүн эле эмес, бардык эскертүүлөрдү жана каталарды көрсөтүү
cli-code-name = КОД
cli-explain = check көрсөткөн кодду начар жана жакшы мисал менен түшүндүрүү
cli-check-fix = Өзгөртүүлөрдү көрсөтүп, шексиз болгондорун оңдоо; терминалда адегенде суроо
cli-check-format = text — адамдар үчүн, json — скрипттер үчүн, github — GitHub Actions белгилери үчүн, sarif — кодду текшерүү кызматтары үчүн [жазылбаса: text]
cli-bad-lang = мындай тил коду жок; ky, ru же en деп жазыңыз
cli-bad-now = күнү же убактысы туура эмес; мындай жазыңыз: 2025-02-01T11:42
cli-bad-tz = белгисиз убакыт алкагы; IANA базасындагы атын жазыңыз: Asia/Bishkek
tz-no-zone = Программада убакыт алкагы көрсөтүлгөн эмес, ошондуктан `--tz` убакыттарды өзгөртө албайт.
no-such-command = `{ $name }` деген буйрук да, файл да жок; `{ $meant }` эмеспи?
cli-bad-venue-tz = мындай убакыт алкагы жок; Europe/Berlin, Berlin же UTC+6 деп жазыңыз
venue-tz-known = { $path }: программада убакыт алкагы айтылган ({ $zone }); --venue-tz эч нерсени өзгөртпөйт.
venue-tz-unsaved = { $path }: жердин убакыт алкагын эстеп калуу мүмкүн болгон жок ({ $error }).
no-such-file = { $path }: файл табылган жок.
cannot-follow = { $path }: шилтеме эч кайда алып барбайт.
not-allowed = { $path }: файлга кирүүгө уруксат жок.
is-a-folder = { $path }: бул папка; андагы иш-чаранын файлын көрсөтүңүз.
too-large = { $path }: файл өтө чоң, мындай программа болбойт.
cannot-read = { $path }: файлды окуу мүмкүн болбоду ({ $error }).
no-such-file-but-host = { $path }: файл табылган жок; эгер бул дарек болсо, мындай жазыңыз: https://{ $path }
fault-of-reader = { $path }: kurultai программасынын катасынан улам бул файлды окуу мүмкүн болбоду; файлды кошуп, бул жөнүндө билдириңиз.
is-a-pipe = { $path }: бул файл эмес, канал же түзмөк; мындай нерсе жалгыз көрсөтүлгөндө гана окулат.
exporting = Экспорттолууда…
formatting = Натыйжа даярдалууда…

## Schedules from URLs

fetch-bad-address = { $url }: бул барактын дареги эмес; толук жазыңыз: https://fosdem.org/2026/schedule/xml
fetch-not-https = { $url }: программалар https аркылуу гана жүктөлөт; мындай жазыңыз: { $https }
fetch-user-info = { $url }: ысым да, сырсөз да жөнөтүлбөйт; @ белгисине чейинкини алып салыңыз.
fetch-not-public = { $url }: { $host } — ушул компьютер же анын өз тармагы; ал жактан эч нерсе жүктөлбөйт.
fetch-redirect = { $url }: сервер башка дарекке багыттайт, ага өтүүгө болбойт: { $target }
fetch-redirects =
    { $count ->
        [one] { $url }: сервер башка даректерге { $count } жолудан көп багыттайт.
       *[other] { $url }: сервер башка даректерге { $count } жолудан көп багыттайт.
    }
fetch-no-connection = { $url }: байланыш жок ({ $error }).
fetch-timed-out = { $url }: жооп күтүү убактысы бүттү.
fetch-certificate = { $url }: сервер өзүн тастыктай албайт ({ $error }).
fetch-status =
    { $what ->
        [missing] { $url }: бул даректе эч нерсе жок ({ $status }).
        [closed] { $url }: бул дарек баарына ачык эмес ({ $status }).
        [often] { $url }: серверге өтө көп кайрылуу болду; кийинчерээк кайталап көрүңүз ({ $status }).
        [server] { $url }: серверде ката бар; кийинчерээк кайталап көрүңүз ({ $status }).
       *[other] { $url }: сервер программа жөнөткөн жок ({ $status }).
    }
fetch-bad-answer = { $url }: серверден келген жоопту түшүнүү мүмкүн эмес ({ $error }).
fetch-too-large = { $url }: жооптун көлөмү { $megabytes } МБ чегинен ашты, мындай программа болбойт.
fetch-broken-off = { $url }: жооп аягына чейин келбей үзүлүп калды.
fetch-page = { $url }: программанын ордуна веб-барак келди; балким, тармакка адегенде кирүү керек же программанын дареги башка.
fetch-no-program = { $url }: келген нерсе kurultai билген форматтагы программа эмес.
fetch-fault = { $url }: kurultai программасынын катасынан улам келген нерсени окуу мүмкүн болбоду; ушул даректи көрсөтүп, бул жөнүндө билдириңиз.
fetch-kept-used = { $url }: мурда жүктөлгөн программа колдонулат ({ $age }).
fetch-not-kept = { $url }: программаны кийинки жолу үчүн сактоо мүмкүн болбоду ({ $error }).
fetch-not-yet = { $url }: азырынча эч нерсе жүктөлгөн жок; `kurultai { $url }` аны жүктөйт.
fetch-loading = Биринчи жолу жүктөлүүдө: { $url }. Келгени сакталат, ошондуктан кийинки жолу күтүү болбойт.
event-not-fetched = азырынча жүктөлгөн жок; Enter аны жүктөйт
notice-fetching = Жүктөлүүдө: { $place }…
notice-fetched = Жүктөлүүдө: { $place }… { $size } КБ
notice-fetched-of = Жүктөлүүдө: { $place }… { $size } / { $all } КБ
notice-nothing-new = { $place }: жаңы эч нерсе жок.
notice-new-fetched = Жаңыраак программа жүктөлдү.
# Көрсөтүлгөндүн эскилиги: жүктөлгөн: 3 күн мурун.
as-of = жүктөлгөн: { $age }
# Канча убакыт мурун.
age-moments = азыр эле
age-minutes =
    { $count ->
        [one] { $count } мүнөт мурун
       *[other] { $count } мүнөт мурун
    }
age-hours =
    { $count ->
        [one] { $count } саат мурун
       *[other] { $count } саат мурун
    }
age-days =
    { $count ->
        [one] { $count } күн мурун
       *[other] { $count } күн мурун
    }

## The command line, further

no-terminal = Баскычтарды окуй турган терминал жок; программаны `kurultai show` чыгарат.
terminal-failed = Терминалда ката кетти: { $error }.
nothing-read = { $path }: { $sentence }
no-program = { $path }: бул kurultai тааныган форматтагы программа эмес; толугураак: `kurultai check`.
show-mistakes = { $path }: бул файлда { $count } ката бар; толугураак: `kurultai check`.
busy = бош эмес
export-format =
    { $format ->
        [csv] CSV файлына
        [html] HTML баракчасына
        [ics] календарга
        [json] JSON файлына
        [md] Markdown файлына
        [xml] XML файлына
       *[toml] иш-чаранын файлына
    }
export-lost = { $path }: { $table } «{ $name }»: { export-format } жазуу мүмкүн эмес.
export-not-in = Мунусу { export-format } жазылган жок: { $what }.
export-made-ids = Аты боюнча таануу мүмкүн болбогондуктан, жаңы id берилди: { $what }.
export-name = «{ $name }»
export-word =
    { $word ->
        [date] даталар
        [sessions] сессиялар
        [rooms] залдар
        [tracks] багыттар
        [people] адамдар
        [days] күндөр
        [organizers] уюштуруучулар
        [tiers] колдоо деңгээлдери
        [sponsors] колдоочулар
        [delegations] делегациялар
        [info] маалымат
        [event] иш-чара
        [capacity] орун саны
        [position] кызмат орундары
        [roles] ролдор
        [organization] уюмдар
        [country] өлкөлөр
        [pronouns] ат атоочтор
        [bio] өмүр баяндар
        [links] шилтемелер
        [attachments] файлдар
        [attendance] катышуу
        [color] түстөр
        [building] имараттар
        [floor] кабаттар
        [description] сүрөттөмө
        [abstract] кыскача мазмуну
        [subtitle] кошумча аталыш
        [title] аталыш
        [name] аты
        [language] тил
        [languages] тилдер
        [level] деңгээл
        [tags] белгилер
        [kind] түрү
        [type] тиби
        [status] абалы
        [venue] өтүүчү жер
        [theme] тема
        [topics] маселелер
        [contact] байланыш
        [recording] жазуулар
        [stream] түз эфирлер
        [slides] слайддар
        [feedback] пикирлер
        [track] багыт
        [room] зал
        [duration] узактыгы
        [start] башталышы
        [end] аягы
        [day] күн
        [timezone] убакыт алкагы
        [part_of] эмненин бөлүгү
        [same_as] эмненин кайталанышы
        [avatar] сүрөттөр
        [role] ролу
        [text] текст
        [content_note] эскертүүлөр
       *[other] { $word }
    }
export-no-date = { $path }: бир да сессиянын күнү жана убактысы жок, аларсыз { export-format } жазылбайт.
export-no-zone = { $path }: убакыт алкагысыз { export-format } жазылбайт, программада ал аталган эмес; `--tz` менен бериңиз.
export-plan-left = Пландын мунусу жазылган жок: { $what }.
output-exists = { $path }: мындай файл бар; `--force` аны алмаштырат.
output-is-link = { $path }: бул шилтеме; ал көрсөткөн файлды атаңыз.
output-is-no-file = { $path }: бул алмаштырууга болгон файл эмес.
output-failed = { $path }: жазылбай койду ({ $error }).
check-more = { $path }: дагы { $count } `{ $code }`; баарын `kurultai check --all` көрсөтөт.
check-fine = { $path }: ката табылган жок.
check-hints = { $path }: ката табылган жок; { $count } түшүндүрмө.
check-errors = { $count } ката
check-warnings = { $count } эскертүү
check-summary = { $path }: { $errors }, { $warnings }.
check-no-code = `{ $code }` деген код жок; `kurultai check` ар бир катанын кодун кашаада көрсөтөт: `[bad-time]`.
check-no-code-meant = `{ $code }` деген код жок; `{ $meant }` эмеспи?
check-bad-example = Начар ({ $file }):
check-good-example = Жакшы:
check-example-bytes = \x жана андан кийинки эки цифра он алтылык эсептөөдөгү байтты билдирет.
check-no-example = Мисал жок: мындай файл өтө чоң же текст эмес.
fix-only-event-files = { $path }: иш-чаранын файлдарын (.toml) гана оңдоого болот; башкаларын алар түзүлгөн жерде оңдоңуз.
fix-only-utf8 = { $path }: оңдолгон жок, анткени бул UTF-8 тексти эмес же файл өзгөрүп жатат; аны UTF-8 түрүндө сактап, кайра аракет кылыңыз.
fix-nothing = { $path }: шексиз оңдой турган эч нерсе жок.
fix-question = Бул өзгөртүүлөр { $path } файлына жазылсынбы? [ооба/жок]
fix-declined = { $path }: өзгөртүлгөн жок.
fix-done = { $path }: { $count } ката оңдолду.
new-no-title = Иш-чаранын аталышы керек: `kurultai new --title "…"` деп жазыңыз.
new-bad-date = Бул күн эмес же биринчи күндөн мурунку күн; мындай жазыңыз: 2027-05-14:
new-end-before-start = Акыркы күн үчүн андан кеч эмес биринчи күн керек: `--start` жана `--end` деп жазыңыз.
new-cancelled = Эч нерсе жазылган жок.
new-ask-title = Аталышы:
new-ask-start = Биринчи күнү, мисалы 2027-05-14 (Enter: азырынча белгисиз):
new-ask-end = Акыркы күнү (Enter: бир эле күн):
new-ask-city = Шаары (Enter: азырынча белгисиз):
new-ask-rooms = Залдар, үтүр менен бөлүнгөн (Enter: азырынча белгисиз):
new-ask-zone = Убакыт алкагы (Enter: { $own }):
new-ask-lang = Тексттердин тили (Enter: { $own }):
new-written = { $path }: жазылды. Аны редактордо толтуруңуз; `kurultai check { $path }` каталарды табат, `kurultai { $path }` көрсөтөт.
new-schema-written = { $path }: жазылды; редакторлор ачкычтарды ушул боюнча толуктап, түшүндүрөт.
# The comments in a new event file.
new-about =
    Иш-чаранын файлы. # менен башталган саптар — түшүндүрмөлөр: колдонуу үчүн # белгисин өчүрүңүз,
    азырынча белгисиз нерселерди жазбаңыз. `kurultai check` бул файлдагы каталарды табат.
new-rooms = Залдар: ар бирине бирден таблица.
new-people = Баяндамачылар. Атынан башка маалымат болсо гана таблица керек.
new-sessions = Сессиялар, программанын иретинде: ар бирине бирден таблица.
new-sponsors = Демөөрчүлөр.

## Plans on the command line

plan-empty = План бош: «{ $text }».
plan-nothing-here = Бул программанын бир да сессиясы тандалган эмес.
plan-none = Азырынча бир да план жок.
plan-is-none = { $path }: бул пландын файлы эмес; анда `[[picks]]` болот.
plan-note = Эскертме: { $text }
plan-hidden = Жашырылган
plan-hidden-thing =
    { $what ->
        [room] зал «{ $name }»
        [track] багыт «{ $name }»
       *[session] «{ $name }»
    }
plan-left-out = Батпай калгандар
plan-in-both = Эки планда тең бар
plan-only-in = Ушунда гана бар: { $text }
plan-only-in-mine = Өз планыңызда гана бар
plan-gone-mark = программада мындан ары жок
plan-compare-one = Эки пландын файлын атаңыз; же бирөөнү жана `--in` менен программаны: ошондо ал өз планыңыз менен салыштырылат.
plan-compare-empty = Бул пландарда эч нерсе тандалган эмес.
plan-count =
    { $what ->
        [maybe] балким: { $count }
        [raised] эми сөзсүз: { $count }
        [notes]
            { $count ->
                [one] { $count } эскертме
               *[other] { $count } эскертме
            }
        [busy]
            { $count ->
                [one] { $count } жеке убакыт
               *[other] { $count } жеке убакыт
            }
        [muted] жашырылган: { $count }
       *[picks]
            { $count ->
                [one] { $count } сессия
               *[other] { $count } сессия
            }
    }
plan-export-gone = { $path }: программада мындан ары жок, ошондуктан калтырылды: «{ $title }».
plan-export-left = Муну календарга жазуу мүмкүн эмес, `--to toml` жазат: { $what }.
plan-export-one-file = Бир гана FILE жазыңыз; папка `--to vdir` үчүн гана.
plan-vdir-folder = Папканы жана программаны жазыңыз: `kurultai plan export --to vdir DIR FILE`.
plan-vdir-foreign = { $path }: бул файл ушул пландыкы эмес, ошондуктан өзгөртүлгөн жок; башка папканы тандаңыз.
plan-imported = Планга кошулду: { $what }.
plan-imported-nothing = Мында жаңы эч нерсе жок; план мурункудай калды.
plan-import-other = { $path }: бул пландын бир да сессиясы программада жок; андан эч нерсе алынган жок.
plan-import-gone = { $path }: программада мындан ары жок, бирок планда калат: «{ $title }».
plan-import-missing = { $path }: программада жок, ошондуктан алынган жок: «{ $title }».
plan-import-nothing = { $path }: бул план да, сессиялары бар календарь да эмес.

## Diagnostics

of-session = «{ $session }»: { $sentence }
did-you-mean = `{ $meant }` эмеспи?
write-both = `{ $write }` деп, анын астына `{ $also }` деп жазыңыз.
write-this = Мындай жазыңыз: `{ $write }`.
one-of = Ушул сөздөрдүн бирин жазыңыз: { $words }.
severity-error = ката
severity-warning = эскертүү
severity-hint = түшүндүрмө
severity-help = кеңеш

## Diagnostics: the file

diagnostic-not-utf8 = Файл UTF-8 коддоосунда эмес: { $offset }-байт эч бир символго туура келбейт.
    .help = Файлды UTF-8 коддоосунда сактаңыз.
diagnostic-guessed-encoding = Файл UTF-8де эмес, анда коддоо көрсөтүлгөн эмес; ал мындай окулду: { $encoding }.
    .help = Ар бир тамга так болушу үчүн файлды UTF-8 коддоосунда сактаңыз.
diagnostic-bad-archive = Кысылган файл үзүлгөн же бузулган; ачылганы көрсөтүлдү.
    .help = Файлды кайра жүктөңүз же кайра көчүрүңүз.
diagnostic-bad-bytes =
    { $count ->
        [one] Бул жердеги байттар файлдын коддоосундагы эч бир белгиге туура келбейт: { $encoding }. Мындай жерлер: { $count }.
       *[other] Бул жердеги байттар файлдын коддоосундагы эч бир белгиге туура келбейт: { $encoding }. Мындай жерлер: { $count }.
    }
    .help = Файлды UTF-8 коддоосунда сактаңыз.
diagnostic-utf-16 = Файл UTF-16 коддоосунда; ал окулду, бирок башка программаларга UTF-8 керек.
    .help = Файлды UTF-8 коддоосунда сактаңыз.
diagnostic-cut-off = { $what ->
    [text-lines] «{ $title }»: тексттин аягы көрсөтүлбөйт, анткени анда { $count } саптан көп.
    [text-marks] «{ $title }»: тексттин аягы көрсөтүлбөйт, анткени анда Markdown же HTML белгилери { $count } белгиден көп.
    [lines] Файл ушул жерге чейин гана окулду: анда { $count } саптан көп.
    [values] Файл ушул жерге чейин гана окулду: анда { $count } мааниден көп.
    [dots] Файл ушул жерге чейин гана окулду: анда { $count } чекиттен көп.
    [elements] Файл ушул жерге чейин гана окулду: анда { $count } элементтен көп.
    [calendars] Файл ушул жерге чейин гана окулду: анда { $count } календардан көп.
    [quotes] Файл ушул жерге чейин гана окулду: анда { $count } тырмакчадан көп.
    [signs] Файл ушул жерге чейин гана окулду: анда { $count } барабардык белгисинен көп.
   *[tables] Файл ушул жерге чейин гана окулду: анда { $count } таблицадан көп.
}
    .help = { $what ->
    [text-lines] Текстти кыскартыңыз.
    [text-marks] Текстти кыскартыңыз.
   *[tables] Аны бир нече файлга бөлүңүз.
}
diagnostic-too-many = { $what ->
    [sessions] Программада { $count } сессиядан көп; калгандары көрсөтүлгөн жок.
    [people] Программада { $count } адамдан көп; калгандары көрсөтүлгөн жок.
    [rooms] Программада { $count } залдан көп; калгандары көрсөтүлгөн жок.
    [tracks] Программада { $count } багыттан көп; калгандары көрсөтүлгөн жок.
    [organizers] Программада { $count } уюштуруучудан көп; калгандары көрсөтүлгөн жок.
    [tiers] Программада { $count } колдоо деңгээлинен көп; калгандары көрсөтүлгөн жок.
    [sponsors] Программада { $count } колдоочудан көп; калгандары көрсөтүлгөн жок.
    [delegations] Программада { $count } делегациядан көп; калгандары көрсөтүлгөн жок.
    [infos] Программада { $count } пайдалуу маалыматтан көп; калгандары көрсөтүлгөн жок.
    [links] Программада { $count } шилтемеден көп; калгандары көрсөтүлгөн жок.
    [tags] Программада { $count } белгиден (тегден) көп; калгандары көрсөтүлгөн жок.
    [participants] Сессиялардагы адамдардын саны, ар бир сессияда кайра эсептегенде, { $count } адамдан көп; калгандары көрсөтүлгөн жок.
    [places] Сессиялардын залдарынын саны, ар бир сессияда кайра эсептегенде, { $count } залдан көп; калгандары көрсөтүлгөн жок.
    [languages] Сессиялардын тилдеринин саны, ар бир сессияда кайра эсептегенде, { $count } тилден көп; калгандары көрсөтүлгөн жок.
    [repeated-text] Кайталанган сессиялардын тексттери { $count } байттан көп; калган кайталоолор көрсөтүлгөн жок.
    [names] Аттар жана аталыштар { $count } белгиден кийин кесилди: алар өтө узун, ал эми программа аларды өтө көп кайталайт.
   *[days] Программада { $count } күндөн көп; калгандары көрсөтүлгөн жок.
}
    .help = { $what ->
    [names] Аттарды кыскартыңыз.
    [repeated-text] Кайталанган сессиялардын тексттерин кыскартыңыз.
   *[days] Аны бир нече файлга бөлүңүз.
}

## Diagnostics: invalid TOML

diagnostic-unclosed-text = Бул жерде текст башталып, жабылган эмес: аягында { $mark } жок.
    .help = Бир саптык текст "…" ичине, бир нече саптык текст """…""" ичине жазылат.
diagnostic-unclosed-bracket = Бул жерде кашаа ачылып, жабылган эмес.
    .help = Тизме мындай жазылат: ["…", "…"], бир саптык таблица мындай: { "{" } key = "…" { "}" }.
diagnostic-missing-equals = `{ $key }` ачкычынан кийин = белгиси жок.
    .help = Мындай жазыңыз: `{ $key } = …`.
diagnostic-missing-value = `{ $key }` ачкычынын мааниси жок.
    .help = Мындай жазыңыз: `{ $key } = "…"`, же сапты алып салыңыз: белгисиз нерсени жазбай койсо болот.
diagnostic-colon-for-equals = = белгисинин ордунда кош чекит турат.
    .help = Мындай жазыңыз: `{ $key } = …`.
diagnostic-smart-quotes = Текст мындай эмес, түз тырмакчага алынат.
    .help = Мындай жазыңыз: `{ $key } = "…"`; тексттин өзүндө каалаган тырмакча боло берет.
diagnostic-unquoted-text = Текст тырмакчага алынат.
    .help = Мындай жазыңыз: `{ $key } = "…"`.
diagnostic-control-character = Бул сапта көрүнбөгөн башкаруу символу бар: { $character }.
    .help = Аны өчүрүңүз же сапты кайра териңиз.
diagnostic-quote-in-text = Бул тырмакча текстти бүтүрөт, бирок андан кийин дагы текст бар.
    .help = "…" ичинде тырмакчаны \" деп жазыңыз же башка тырмакчаларды колдонуңуз: «…», “…”, ’.
diagnostic-bad-escape = "…" ичинде \ белгисинин өзүнчө мааниси бар.
    .help = Белгинин өзү керек болсо, \\ деп жазыңыз же текстти '…' ичине алыңыз.
diagnostic-bad-key = `{ $key }` ачкычтын аты боло албайт.
    .help = Ачкыч — латын тамгаларынан, цифралардан, _ жана - белгилеринен турган бир сөз.
diagnostic-after-value = Бул саптагы маанинин артында дагы бир нерсе турат.
    .help = Сап мааниси менен бүтөт; түшүндүрмө # белгисинен башталат, тизме мындай жазылат: ["…", "…"].
diagnostic-missing-comma =
    { $mark ->
        [semicolon] Үтүрдүн ордунда чекиттүү үтүр турат.
       *[nothing] Мунун алдында үтүр жок.
    }
    .help = Тизменин жана таблицанын бөлүктөрүнүн арасына үтүр коюлат: ["…", "…"], { "{" } ky = "…", en = "…" { "}" }.
diagnostic-doubled-equals = Бул жерде = белгиси ашыкча.
    .help = Мындай жазыңыз: `{ $key } = …`.
diagnostic-round-brackets = Тизме чарчы кашаага алынат.
    .help = Мындай жазыңыз: `{ $key } = ["…", "…"]`.
diagnostic-odd-blank = Бул жерде тексттик редакторлор койгон өзгөчө боштук турат.
    .help = Аны өчүрүп, кадимки боштук коюңуз.
diagnostic-not-toml = Бул сап `key = "value"` да эмес, `[[table]]` да эмес.
    .help = Түшүндүрмө # белгисинен башталат, бир нече саптык текст """…""" ичине жазылат.
diagnostic-syntax = Муну окуу мүмкүн болбоду: { $message }.
diagnostic-duplicate-key = `{ $key }` ачкычы эки жолу жазылган; биринчиси колдонулат.
diagnostic-duplicate-table = `{ $header }` таблицасы мурунтан бар; биринчиси колдонулат.
diagnostic-mixed-table = Жогоруда ушул ат менен башка нерсе турат; экөөнүн таблицалары гана көрсөтүлөт.
    .help = Ар бири үчүн `{ $header }` деп жазыңыз.
diagnostic-broken-header = Бул баш саптын кашаалары бири-бирине туура келбейт; ал `{ $header }` деп окулду.
    .help = Өзүнчө сапка мындай жазыңыз: `{ $header }`.
diagnostic-one-bracket = `[{ $table }]` кош кашаа менен жазылат; `[[{ $table }]]` деп окулду.
    .help = Мындай жазыңыз: `[[{ $table }]]`.
diagnostic-two-brackets = `[[{ $table }]]` жалгыз кашаа менен жазылат; `[{ $table }]` деп окулду.
    .help = Мындай жазыңыз: `[{ $table }]`.
diagnostic-forgotten-header = `{ $header }` таблицасынын ачкычтары бул жерде кайра башталат; бул саптын үстүндө `{ $header }` тургандай окулду.
    .help = Бул саптын үстүнө мындай жазыңыз: `{ $header }`.
diagnostic-misspelt-table = `{ $written }` таблицасы `{ $header }` деп окулду.
    .help = Мындай жазыңыз: `{ $header }`.
diagnostic-too-deep = Бул баш саптын деңгээлдери өтө көп.

## Diagnostics: values

diagnostic-bad-number = `{ $value }` сан эмес же өтө чоң сан.
    .help = Цифралар менен гана жазыңыз: 9.
diagnostic-bad-time = Убакыт туура эмес: `{ $value }`.
    .help = Саатын эки цифра менен, тырмакчага алып жазыңыз: "09:30".
diagnostic-time-range = `{ $value }` — эки убакыт.
    .help = `start = "{ $from }"` деп, өзүнчө сапка `end = "{ $to }"` деп жазыңыз.
diagnostic-bad-date = Дата туура эмес: `{ $value }`.
    .help = Жылын, айын жана күнүн тырмакчасыз жазыңыз: 2023-12-01.
diagnostic-impossible-date = Дата туура эмес: `{ $value }`; ал айда { $count } күн бар.
diagnostic-quoted-date = `{ $value }` — дата; даталар тырмакчасыз жазылат.
    .help = Тырмакчасыз жазыңыз: { $value }.
diagnostic-bad-duration = Узактыгы туура эмес: `{ $value }`.
    .help = "45m", "1h30m" деп же мүнөттөрдүн санын жазыңыз.
diagnostic-bad-url = Баракчанын дареги туура эмес: `{ $value }`.
    .help = Даректи толугу менен жазыңыз, башына https:// коюңуз.
diagnostic-bad-color = Мындай түс жок: `{ $value }`.
    .help = "#rrggbb" түрүндө же түстүн атын жазыңыз: "#e69f00", "orange".
diagnostic-bad-zone = Белгисиз убакыт алкагы: `{ $value }`; убакыт иш-чара убактысы катары көрсөтүлөт.
    .help = Континентти жана шаарды IANA базасындагыдай жазыңыз: "Asia/Bishkek".
diagnostic-bad-attendance = Мындай катышуу түрү жок: `{ $value }`.
    .help = "in person", "online", "hybrid" же "invited" деп жазыңыз; белгисиз болсо, жазбай коюңуз.
diagnostic-bad-language = Мындай тил коду жок: `{ $value }`.
    .help = ISO 639 кодун жазыңыз: ky, ru, en.
diagnostic-expected =
    { $expected ->
        [text] тырмакчадагы текст
        [texts] тырмакчадагы текст же ар бир тилде бирден текст
        [number] бүтүн сан, 0 же андан чоң
        [boolean] true же false
        [date] дата
        [time] убакыт
        [duration] узактык
        [links] даректердин же label жана url бар таблицалардын тизмеси
        [participations] аттардын же person жана role бар таблицалардын тизмеси
        [venue] таблица
       *[tables] таблица
    }
diagnostic-expected-help =
    { $expected ->
        [text] Мындай жазыңыз: `{ $key } = "…"`.
        [texts] Мындай жазыңыз: `{ $key } = "…"` же `{ $key } = { "{" } ky = "…", en = "…" { "}" }`.
        [number] Мындай жазыңыз: `{ $key } = 9`.
        [boolean] Тырмакчасыз жазыңыз: `{ $key } = true`.
        [date] Мындай жазыңыз: `{ $key } = 2023-12-01`.
        [time] Мындай жазыңыз: `{ $key } = "09:30"`.
        [duration] Мындай жазыңыз: `{ $key } = "45m"`, же мүнөттөрдүн санын жазыңыз.
        [links] Мындай жазыңыз: `{ $key } = [{ "{" } label = "…", url = "https://…" { "}" }]`.
        [participations] Мындай жазыңыз: `{ $key } = [{ "{" } person = "…", role = "…" { "}" }]`.
        [venue] Мындай жазыңыз: `{ $key } = { "{" } … = … { "}" }`.
       *[tables] Өзүнчө сапка `[[{ $key }]]` деп, астына анын ачкычтарын жазыңыз.
    }
diagnostic-found =
    { $found ->
        [text] текст
        [number] сан
        [boolean] true же false
        [date] дата же убакыт
        [list] тизме
       *[table] таблица
    }
diagnostic-wrong-type = `{ $key }` үчүн күтүлгөнү: { diagnostic-expected }; табылганы: { diagnostic-found }.
    .help = { diagnostic-expected-help }
diagnostic-empty-text = `{ $key }` ачкычынын мааниси бош.
    .help = Сапты алып салыңыз: белгисиз нерсени жазбай койсо болот.
diagnostic-unusual-word = `{ $value }` — `{ $key }` үчүн адаттагы сөз эмес; ал жазылгандай көрсөтүлөт.
diagnostic-own-word = `{ $value }` — ушул файлдын өз сөзү; ал бардык тилдерде жазылгандай көрсөтүлөт.
diagnostic-hidden-character = `{ $key }` ичинде коопсуз көрсөтүүгө болбогон символ бар, ал алмаштырылды: { $characters }.

## Diagnostics: keys and tables

diagnostic-thing =
    { $table ->
        [venue] Өтүүчү жердин
        [walking] Жөө жүрүүнүн
        [links] Шилтеменин
        [people] Адамдын
        [guests] Коноктун
        [speakers] Баяндамачынын
        [days] Күндүн
        [rooms] Залдын
        [tracks] Багыттын
        [agenda] Сессиянын
        [sessions] Сессиянын
        [participation] Сессиядагы адамдын
        [attachments] Тиркеменин
        [organizers] Уюштуруучунун
        [tiers] Колдоо деңгээлинин
        [sponsors] Колдоочунун
        [delegations] Делегациянын
        [info] Маалыматтын
       *[event] Иш-чаранын
    }
diagnostic-unknown-key = { diagnostic-thing } мындай ачкычы болбойт: `{ $key }`.
    .help = Бул сапты алып салыңыз; ар бир таблицанын ачкычтары docs/FORMAT.md барагында.
diagnostic-unknown-table = Мындай таблица болбойт: `{ $table }`; ал көрсөтүлбөйт.
    .help = Таблицалар: [[agenda]], [[people]], [[guests]], [[speakers]], [[days]], [[rooms]], [[tracks]], [[organizers]], [[tiers]], [[sponsors]], [[delegations]] жана [[info]].
diagnostic-belongs-above = `{ $key }` ачкычынын орду биринчи [[…]] үстүндө; ошол жерде тургандай окулду.
    .help = Ачкыч өзүнөн жогорку таблицага таандык: бул сапты файлдын башына жылдырыңыз.
diagnostic-belongs-below = `{ $key }` сессияга таандык, бирок биринчи `[[agenda]]` үстүндө турат; көрсөтүлбөйт.
    .help = Ар бир сессиянын ачкычтарынын үстүнө өзүнчө сапка мындай жазыңыз: `[[agenda]]`.
diagnostic-inside-text = `{ $key }` `{ $text }` текстинин тилдеринин арасында турат; эске алынган жок.
    .help = Бул сапты `[… .{ $text }]` сабынан жогору жылдырыңыз: анын астындагылар текстке таандык.
diagnostic-top-and-event = `{ $key }` ачкычы файлдын башында да бар; башындагысы колдонулат.
diagnostic-missing-title = Иш-чаранын аталышы жок; анын ордунда «{ $title }» турат.
    .help = Файлдын башына мындай жазыңыз: `title = "…"`.
diagnostic-missing-key = { diagnostic-thing } `{ $key }` ачкычы болушу керек.
    .help =
    { $key ->
        [date] Бул саптын астына мындай жазыңыз: `{ $key } = 2023-12-01`.
        [url] Мындай жазыңыз: `{ $key } = "https://…"`.
        [person] Мындай жазыңыз: `{ $key } = "…"`, тырмакчада id же аты.
       *[other] Бул саптын астына мындай жазыңыз: `{ $key } = "…"`.
    }
diagnostic-newer-format = Файлда форматтын башка версиясы көрсөтүлгөн; kurultai { $known }-версияны билет.
    .help = Белгисиз нерселер эске алынган жок; аларды kurultai программасынын жаңыраак версиясы көрсөтүшү мүмкүн.
diagnostic-bad-allow =
    { $how ->
        [unknown] Мындай коддуу билдирүү жок: `{ $code }`.
        [error] `{ $code }` — ката, ал эми эскертүүлөргө жана түшүндүрмөлөргө гана уруксат берсе болот.
       *[not-text] Бул билдирүүнүн коду эмес: код — тексттик маани.
    }
    .help = `check` кашаада чыгарган кодду жазыңыз: `allow = ["room-overlap"]`.

## Diagnostics: times

diagnostic-no-dates = Файлда иш-чара качан өтөрү айтылган эмес; сессиялары: { $start } – { $end }.
    .help = Файлдын башына `start = { $start }` жана `end = { $end }` деп жазыңыз.
diagnostic-ends-before-it-begins = Иш-чаранын аягы башталышынан мурун; аягы белгисиз деп эсептелет.
diagnostic-date-conflict =
    { $key ->
        [day] `day` ачкычындагы күн `date` жана `start` берген күнгө туура келбейт; `date` жана `start` колдонулат.
       *[date] `date` ачкычындагы дата `start` же `end` берген датага туура келбейт; ошол берилген дата колдонулат.
    }
diagnostic-offset-conflict = `{ $key }` ачкычындагы UTC жылышуусу иш-чаранын убакыт алкагына туура келбейт; жылышуу колдонулат.
diagnostic-end-before-start = `end` убактысы `start` убактысынан кийин эмес, кийинки күнгө да туура келбейт; аягы белгисиз деп эсептелет.
    .help = Сессия 12 сааттан ашпаса, түн ортосунан кийинки аягы кийинки күнгө таандык.
diagnostic-end-and-duration = `duration` ачкычындагы узактык `start` жана `end` аралыгына туура келбейт; `start` жана `end` колдонулат.
    .help = `end` же `duration` — экөөнүн бири жетиштүү.
diagnostic-all-day-with-time = `all_day` жана `start` бирге жазылбайт; `start` колдонулат.
diagnostic-duplicate-day = Бул күндүн таблицасы мурунтан бар; биринчиси колдонулат.

## Diagnostics: names

diagnostic-what =
    { $what ->
        [room] зал
        [track] багыт
        [tier] колдоо деңгээли
       *[person] адам
    }
diagnostic-duplicate-id = id кайталанат: `{ $id }`; бул id биринчисин билдирет.
    .help = Ар бирине өзүнчө id бериңиз.
diagnostic-two-accounts = `{ $id }` эки жолу, ар башкача сүрөттөлгөн; биринчиси колдонулат.
diagnostic-ambiguous-name = «{ $name }» деген ат { $count } жолу кездешет; биринчиси алынды.
    .help = Ар бирине id берип, бул жерде ошол id көрсөтүңүз.
diagnostic-near-name = Таблицаларда мындай { diagnostic-what } жок: «{ $name }»; жаңы катары көрсөтүлөт.
diagnostic-all-rooms = Бул «{ $name }» деген зал катары окулду.
diagnostic-placeholder = «{ $name }» ат катары көрсөтүлөт.
    .help = Жазбай коюңуз: белгисиз нерсени жазбай койсо болот.
diagnostic-undeclared-name = Таблицаларда мындай { diagnostic-what } жок: «{ $name }»; жаңы катары көрсөтүлөт.
    .help =
    { $what ->
        [room] `[[rooms]]` таблицаларынын биринин атын жазыңыз же дагы бир `[[rooms]]` кошуңуз.
        [track] `[[tracks]]` таблицаларынын биринин атын жазыңыз же дагы бир `[[tracks]]` кошуңуз.
        [tier] `[[tiers]]` таблицаларынын биринин атын жазыңыз же дагы бир `[[tiers]]` кошуңуз.
       *[person] `[[people]]` таблицаларынан атты жазыңыз же дагы бир `[[people]]` кошуңуз.
    }
diagnostic-unknown-session = Мындай id менен сессия жок: `{ $id }`.
    .help = `{ $key }` ачкычына башка сессиянын `id` мааниси жазылат.
diagnostic-circular-session = `{ $key }` аркылуу бул сессия кайра өзүнө келет; бул жерде ал эске алынган жок.

## Diagnostics: published formats

diagnostic-unknown-format =
    { $kind ->
        [empty] Файл бош; иш-чара файлы мындай башталат: title = "…".
        [html] Бул веб-барак; андан schedule.xml, программанын JSON файлына же iCalendar файлына шилтемени таап, ошону ачыңыз.
        [pdf] Бул PDF документи; ушул эле конференциянын schedule.xml, JSON же iCalendar файлын табыңыз.
        [rtf] Бул тексттик документ (RTF); аны жөнөкөй текст катары сактап, иш-чара файлын жазыңыз же schedule.xml, JSON же iCalendar файлын табыңыз.
        [zip] Бул архив же кеңсе документи; аны ачып чыгарыңыз же schedule.xml, JSON же iCalendar файлын табыңыз.
        [image] Бул сүрөт; ушул эле конференциянын schedule.xml, JSON же iCalendar файлын табыңыз.
        [binary] Бул текст файлы эмес; ушул эле конференциянын schedule.xml, JSON же iCalendar файлын табыңыз.
        [yaml] Бул YAML файлы; ошол эле маалыматты TOML форматындагы иш-чара файлына жазыңыз же schedule.xml, JSON же iCalendar файлын ачыңыз.
        [csv] Бул таблица (CSV), бирок аталыштардын тилкеси жок; биринчи сапта тилкелерди атаңыз: title, date, start, end, room, speakers.
        [xcal] Бул XML форматындагы календарь (xCal); ушул эле календардын iCalendar (.ics) файлын табыңыз.
        [jcal] Бул JSON форматындагы календарь (jCal); ушул эле календардын iCalendar (.ics) файлын табыңыз.
        [feed] Бул жаңылыктар тасмасы; ушул эле конференциянын schedule.xml, JSON же iCalendar файлын табыңыз.
        [indico] Бул Indico кызматынын JSON файлы; ушул эле иш-чаранын iCalendar (.ics) файлын ачыңыз.
        [hoverboard] Бул Hoverboard сайтынын JSON файлы; ошол эле маалыматты TOML форматындагы иш-чара файлына жазыңыз же iCalendar файлын табыңыз.
        [open-event] Бул Open Event (eventyay) кызматынын JSON файлы; ушул эле иш-чаранын schedule.xml же iCalendar файлын ачыңыз.
        [emf] Бул Electromagnetic Field жарыялаган JSON тизмеси; анын ордуна schedule.xml же iCalendar файлын ачыңыз.
        [times] Бул убакыттары бар JSON, бирок форматы kurultai үчүн белгисиз; schedule.xml, c3voc JSON же iCalendar файлын табыңыз.
        [people] Бул сессиялары жок адамдардын тизмеси; сессиялары бар файлды ачыңыз.
        [parts] Бул программанын сессиялары жок бөлүктөрү; сессиялары бар файлды ачыңыз.
        [nothing] Бул JSON файлында эч нерсе жок; сессиялары бар файлды ачыңыз.
        [json] Бул JSON, бирок программа эмес; schedule.xml, c3voc JSON же iCalendar файлын табыңыз.
        [xml] Бул XML, бирок программа эмес; schedule.xml, JSON же iCalendar файлын табыңыз.
       *[text] Бул текст, бирок программа эмес; иш-чара файлы мындай башталат: title = "…".
    }
    .help = kurultai TOML форматындагы иш-чара файлдарын, CSV таблицаларын, schedule.xml, Giggity XML, c3voc JSON, iCalendar, ошондой эле pretalx, Sessionize жана OPass JSON файлдарын окуйт.
diagnostic-no-sessions = Файлда сессиялар жок; жаңысын же сессиялары барын табыңыз.
diagnostic-only-others =
    { $count ->
        [one] Календарда сессиялар жок, тапшырма сыяктуу { $count } башка жазуу гана бар; сессиялары барын ачыңыз.
       *[other] Календарда сессиялар жок, тапшырма сыяктуу { $count } башка жазуу гана бар; сессиялары барын ачыңыз.
    }
diagnostic-no-title = Файлда аталышы жок; анын ордуна «{ $title }» турат.
diagnostic-no-zone = Файлда убакыт алкагы көрсөтүлгөн эмес; убакыт иш-чара убактысы катары көрсөтүлдү.
diagnostic-bad-value = `{ $key }` мааниси окулбайт: «{ $value }»; эске алынган жок.
diagnostic-repeated-id = id кайталанат: `{ $id }`; эки сессия тең көрсөтүлдү.
diagnostic-unknown-column = «{ $column }» тилкеси окулбайт.
    .help = Аны сессиянын ачкычтарындай атаңыз: title, date, start, end, room, track же speakers; тизмеси docs/FORMAT.md файлында.
diagnostic-unknown-reference = Файл аны атайт, бирок сүрөттөбөйт: { diagnostic-what } «{ $id }».
diagnostic-shared-key = «{ $id }» деген id бир нече баяндамачыда бар, сессияда алардын кимиси айтылганы белгисиз; id көрсөтүлөт.
    .help = Ар бир баяндамачыга өзүнүн id’син бериңиз.
diagnostic-room-conflict = «{ $listed }» залына жазылган сессияда «{ $room }» деген зал көрсөтүлгөн; «{ $room }» көрсөтүлөт.
    .help = Эки жерде тең бир залды жазыңыз.
diagnostic-clock-conflict = Башталышы { $start }, бирок датада { $date }; дата эске алынды.
diagnostic-doubtful-offset = Даталар { $zone } убактысын көрсөтөт, бирок UTCден айырмасы аныкы эмес; убакыт эске алынды.
diagnostic-outside-day = { $day } күнүнө жазылып, башка күнү өткөн сессиялар: { $count }; алар датасы боюнча көрсөтүлдү.
diagnostic-no-length = Бул сессия башталганда же андан мурун аяктайт; аягы белгисиз.
diagnostic-too-long = Бул сессия { $days } күнгө созулмак: иш-чарадан да узак; узактыгы көрсөтүлбөйт.
diagnostic-padded-name = Аттардын четинде ашыкча боштук бар: { $count }; алар алынып салынды.
diagnostic-several-names = «{ $name }» бир нече адам болушу мүмкүн; файлда кандай болсо, ошондой көрсөтүлдү.
diagnostic-left-out = Программага кирбеген сессиялар көрсөтүлгөн жок (каралама, четке кагылган же кайтарылып алынган): { $count }.
diagnostic-broken-component = Бул жерде `{ $name }` башталат же аяктайт, бирок BEGIN менен END саптарынын бири гана окулду.
    .help = Файлды кайра жүктөп алыңыз: ал кесилген же бузулган болушу мүмкүн.
diagnostic-no-calendar-line = Календардын сабы эмес саптар бар: { $count }; алар, мүмкүн болсо, жогорку тексттин уландысы катары алынды.
diagnostic-no-start = DTSTART жок сессиялар: { $count }; алар убактысы жок көрсөтүлдү.
diagnostic-shared-uid = UID кайталанган сессиялар: { $count }; баары көрсөтүлдү, бирок UID боюнча ажыратылбайт.
diagnostic-older-version = Сессиялардын эски версиялары да бар: { $count }; SEQUENCE эң чоң болгондору көрсөтүлдү.
diagnostic-rule-not-followed = Бул сессия эреже боюнча кайталанат: `{ $rule }`; кайталоолорунун баары көрсөтүлгөн жок.
    .help = Убактысын жарыяланган программа менен салыштырыңыз. Күн, апта, ай жана жыл боюнча эрежелер аткарылат, саат жана апта номери боюнча аткарылбайт.
diagnostic-repeats-on = Бул сессия эреже боюнча кайталанат: `{ $rule }`; ал { $date } чейин, башталгандан кийин 400 күн көрсөтүлөт.
diagnostic-zone-by-rules = `{ $value }` убакыт алкагынын аталышы белгисиз; эрежелери боюнча анын сааты { $zone } алкагыныкындай.
diagnostic-zone-not-followed = Файл `{ $zone }` убакыт алкагын `{ $value }` менен сүрөттөйт, бирок ал аткарылбайт; ал алкактагы убакыт бир саатка жаңылыш болушу мүмкүн.
    .help = Убактысын жарыяланган программа менен салыштырыңыз.
diagnostic-times-in-utc = Бардык убакыттар UTC боюнча берилген, иш-чара кайда өтөрү айтылган эмес; күндөр менен сааттар жергиликтүү эмес.
    .help = Иш-чаранын убакыт алкагын `--venue-tz` менен бериңиз же программага кошуңуз: «Europe/Berlin».
diagnostic-several-zones = Убакыт бир нече убакыт алкагында берилген, кайсынысы иш-чараныкы экени айтылган эмес; ар бир сессия өз сааты боюнча көрсөтүлдү.
diagnostic-damaged = Файл ушул жерден үзүлгөн же бузулган; окулганынын баары көрсөтүлдү.
diagnostic-dead-link = Өз барагынан тышкары иштебеген шилтемелер көрсөтүлгөн жок: { $count }. Биринчиси — «{ $value }».
diagnostic-mended-link = Ката жазылган даректер: { $count }. Биринчиси, «{ $value }», «{ $shown }» деп окулду.
diagnostic-other-scheme = Браузер ачпаган даректер: { $count }; текст катары көрсөтүлдү. Биринчиси — «{ $value }».
diagnostic-no-address = Даректин ордуна жазылган, бирок дарек болбогон тексттер: { $count }; көрсөтүлгөн жок. Биринчиси — «{ $value }».

## Diagnostics: the whole schedule

diagnostic-outside-dates = «{ $title }» { $date } күнү өтөт, ал эми иш-чара башка күндөрү: { $dates }.
    .help = Бул жердеги датаны же файлдын башындагы даталарды оңдоңуз.
diagnostic-room-overlap =
    { $how ->
        [several] «{ $other }» жүрүп жатканда, ошол эле залда ({ $room }) дагы { $count } сессия башталат, биринчиси — «{ $title }».
        [at-once] «{ $other }» жана «{ $title }» бир эле залда ({ $room }) бир убакта башталат.
       *[later] «{ $title }» башталганда, «{ $other }» дагы эле ушул залда жүрүп жатат: { $room }.
    }
diagnostic-skipped-time = «{ $title }»: ал жерде мындай убакыт болбойт: { $time } — ал түнү саат алга жылат; бир саат кийинкиси алынды.
diagnostic-repeated-time = «{ $title }»: ал жерде бул убакыт эки жолу келет: { $time }; биринчиси алынды.
diagnostic-person-overlap =
    { $how ->
        [several] { $person } «{ $other }» сессиясында болгондо, анын дагы { $count } сессиясы башталат, биринчиси — «{ $title }».
        [at-once] «{ $other }» жана «{ $title }» бир убакта башталат, экөөнө тең { $person } катышат.
       *[later] «{ $title }» башталганда, { $person } дагы эле башка сессияда болот: «{ $other }».
    }
diagnostic-missing-date =
    { $count ->
        [one] «{ $title }»: бул сессиянын убактысы бар, бирок күнү жок; ал «Күнү жарыяланган эмес» деген жерде турат.
       *[other] «{ $title }» сессиясынан баштап { $count } сессиянын убактысы бар, бирок күнү жок; алар «Күнү жарыяланган эмес» деген жерде турат.
    }
    .help = Ар бир `[[agenda]]` астына ошол сессиянын датасын жазыңыз: `date = { $date }`; `[[days]]` сабы баш сап эмес.
diagnostic-short-walk = { $person }: «{ $other }» менен «{ $title }» ортосунда { $free } мүн бар, ал эми жол { $needed } мүн алат.
    .help = Экөөнүн ортосуна көбүрөөк убакыт калтырыңыз же бирин жакыныраак залга которуңуз.
diagnostic-outside-hours =
    { $how ->
        [before] «{ $title }» эшик ачылганга чейин башталат: { $time }.
       *[after] «{ $title }» эшик жабылгандан кийин бүтөт: { $time }.
    }
    .help = Бул жердеги убакытты же `[[days]]` астындагы `opens` менен `closes` маанилерин оңдоңуз.
diagnostic-too-few-seats = «{ $title }»: { $people } киши катышат, ал эми { $room } залына { $count } гана киши батат.
    .help = Чоңураак зал тандаңыз же анын `capacity` маанисин оңдоңуз.
diagnostic-speaker-without-session = { $name } баяндамачы, бирок эч бир сессияга катышпайт.
    .help = Аны өз сессиясынын астындагы `speakers = ["…"]` тизмесине жазыңыз.
diagnostic-unused-person = { $name }: ролу жок, эч бир сессияда да аты аталган эмес.
    .help = Аны өз сессиясынын астындагы `speakers = ["…"]` тизмесине жазыңыз, `roles = ["…"]` бериңиз же таблицаны өчүрүңүз.
diagnostic-unused-room = Бул залда бир да сессия жок: { $name }.
    .help = Сессиялардын астына `room = "…"` деп жазыңыз же таблицаны өчүрүңүз.
diagnostic-unused-track = Бул багытта бир да сессия жок: { $name }.
    .help = Сессиялардын астына `track = "…"` деп жазыңыз же таблицаны өчүрүңүз.
diagnostic-duplicate-title = Мурунку бир сессиянын да аталышы ушундай, бирок катышуучулары башка: «{ $title }».
    .help = Аталыштардын бирин оңдоңуз; эгер бул сессия тигинин кайталоосу болсо, анын `id` маанисин жазыңыз: `same_as = "…"`.
diagnostic-no-break = { $start } – { $end }: кеминде 10 мүнөттүк тыныгуу жок.
    .help = Бош убакыт калтырыңыз же тыныгуу болгон сессиянын астына `kind = "break"` же `kind = "meal"` деп жазыңыз.
diagnostic-missing-translation =
    { $what ->
        [title] «{ $title }» аталышы { $languages } тилинде жок, ал эми башкалардын көбүндө бар.
        [subtitle] «{ $title }»: кошумча аталышы { $languages } тилинде жок, ал эми башкалардын көбүндө бар.
        [abstract] «{ $title }»: кыскача мазмуну { $languages } тилинде жок, ал эми башкалардын көбүндө бар.
       *[description] «{ $title }»: сүрөттөмөсү { $languages } тилинде жок, ал эми башкалардын көбүндө бар.
    }
    .help = Текстти тилдердин таблицасы катары жазыңыз: `{"{"} en = "…", ky = "…" {"}"}`.
diagnostic-faint-color =
    { $background ->
        [dark] { $name } багытынын { $color } түсү кара фондо дээрлик көрүнбөйт.
       *[light] { $name } багытынын { $color } түсү ак фондо дээрлик көрүнбөйт.
    }
    .help = Карага да, акка да жакын эмес түс тандаңыз.

## Meanings of codes

meaning-not-utf8 = Файл UTF-8 коддоосунда, бирок айрым байттары эч бир символго туура келбейт. Ошол жердеги тамга жоголгон, ордуна � көрсөтүлөт.
meaning-utf-16 = Файл UTF-16 коддоосунда: айрым редакторлор ушундай сактайт. kurultai аны окуйт, бирок git, календарлар жана башка программалар UTF-8 күтөт.
meaning-guessed-encoding = Файл UTF-8де эмес, коддоосу да көрсөтүлгөн эмес, ошондуктан ал тамгалары боюнча божомолдонот. Божомол туура эмес болсо, аттар ката чыгат.
meaning-bad-bytes = Файлдын коддоосу көрсөтүлгөн, бирок айрым байттары ага туура келбейт. Ошол жердеги тамгалар жоголгон, ордуна � көрсөтүлөт.
meaning-bad-archive = gzip менен кысылган файл (.gz) эрте үзүлөт же бузулган. Андан кийинки сессиялар жок.
meaning-cut-off = Файл же андагы текст чыныгы конференциялардыкынан алда канча узун; аны толук окуу же көрсөтүү чексиз эс тутум менен убакыт алмак. Ушул жерге чейинкинин баары көрсөтүлөт.
meaning-too-many = Программада бир түрдөгү жазуулар чыныгы конференциялардыкынан көп: адатта аны программалык ката менен жазылган файл берет. Чекке чейинки биринчилери көрсөтүлөт.
meaning-unclosed-text = Текст тырмакча менен башталат, бирок жабуучу тырмакчасы жок. Текст кайда бүтөрү белгисиз, ошондуктан ал көрсөтүлбөй калышы мүмкүн.
meaning-unclosed-bracket = Тизме же бир саптык таблица ачылып, жабылган эмес. Ушул маани гана жоголот, астындагы саптар окулат.
meaning-missing-equals = Ачкыч менен маанинин арасында барабардык белгиси болушу керек. Ансыз маани көрсөтүлбөйт.
meaning-missing-value = Ачкычтан кийин барабардык белгиси бар, бирок мааниси жок. Иш-чара файлында белгисиз нерсе жазылбайт.
meaning-colon-for-equals = Ачкыч менен маани YAML же JSON форматындагыдай кош чекит менен бөлүнгөн. TOML үчүн барабардык белгиси керек; ансыз маани көрсөтүлбөйт.
meaning-smart-quotes = Текст ийри тырмакчада турат: аларды тексттик редакторлор жана телефондор өздөрү коёт. TOML түз тырмакчаны гана билет, ошондуктан текст көрсөтүлбөйт.
meaning-unquoted-text = Текст тырмакчасыз жазылган, ошондуктан көрсөтүлбөйт. Тырмакчасыз сандар, даталар, true жана false гана жазылат.
meaning-control-character = Сапта көрүнбөгөн башкаруу символу бар, ал көбүнчө көчүрүлгөн тексттен келет. TOML ага жол бербейт, терминал болсо аны буйрук катары аткарып коюшу мүмкүн.
meaning-quote-in-text = Тексттин ичиндеги тырмакча аны бүтүрүп коёт, саптын калганынын мааниси болбойт. Текст көрсөтүлбөйт.
meaning-bad-escape = "…" ичинде тескери сызык \n сыяктуу атайын белгини баштайт, бирок бул белги белгисиз. Көбүнчө себеби — Windows жолдору.
meaning-bad-key = Ачкычта боштук же латынча эмес тамга бар. Сап окулган жок.
meaning-after-value = Сап маанисинен кийин уланат, ошондуктан кайсы бөлүгү маани экени так эмес. Ал көрсөтүлбөйт.
meaning-missing-comma = Тизменин же таблицанын эки бөлүгүнүн арасында үтүр жок. kurultai аларды окуйт, бирок башка программалар файлды кабыл албайт.
meaning-doubled-equals = Программалоо тилдериндеги салыштыруудагыдай эки барабардык белгиси турат. Маани бирөө менен берилет.
meaning-round-brackets = Тизме тегерек кашаада турат. TOML тизмени чарчы кашаага алат.
meaning-odd-blank = Сапта кадимкидей көрүнгөн, бирок башка символ болгон боштук бар, мисалы үзүлбөс боштук. TOML аны тексттен тышкары билбейт.
meaning-not-toml = Сап TOML түрүндө эмес, мисалы, # белгиси жок түшүндүрмө. Ал эске алынбайт.
meaning-syntax = Файлдын бир бөлүгү өз форматынын (TOML же JSON) эрежелерин сейрек кездешүүчү түрдө бузат. Ал жерде эмне күтүлгөнү билдирүүдө айтылат.
meaning-duplicate-key = Бир таблицада бир эле ачкыч эки жолу жазылган. Биринчи маани гана колдонулат, ошондуктан төмөнүрөөк жазылган оңдоо таасир этпейт.
meaning-duplicate-table = Бир жолу гана боло турган таблица файлда эки жолу бар. Экинчисинин ачкычтары колдонулбайт.
meaning-mixed-table = Бир ат таблицалардын тизмесине да, башка нерсеге да берилген. Таблицалар көрсөтүлөт, башкасы көрсөтүлбөйт.
meaning-broken-header = Таблицанын атынын кашаалары толук эмес же башка түрдө. Аты таанылды, бирок башка программалар файлды кабыл албайт.
meaning-one-bracket = Сессия сыяктуу көп жолу боло турган таблица кош кашаа менен жазылат. Жалгыз кашаа менен башка программалар алардын бирин гана кабыл алат.
meaning-two-brackets = Өтүүчү жер сыяктуу бир гана жолу боло турган таблица жалгыз кашаа менен жазылат.
meaning-too-deep = Баш сапта чекиттер форматтын деңгээлдеринен алда канча көп, адатта файл бузулгандан. Анын ачкычтары көрсөтүлбөйт.
meaning-forgotten-header = Таблицанын ачкычтары жаңы баш сапсыз кайра башталат: кыязы, [[agenda]] сыяктуу сап унутулган. Ансыз башка программаларда эки сессия бирөө болуп калат.
meaning-misspelt-table = Таблицанын аты ката же башка сөз менен жазылган. kurultai аны таанууда, бирок башка программалар тааныбайт.
meaning-bad-number = Маани санга окшош, бирок сан эмес же бул жердеги сандардан өтө чоң. Ал көрсөтүлбөйт.
meaning-bad-time = Күндүн убактысы окулбайт, ошондуктан сессия убактысы жок көрсөтүлөт. Убакыт тырмакчада, сааты эки цифра менен жазылат.
meaning-time-range = Башталышына аягы да кошо жазылган. Башталышы менен аягы — өзүнчө ачкычтар, ар бирин белгисиз болсо жазбай коюуга болот.
meaning-bad-date = Дата жыл-ай-күн түрүндө эмес, ал эми башка түрлөрү эки ача: 01.05. же 05/01. Дата колдонулбайт.
meaning-impossible-date = Календарда мындай күн жок, ошондуктан күнү белгисиз. Кыязы, күнү же айы ката терилген.
meaning-quoted-date = Дата текст катары жазылган. Ал түшүнүктүү, бирок тырмакчасыз жазылса, редакторлор жана башка программалар дата экенин билет.
meaning-bad-duration = Узактык окулбайт, ошондуктан сессиянын аягы белгисиз.
meaning-bad-url = Шилтеме толук веб-дарек эмес, аны ачууга болбойт.
meaning-bad-color = Багыттын түсү түстүн аты да, он алтылык коду да эмес. Багыт түсү жок көрсөтүлөт.
meaning-bad-zone = Убакыт алкагы белгисиз, ошондуктан убакытты башка жердегилер үчүн которууга болбойт, календарлар да башка саатты көрсөтүшү мүмкүн.
meaning-bad-attendance = attendance маанисинде төрт сөздүн бири жок, ошондуктан баруу керекпи же онлайн кошулуу керекпи — белгисиз. Ал көрсөтүлбөйт.
meaning-bad-language = Мындай тил коду жок, ошондуктан текст ошол тилде окугандарга тандалбайт. Көбүнчө өлкөнүн коду менен чаташтырышат: ky ордуна kg.
meaning-wrong-type = Ачкычка башка түрдөгү маани керек, мисалы, тексттин ордуна сан жазылган. Маани көрсөтүлбөйт.
meaning-empty-text = Маани — бош текст. Иш-чара файлында белгисиз нерсе жазылбайт, ошондуктан бош маани — кыязы, толтурулбай калган жер.
meaning-unusual-word = Статус, роль же түр белгилүү сөзгө окшош же алардын бири эмес. Белгилүү сөздөр которулат жана алар боюнча чыпкалоого болот; башкалары жазылгандай көрсөтүлөт.
meaning-own-word = Түр же роль өз сөзү менен жазылган, бирок ошол эле маанидеги белгилүү сөз болушу мүмкүн. Белгилүү сөздөр окурмандын тилине которулат.
meaning-hidden-character = Текстте башкаруу символдору же жазуу багытын өзгөрткөн символдор бар. Алар терминалды бузушу же текстти башкача көрсөтүшү мүмкүн, ошондуктан алмаштырылды.
meaning-unknown-key = Таблицада форматка белгисиз ачкыч бар, адатта терүү катасы. Анын мааниси көрсөтүлбөйт.
meaning-unknown-table = Таблицанын аты форматка белгисиз. Анын ичиндегинин баары көрсөтүлбөйт.
meaning-belongs-above = Иш-чаранын ачкычы таблицанын астында турат, TOML боюнча ал ошол таблицага таандык. kurultai аны файлдын башында тургандай окуйт, башка программалар андай кылбайт.
meaning-belongs-below = Сессиянын ачкычы биринчи сессиядан жогору турат, кайсы сессияга таандык экени белгисиз.
meaning-inside-text = Ачкыч тексттин тилдеринин баш сабынын астында турат, ал жерге тил коддору гана жазылат. Ал колдонулбайт.
meaning-top-and-event = Ачкыч файлдын башында да, [event] таблицасында да бар, бул экөө бир эле жер. Башындагы маани гана колдонулат.
meaning-missing-title = Иш-чаранын аталышы жок, ошондуктан тизмелерде, календарларда жана экспортто анын ордуна кыскартылган аты же файлдын аты турат.
meaning-missing-key = Таблицада керектүү ачкыч жок, мисалы, адамдын аты же сессиянын аталышы. Ансыз көрсөтө турган да, шилтеме кыла турган да нерсе жок.
meaning-newer-format = Файл форматтын башка версиясы үчүн жазылган. Белгилүүсүнүн баары көрсөтүлөт, бирок бир бөлүгү жок болушу мүмкүн.
meaning-bad-allow = allow тизмесиндеги жазуу эскертүүнүн же түшүндүрмөнүн коду эмес, ошондуктан ал эч нерсеге уруксат бербейт. Каталар көрсөтүлбөгөн мазмун жөнүндө, аларга уруксат берилбейт.
meaning-no-dates = Сессиялардын даталары бар, бирок иш-чаранын даталары жок. Ошондуктан анын качан бүтөрү белгисиз, датасы ката сессиялар да табылбайт.
meaning-ends-before-it-begins = Иш-чаранын акыркы күнү биринчи күнүнөн мурун. Кыязы, алар алмашып калган же цифра ката терилген.
meaning-date-conflict = Эки ачкыч бир нерсеге эки башка күн берет. Бирөө эске алынбайт, калганы туура эмес болушу мүмкүн.
meaning-offset-conflict = Убакыттын UTC жылышуусу иш-чаранын убакыт алкагынын ошол күнкү жылышуусуна туура келбейт. Сааты ошол айырмага жаңылыш болушу мүмкүн.
meaning-end-before-start = Сессия башталганга чейин бүтөт, түнкү сессия да эмес. Аягы белгисиз болсо, кабатталган сессиялар табылбайт.
meaning-end-and-duration = Сессияда аягы да, узактыгы да бар, бирок алар бири-бирине каршы. Аягы колдонулат, балким туурасы узактыгы болчу.
meaning-all-day-with-time = Сессия күнү бою деп белгиленген, бирок башталышы да бар. Экөөнүн бири гана туура болушу мүмкүн.
meaning-duplicate-day = Эки таблица бир күндү сүрөттөйт. Экинчисинин иштөө убактысы жана аталышы көрсөтүлбөйт.
meaning-duplicate-id = Эки жазуунун id’си бирдей, ошондуктан ага шилтеме эки ача болуп, дайыма биринчисин билдирет.
meaning-two-accounts = Бир эле адам эки таблицада ар башка ат же текст менен турат. Биринчи сүрөттөмө гана көрсөтүлөт.
meaning-ambiguous-name = Айтылган ат бир нече адамда, залда же багытта бар. Биринчиси алынат, ал туура эмес болушу мүмкүн.
meaning-near-name = Ат таблицадагы адамдын, залдын, багыттын же колдоо деңгээлинин атына өтө окшош, кыязы, терүү катасы же башкача жазылышы. Азыркы түрүндө алар экөө болуп калды.
meaning-several-names = Бир атта бир нече адам бардай. Бир адам катары аларды өз-өзүнчө табууга болбойт.
meaning-all-rooms = Сессия «баары» же ушул сыяктуу аталган залда. Бардык залдар айтылып жатса, жылдызча аны ар бир залда көрсөтөт.
meaning-placeholder = Аттын ордуна TBA сыяктуу убактылуу сөз жазылып, ал ат катары көрсөтүлөт. Жазылбаган нерсе белгисиз катары көрсөтүлөт.
meaning-undeclared-name = Башка залдардын, багыттардын, деңгээлдердин же адамдардын таблицасы бар, бул аттыкы жок. Ал ката жазылган болушу мүмкүн, кандай болсо да маалыматы жок.
meaning-unknown-session = Сессия башка сессияга эч кимде жок id менен шилтеме кылат. Байланышы, мисалы анын бөлүгү экени, көрсөтүлбөйт.
meaning-circular-session = Сессиялар бири-бирине тегерек боюнча шилтеме кылат, мисалы, сессия өзүнүн бөлүгү болуп калат. Мындай шилтеменин мааниси жок.
meaning-unknown-format = Файл белгилүү форматтардын биринде да программа эмес, көбүнчө анын ордуна сакталган веб-барак. Андан эч нерсе көрсөтүүгө болбойт.
meaning-no-sessions = Программанын аталышы бар, бирок сессиясы жок, мисалы, ал азырынча жарыялана элек.
meaning-only-others = Календарда жазуулар бар, бирок алардын бири да иш-чара эмес: тапшырмалар, күндөлүктөр же бош убакыттар.
meaning-no-title = Жарыяланган программада иш-чаранын аталышы жок, ошондуктан тизмелерде жана экспортто анын ордуна файлдын аты турат.
meaning-no-zone = Жарыяланган программада убакыт бар, бирок убакыт алкагы жок. Убакыт жазылгандай көрсөтүлөт, аны которууга болбойт, «азыр» окурмандын саатына жараша болот.
meaning-bad-value = Жарыяланган программанын мааниси форматы талап кылган түрдө эмес, мисалы, убакыт сөз менен жазылган. Сессиянын калганы көрсөтүлөт.
meaning-repeated-id = Жарыяланган программада эки сессиянын id’си бирдей. Экөө тең көрсөтүлөт, бирок пландагы тандоо аталышы боюнча гана табылышы мүмкүн.
meaning-unknown-column = Таблицада сессияларга тиешеси жок же аты белгисиз тилке бар. Анын уячалары көрсөтүлбөйт.
meaning-unknown-reference = Сессия файлда сүрөттөлбөгөн адамга, залга же багытка шилтеме кылат. Ал ансыз көрсөтүлөт.
meaning-clock-conflict = Сессиянын башталышы менен датасы эки башка убакыт берет. Бирөө туура эмес, кайсынысы экенин жарыялаган гана билет.
meaning-doubtful-offset = Бардык даталардын UTC жылышуусу иш-чаранын убакыт алкагына туура келбейт: адатта программа жергиликтүү убакытты UTC деп жазган. Сааттагы убакыт алынды.
meaning-outside-day = Сессия бир күндүн тизмесинде турат, бирок датасы башка күн. Тизмени гана окугандар башка күнү келип калышы мүмкүн.
meaning-shared-key = Бир нече баяндамачынын id’си бирдей, ошондуктан сессияда кимиси айтылганы белгисиз.
meaning-room-conflict = Сессия бир залдын тизмесинде турат, бирок башка залды атайт. Катышуучулар башка залга барып калышы мүмкүн.
meaning-no-length = Жарыяланган программада сессия башталганда же андан мурун бүтөт. Аягы белгисиз болсо, кабатталган сессиялар табылбайт.
meaning-too-long = Сессия бүтүндөй иш-чарадан узун, көбүнчө узактыгынын бирдиги туура эмес. Ал башка сессиялардын баарын жаап калмак.
meaning-padded-name = Аттардын алдында же артында боштуктар бар. Бул жерде алар алынат, бирок башка жерде мындай ат таанылбай калышы мүмкүн.
meaning-left-out = Файлда каралама, четке кагылган же кайтарылып алынган сессиялар бар. Алар программага кирбейт жана көрсөтүлбөйт.
meaning-broken-component = Календардагы жазуунун BEGIN жана END саптарынын бири гана бар, көбүнчө жүктөө үзүлгөндөн. Анын мазмуну толук эмес болушу мүмкүн.
meaning-no-calendar-line = Календарда касиетинин аты жок саптар бар, көбүнчө сүрөттөмөдөгү сап бөлүүлөр белгиленбегендиктен. Башка календарлар файлды кабыл албашы мүмкүн.
meaning-no-start = Календардагы иш-чаранын башталышы жок, ошондуктан сессия качан өтөрү белгисиз.
meaning-shared-uid = Ар башка иш-чаралардын UID’и бирдей, ал кайталанбашы керек. Файлды импорттогон календарлар алардын бирин гана калтырышы мүмкүн.
meaning-older-version = Календарда бир иш-чаранын бир нече версиясы бар. Программага эң жаңысы гана кирет.
meaning-rule-not-followed = Сессия аткарылбай турган эреже боюнча кайталанат, мисалы саат сайын. Кайталоолорунун айрымдары бул жерде жок.
meaning-repeats-on = Сессия чексиз кайталанат, мисалы апта сайынкы жолугушуу. Программа чексиз болбошу үчүн ал 400 күн көрсөтүлөт.
meaning-zone-by-rules = Убакыт алкагынын аты белгисиз, бирок файлдагы эрежелери белгилүү алкактыкындай. Сааттар туура, аты эрежелерден чыгарылган.
meaning-zone-not-followed = Файл убакыт алкагын аткарылбай турган эрежелер менен сүрөттөйт. Бул алкактагы убакыт жайында же кышында бир саатка жаңылыш болушу мүмкүн.
meaning-times-in-utc = Бардык убакыт UTC боюнча: көп программалар ушундай экспорттойт. Өтүүчү жердин убакыт алкагы белгисиз болсо, сааттар ал жердегидей эмес, кечки сессия башка күнгө түшүшү мүмкүн.
meaning-several-zones = Убакыттар ар башка убакыт алкагында, кайсынысы иш-чараныкы экени айтылган эмес. Ошондуктан бир убакта өткөн сессиялардын сааттары башкача көрүнүшү мүмкүн.
meaning-damaged = XML файлы эрте бүтөт же анын тегдери бузук. Андан кийинки сессиялар жок болушу мүмкүн.
meaning-dead-link = Шилтемеде сайттын аты жок (мисалы, /talks/frogs), ал көчүрүлгөн сайтта гана иштейт. Аны бул жерде ачууга болбойт.
meaning-mended-link = Даректин башы ката жазылган, мисалы htps. Кандай болушу керектиги белгилүү, ошондуктан туурасы колдонулат, бирок башка программалар аны ача албайт.
meaning-other-scheme = Дарек браузерлер ачпаган схема менен башталат, мисалы git же irc. Аны окууга жана көчүрүүгө болот, бирок ачылбайт.
meaning-no-address = Даректин ордунда «кийинчерээк болот» сыяктуу сөздөр турат. Ача турган нерсе жок, ошондуктан алар көрсөтүлбөйт.
meaning-outside-dates = Сессия иш-чара өтпөй турган күнгө коюлган. Анын датасы же иш-чаранын даталары туура эмес.
meaning-room-overlap = Эки сессия бир убакта бир залда. Катышуучулар муну эшиктин алдында гана билет.
meaning-skipped-time = Саат алга жылдырылган түнү бир саат болбойт. Мындай убакыттагы сессия бир саат кийин деп окулат, бирок автору башканы ойлогон болушу мүмкүн.
meaning-repeated-time = Саат артка жылдырылган түнү бир саат эки жолу келет. Биринчиси алынат; кайсынысы экенин UTC жылышуусу айтат.
meaning-person-overlap = Бир адам бир убакта эки сессияга катышат, бирок бирөөндө гана боло алат.
meaning-missing-date = Бир нече күндүк иш-чарада убактысы бар, бирок күнү жок сессия бар: ага качан баруу керектиги белгисиз.
meaning-short-walk = Баяндамачынын эки сессиясы ар башка залда, алардын арасы walking ачкычындагы жолдон кыска. Экинчи сессия кечигип башталат.
meaning-outside-hours = Сессия ошол күнү эшик ачылганга чейин башталат же жабылгандан кийин бүтөт. Катышуучулар жабык эшикке келип калат.
meaning-too-few-seats = Сессияга катышкандар залдагы орундардан көп, угуучуларды эсептебегенде да.
meaning-speaker-without-session = Адам баяндамачылардын арасында, бирок эч бир сессияда аты аталган эмес. Же сессия жазылбай калган, же анда ат башкача жазылган.
meaning-unused-person = Адамдын таблицасы бар, бирок ролу жок, аны эч бир сессия да, уюштуруучу да атабайт. Окурман атты эмне үчүн экенин билбей көрөт.
meaning-unused-room = Залдын таблицасы бар, бирок анда бир да сессия өтпөйт. Көбүнчө сессияларда аты башкача жазылган.
meaning-unused-track = Багыттын таблицасы бар, бирок ага бир да сессия кирбейт. Көбүнчө сессияларда аты башкача жазылган.
meaning-duplicate-title = Катышуучулары ар башка эки сессиянын аталышы бирдей. Балким, ал көчүрүлүп, өзгөртүлбөй калган; тизмеде аларды айырмалоо кыйын.
meaning-no-break = Төрт сааттан ашык сессиялар тыныгуусуз улана берет. Катышуучуларга эс алууга, тамактанууга жана залды алмаштырууга убакыт керек.
meaning-missing-translation = Текстте башка тексттердин көбүндө бар тил жок, ошондуктан ошол тилде окугандар аны башка тилде көрөт.
meaning-faint-color = Багыттын түсү ушунчалык кара же ачык болгондуктан, фону ошондой терминалда дээрлик көрүнбөйт.
