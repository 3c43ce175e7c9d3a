# Слова интерфейса по-русски.
#
# Что встанет на место { … }, заранее неизвестно: падеж к нему не подобрать, поэтому чаще всего оно стоит после двоеточия.
# Формы при числе: one (1, 21), few (2–4, 22), many (0, 5–20), other (дроби).

## Dates and durations

date-weekday-day = { $weekday }, { $date }
date-range =
    { $shared ->
        [month] { $start-weekday }, { $start-day } – { $end }
        [year] { $start-short } – { $end }
       *[nothing] { $start } – { $end }
    }
duration-minutes = { $minutes } мин
duration-hours = { $hours } ч
duration-hours-minutes = { $hours } ч { $minutes } мин

## Dates, days and clocks

date-from = начало: { $date }
date-until = конец: { $date }
day-of = день { $day } из { $count }
day-not-announced = День не объявлен
no-times-announced = Время не объявлено
now = сейчас { $time }
all-day = весь день
venue-time = время мероприятия
several-clocks = несколько часовых поясов
utc-time = UTC (часовой пояс места проведения неизвестен)
reader-time = моё время: { $city } (часовой пояс места проведения неизвестен)
zone-time = время: { $city }
my-time = моё время
my-time-in = моё время: { $city }

## Panes

pane-agenda = Программа
pane-people = Люди
pane-organizers = Организаторы
pane-sponsors = Партнёры
pane-about = Инфо
# Panes without a number, which cover the others: search hits, on now, changes, filter.
pane-found = Найдено
pane-now = Сейчас и далее
pane-changes = Что нового
pane-facets = Фильтр
pane-plan = План

## Event list

events = Мероприятия
events-running = Сейчас идут
events-upcoming = Предстоят
events-past = Прошедшие
events-undated = Дата не объявлена
events-unreadable = Не удалось прочитать
event-today = сегодня
event-tomorrow = завтра
event-in-days =
    { $count ->
        [one] через { $count } день
        [few] через { $count } дня
        [many] через { $count } дней
       *[other] через { $count } дня
    }
event-ended = завершено
event-mistakes =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
mistake-in-line = строка { $line }: { $sentence }
count-events =
    { $count ->
        [one] { $count } мероприятие
        [few] { $count } мероприятия
        [many] { $count } мероприятий
       *[other] { $count } мероприятия
    }
count-other-files =
    { $count ->
        [one] { $count } другой файл
        [few] { $count } других файла
        [many] { $count } других файлов
       *[other] { $count } другого файла
    }
filter = поиск
filter-hint = Введите часть названия.
no-event-has = Ничего не найдено: «{ $text }».
no-events = Здесь нет мероприятий.
no-events-help = Мероприятие — это файл TOML с названием или программа, опубликованная конференцией: `kurultai ФАЙЛ` открывает его, `kurultai ПАПКА` показывает все в папке.

## Languages

language-name =
    { $code ->
        [ky] кыргызский
        [ru] русский
        [en] английский
        [kk] казахский
        [uz] узбекский
        [tr] турецкий
        [zh] китайский
        [de] немецкий
        [fr] французский
       *[other] { $code }
    }

## Problems

problems = Замечания
no-problems = В этом файле ошибок не найдено.

## Conflicts in a plan

conflict-overlap = пересекается по времени ({ $length }): { $other }
conflict-overlap-unknown = пересекается по времени: { $other }
conflict-walk = мало времени на переход ({ $other }): { $from } – { $to }, есть { $free }, нужно { $needed }
party-session = «{ $title }»
party-must = «{ $title }» (обязательно)
party-busy = «{ $title }» (личное время)
party-own-time = личное время { $time }
advice-repeat = «{ $title }» будет ещё раз, без пересечений: { $when }
advice-leave-early = уйти раньше на { $length }: «{ $title }»
advice-come-late = прийти позже на { $length }: «{ $title }»
advice-leave =
    { $because ->
        [maybe] убрать из плана: «{ $title }», это лишь «возможно»
        [busy] убрать из плана: «{ $title }», это время занято
       *[fits] убрать из плана: «{ $title }», тогда поместится больше
    }
advice-here-repeat = будет ещё раз, без пересечений: { $when }
advice-here-leave-early = уйти раньше на { $length }
advice-here-come-late = прийти позже на { $length }
advice-here-leave =
    { $because ->
        [maybe] убрать из плана: это лишь «возможно»
        [busy] убрать из плана: это время занято
       *[fits] убрать из плана: тогда поместится больше
    }
advice-choose = выбрать одно из двух
advice-choose-several = выбрать одно из них
free-time = свободное время: { $length }
solution-left-out = не вошло в план: «{ $title }»; { $why }
solution-moved = в другое время: «{ $title }», { $when }
solution-not-exact = Проверены не все варианты; возможно, есть план, в который войдёт больше.

## Parts of a schedule

organizers = Организаторы
sponsors = Партнёры
rooms = Залы
tracks = Направления
untitled = (без названия)
unnamed = (без имени)
all-rooms = все залы
other-people = Другие
about-conference = О мероприятии
about-numbers = Программа в цифрах
delegations = Делегации
delegations-by =
    { $attendance ->
        [in-person] Делегации, очно
        [online] Делегации, онлайн
        [hybrid] Делегации, в смешанном формате
       *[invited] Приглашённые делегации
    }
attendance-in-person = очно
attendance-online = онлайн
attendance-hybrid = в смешанном формате
attendance-invited = среди приглашённых
kind =
    { $kind ->
        [opening] открытие
        [greeting] приветственное слово
        [keynote] ключевой доклад
        [talk] доклад
        [panel] панельная дискуссия
        [discussion] обсуждение
        [workshop] практикум
        [lightning] блиц-доклад
        [poster] стендовый доклад
        [break] перерыв
        [meal] питание
        [social] неформальная встреча
        [tour] экскурсия
        [ceremony] церемония
       *[closing] закрытие
    }
status =
    { $status ->
        [cancelled] отменено
        [tentative] предварительно
        [postponed] отложено
       *[confirmed] подтверждено
    }
role =
    { $role ->
        [guest] гость
        [speaker] докладчик
        [moderator] модератор
        [chair] председатель
        [panelist] участник дискуссии
        [host] ведущий
       *[organizer] организатор
    }
roles =
    { $role ->
        [guest] Гости
        [speaker] Докладчики
        [moderator] Модераторы
        [chair] Председатели
        [panelist] Участники дискуссии
        [host] Ведущие
       *[organizer] Организаторы
    }
delegation-kind =
    { $kind ->
        [country] страна
        [union] союз
        [court] суд
        [institution] учреждение
        [organization] организация
       *[other] { $kind }
    }
broken = !
broken-session = Часть сведений об этой сессии в файле не удалось прочитать.
broken-person = Часть сведений об этом человеке в файле не удалось прочитать.
see-mistakes =
    { $key ->
        [none] Смотрите ошибки в файле.
       *[other] Нажмите { $key }, чтобы увидеть, что именно.
    }
do-not-record = без записи

## Labels

label-mistakes = ошибки
label-status = статус
label-when = когда
label-where = где
label-track = направление
label-kind = вид
label-type = тип
label-people = люди
label-person = человек
label-part-of = в составе
label-parts = части
label-same-as = та же сессия
label-attendance = формат участия
label-languages = языки
label-level = уровень
label-tags = метки
label-recording = запись
label-page = страница
label-slides = слайды
label-stream = прямая трансляция
label-feedback = оставить отзыв
label-license = лицензия
label-link = ссылка
label-role = роль
label-position = должность
label-organization = организация
label-other-names = также пишется
label-country = страна
label-pronouns = местоимения
label-plan = план
label-again = ещё раз
label-note = заметка
label-sessions = сессии
label-contact = контакты
label-tier = категория
label-project = проект
label-theme = тема
label-edition = номер
label-topics = вопросы
label-hashtag = хештег
label-version = версия
label-building = здание
label-floor = этаж
label-capacity = мест
label-member-of = в составе

## Counts

count-sessions =
    { $count ->
        [one] { $count } сессия
        [few] { $count } сессии
        [many] { $count } сессий
       *[other] { $count } сессии
    }
count-people =
    { $count ->
        [one] { $count } человек
        [few] { $count } человека
        [many] { $count } человек
       *[other] { $count } человека
    }
count-rooms =
    { $count ->
        [one] { $count } зал
        [few] { $count } зала
        [many] { $count } залов
       *[other] { $count } зала
    }
count-tracks =
    { $count ->
        [one] { $count } направление
        [few] { $count } направления
        [many] { $count } направлений
       *[other] { $count } направления
    }
count-organizers =
    { $count ->
        [one] { $count } организатор
        [few] { $count } организатора
        [many] { $count } организаторов
       *[other] { $count } организатора
    }
count-sponsors =
    { $count ->
        [one] { $count } партнёр
        [few] { $count } партнёра
        [many] { $count } партнёров
       *[other] { $count } партнёра
    }
count-delegations =
    { $count ->
        [one] { $count } делегация
        [few] { $count } делегации
        [many] { $count } делегаций
       *[other] { $count } делегации
    }

## On now

now-running = сейчас
now-next = далее
now-in = через { $duration }
now-nothing = Сейчас ничего не идёт, и на сегодня больше ничего не объявлено.
now-no-event = Сегодня мероприятий нет.
# Heading of sessions without a room, or in all rooms.
now-elsewhere = везде или без зала
no-such-room = Нет зала с таким названием: «{ $text }».

## Changes

# $fact is the kind of change.
change =
    { $fact ->
        [new] новое
        [gone] удалено
        [cancelled] отменено
        [uncancelled] снова состоится
        [time] другое время
        [rooms] другой зал
        [people] другие участники
       *[title] другое название
    }
# $fact is the key in the event file.
change-detail =
    { $fact ->
        [title] название
        [name] имя
        [subtitle] подзаголовок
        [acronym] краткое название
        [address] адрес
        [city] город
        [venue_url] страница места проведения
        [timezone] часовой пояс
        [day_change] конец дня
        [walking] время на переход
        [opens] открытие
        [closes] закрытие
        [language] язык
        [do_not_record] запись
        [color] цвет
        [attachments] файлы
        [avatar] изображение
        [content_note] предупреждение
        [abstract] аннотация
        [description] описание
        [bio] биография
        [updated] последнее изменение
       *[text] текст
    }
change-text =
    { $how ->
        [new] текст добавлен
        [gone] текст удалён
       *[changed] текст изменён
    }
change-counts =
    { $fact ->
        [new] новое: { $count }
        [gone] удалено: { $count }
        [cancelled] отменено: { $count }
        [uncancelled] снова состоится: { $count }
        [time] другое время: { $count }
        [rooms] другой зал: { $count }
        [people] другие участники: { $count }
        [title] другое название: { $count }
       *[other] прочее: { $count }
    }
no-such-change = Нет такого вида изменений: `{ $text }`; возможны, через запятую, эти или имя факта из --format json: { $known }.
change-not-announced = не объявлено
change-from-to = { $from } → { $to }
changes-none = Ничего не изменилось.

## Empty panes

no-sessions = Сессии не объявлены.
no-people = Никто не указан.
no-organizers = Организаторы не указаны.
no-sponsors = Партнёры не указаны.
no-timeline = Для этого дня время не указано, поэтому шкалы нет. v покажет список.
no-room = без зала
too-small = Окно терминала слишком мало.

## The plan

conflict-short = { $length } одновременно: { $title }
conflict-short-open = одновременно: { $title }
conflict-short-walk = на дорогу { $free } мин из { $needed }: { $title }
conflict-short-several = пересекается с другими в плане: { $count }
now-until = до { $time }
nothing-picked = План пуст.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } выбирает сессию.
}
nothing-shown = Из этого дня ничего не показано.{ $key ->
    [none] { "" }
   *[other] { "" } { $key } покажет всё снова.
}
plan-must = обязательно
plan-maybe = возможно
plan-hidden-mark = скрыто
# A mark after the title of a pick.
plan-overlaps = пересечение
plan-gone = Больше нет в программе
plan-gone-help = Остаётся в плане, пока вы не уберёте{ $key ->
    [none] .
   *[other] : { $key }.
}
plan-other-notes = Заметки к другим сессиям
plan-busy = ваше время
plan-busy-help =
    { $key ->
        [none] Это можно убрать из плана.
       *[other] { $key } убирает это из плана.
    }
changes-in-plan = В вашем плане
facets-title = Фильтр программы
facets-help =
    Пробел выбирает; второй раз — исключает, третий — снимает выбор. Ввод ищет, Enter показывает программу.

    Условия можно и написать:
    room:Janson,K.1.105   track:rust   -track:keynotes
    speaker:…   tag:…   lang:en   kind:workshop
    day:sat   after:14:00   before:18:00
    is:picked   is:free   -is:past

## Search and filter

search-help = Введите, что искать: названия, люди, залы, тексты. «В кавычках» — точно так; room:… track:… day:sat lang:en after:14:00 is:picked уточняют.
nothing-found-here = Ничего не найдено.
found-sessions = Сессии
found-tracks = Направления
no-facet = В программе ничего так не называется. Условия пишутся так: room:… track:… speaker:… after:14:00 before:18:00.
facet-enter = Enter покажет сессии, которые этому отвечают.
prompt-filter = фильтр
prompt-note = заметка
prompt-busy = занято
prompt-busy-help = 12:00-13:00 обед
prompt-busy-venue = 12:00-13:00 обед, по часам мероприятия
# The number of sessions shown, of all.
count-shown = { $number } из { $count }
count-hidden =
    { $count ->
        [one] скрыто: { $count }
        [few] скрыто: { $count }
        [many] скрыто: { $count }
       *[other] скрыто: { $count }
    }

## Key hints

hint-move = перемещение
hint-open = открыть
hint-back = назад
hint-scroll = прокрутка
hint-close = закрыть
hint-pane = панель
hint-day = день
hint-follow = перейти
hint-opens-page = открыть { $text }
hint-writes-to = написать на { $text }
hint-return = вернуться
hint-clear = очистить
hint-cancel = отменить
hint-pick = выбрать
hint-unpick = убрать
hint-filter = фильтр
hint-timeline = шкала
hint-list = список
hint-busy = занято
hint-export = экспорт
hint-now = сейчас
hint-choose = выбрать
hint-show = показать
hint-save = сохранить
hint-all = всё
hint-search = поиск
hint-language = язык
hint-clock = моё время
hint-events = мероприятия
hint-help = справка
hint-quit = выход

## Notices

notice-mistakes = { $count ->
    [one] В этом файле { $count } ошибка
    [few] В этом файле { $count } ошибки
    [many] В этом файле { $count } ошибок
   *[other] В этом файле { $count } ошибки
}{ $key ->
    [none] .
   *[other] ; нажмите { $key }, чтобы увидеть.
}
notice-reading = Чтение…
reading-file = Чтение: { $path }…
notice-cancelled = Отменено.
notice-read-once = То, что пришло через стандартный ввод, нельзя прочитать второй раз.
notice-unbound-key = `{ $key }` ничего не делает{ $help ->
    [none] { "" }
   *[other] { "" } · { $help } клавиши
}
count-running-above =
    { $count ->
        [one] сейчас идёт ещё { $count }
        [few] сейчас идут ещё { $count }
        [many] сейчас идут ещё { $count }
       *[other] сейчас идут ещё { $count }
    }
count-over =
    { $count ->
        [one] { $count } сессия завершилась
        [few] { $count } сессии завершились
        [many] { $count } сессий завершилось
       *[other] { $count } сессии завершилось
    }
hint-unfold = показать
hint-dismiss = убрать
notice-hide-picked = «{ $text }» есть в вашем плане и остаётся; сначала уберите из плана, затем скройте.
found-time = Enter — перейти: { $text }.
notice-reloaded = Файл прочитан заново.
notice-former-shown = Показана прежняя программа.
notice-no-program-left = В файле больше нет программы; показана прежняя.
notice-broken = В файле новые ошибки, и части сессий в нём нет; показана прежняя программа.
hint-broken = в файле ошибки
mistakes-of-file = Программа показана в прежнем виде. Вот что с файлом сейчас:
count-hits = найдено: { $count }
nothing-found = Ничего не найдено: «{ $text }».
hit-of = совпадение { $number } из { $count }
notice-no-zone = В программе не указан часовой пояс.
notice-reminder = Через { $minutes } мин: { $text }
notice-no-day = В программе нет дней, на которых можно отметить время.
notice-bad-busy = Это не время; напишите так: 12:00-13:00 обед
notice-not-today = Сегодня сессий нет.
notice-changes = { $count ->
    [one] С прошлого просмотра { $count } изменение
    [few] С прошлого просмотра { $count } изменения
    [many] С прошлого просмотра { $count } изменений
   *[other] С прошлого просмотра { $count } изменения
}{ $key ->
    [none] .
   *[other] ; нажмите { $key }, чтобы увидеть.
}
notice-changes-own = { $count ->
    [one] С прошлого просмотра { $count } изменение
    [few] С прошлого просмотра { $count } изменения
    [many] С прошлого просмотра { $count } изменений
   *[other] С прошлого просмотра { $count } изменения
}, в вашем плане: { $own }{ $key ->
    [none] .
   *[other] ; нажмите { $key }, чтобы увидеть.
}
notice-no-changes = С прошлого просмотра ничего нового.
notice-not-saved = План хранится до выхода и будет сохранён при следующем изменении.
notice-exported = План записан в файл: { $text }
notice-not-exported = Не удалось записать план: { $text }
notice-nothing-to-export = В плане нет ничего с датой, что можно записать в календарь.
notice-picked = Добавлено в план: { $text }
notice-no-name = У этой сессии нет ни названия, ни id, поэтому план не может её запомнить.
notice-picked-maybe = Добавлено в план, возможно: { $text }
notice-noted = Заметка сохранена: { $text }
notice-note-gone = Заметка удалена: { $text }
notice-busy = Отмечено занятое время: { $text }
notice-folded = { $count ->
    [one] { $count } завершившаяся сессия свёрнута в одну строку
    [few] { $count } завершившиеся сессии свёрнуты в одну строку
    [many] { $count } завершившихся сессий свёрнуто в одну строку
   *[other] { $count } завершившейся сессии свёрнуто в одну строку
}{ $key ->
    [none] .
   *[other] ; { $key } снова покажет { $count ->
        [one] её
        [few] их
        [many] их
       *[other] их
    }.
}
notice-nothing-over = В этот день ещё ни одна сессия не завершилась.
notice-unfolded = Завершившиеся сессии снова в списке.
notice-undone = Отменено.
notice-undone-change = Отменено — { $text }
notice-nothing-to-undo = Отменять нечего.
notice-no-address = У выбранного нет веб-адреса.
notice-unpicked = Убрано из плана: { $text }
notice-free = Снова свободно: { $text }
notice-hidden = Скрыто: { $text }
notice-unhidden = Снова показано: { $text }
notice-copied = Отправлено в буфер обмена: { $text }
notice-too-long-to-copy = Этот текст слишком длинный для буфера обмена терминала.
notice-opening = Открывается { $text }…
notice-cannot-open = Браузера здесь нет; отправлено в буфер обмена: { $text }
notice-one-language = Программа есть только на одном языке.
notice-partly-translated = { $language }; непереведённое остаётся как есть.
notice-cannot-suspend = Приостановить нельзя: нет оболочки, которая возобновила бы работу приложения.

## Queries

query-key =
    { $key ->
        [day] день
        [room] зал
        [track] направление
        [lang] язык
        [kind] вид
        [type] тип
        [level] уровень
        [tag] метка
        [speaker] человек
        [title] название
        [after] начало не раньше
        [before] конец не позже
       *[is] состояние
    }
query-is =
    { $is ->
        [now] идёт сейчас
        [next] далее
        [past] завершено
        [picked] выбрано
        [must] обязательно
        [maybe] возможно
        [collides] пересекается по времени
        [free] в свободное время
        [noted] с заметкой
        [hidden] скрыто
        [online] онлайн
        [streamed] с прямой трансляцией
        [recorded] с записью
        [slides] со слайдами
        [repeated] проводится несколько раз
       *[cancelled] отменено
    }
query-unknown-key = `{ $written }:` — не условие; ищется как текст.
query-unknown-is = Нет такого условия: `is:{ $written }`.
query-bad-time = `{ $written }` — неверное время; напишите `{ $key }:14:00`.
query-no-value = У `{ $key }:` нет значения; напишите его сразу за двоеточием, без пробела.
query-no-such =
    { $key ->
        [day] В программе нет такого дня: `{ $written }`.
        [room] В программе нет такого зала: `{ $written }`.
        [track] В программе нет такого направления: `{ $written }`.
        [lang] Нет сессий на этом языке: `{ $written }`.
        [kind] Нет сессий этого вида: `{ $written }`.
        [type] Нет сессий этого типа: `{ $written }`.
        [level] Нет сессий этого уровня: `{ $written }`.
        [tag] Нет сессий с этой меткой: `{ $written }`.
       *[speaker] В программе нет такого человека: `{ $written }`.
    }
query-empty = Запрос пуст; напишите слова или условия, например `room:Janson`.
query-no-plan = Для этих программ у вас нет плана; выберите сессии в приложении или добавьте план через `kurultai plan import`.

## Actions, as the help lists them

help = Справка
action-down = следующая строка; в тексте — вниз
action-up = предыдущая строка; в тексте — вверх
action-left = назад к списку
action-right = к подробностям
action-page-down = страница вниз
action-page-up = страница вверх
action-half-page-down = на полстраницы вниз
action-half-page-up = на полстраницы вверх
action-next-group = следующий час или группа списка
action-previous-group = предыдущий час или группа
action-fold-past = свернуть завершившиеся сессии в одну строку
action-show-hidden = показать скрытое или снова остальное
action-first = к первой строке
action-last = к последней строке
action-open = открыть выбранное; перейти по ссылке
action-back = назад; закрыть
action-history-back = вернуться на прежнее место
action-next-pane = следующая панель
action-previous-pane = предыдущая панель
action-pane = панель с этим номером
action-next-day = следующий день
action-previous-day = предыдущий день
action-timeline = программа: список или шкала времени
action-search = поиск по всей программе
action-filter = фильтр программы
action-clear-filter = снять фильтр
action-pick = добавить в план или убрать из него
action-toggle-priority = обязательно или возможно
action-undo = отменить последнее изменение плана
action-hide = скрыть сессию, зал или направление; показать снова
action-note = заметка к сессии
action-busy = отметить занятое время
action-export-plan = план как файл календаря (.ics)
action-jump-to-now = перейти к текущему моменту
action-show-now = что идёт сейчас и дальше, по залам
action-changes = что нового в программе
action-next-hit = следующее совпадение
action-previous-hit = предыдущее совпадение
action-language = следующий язык программы
action-toggle-time-zone = время мероприятия или моё
action-copy = скопировать ссылку или выбранное
action-qr-code = показать ссылку как QR-код
action-reload = прочитать файл заново
action-problems = замечания к файлу
action-event-list = открыть другое мероприятие
action-commands = все команды по названиям
action-help = справка: все клавиши
action-suspend = приостановить
action-quit = выход
commands = Команды
commands-type = команда, день, время, зал или человек
commands-nothing = Нет ни команды, ни дня, ни зала, ни человека для «{ $text }».
command-time = время
command-day = день
command-room = зал
command-track = направление
command-person = человек
qr-title = Сканируйте, чтобы открыть
qr-too-large = QR-код больше этого окна; увеличьте окно или уменьшите шрифт: { $text }
help-mouse-keys = мышь
help-mouse = щелчок выбирает, колесо прокручивает
help-type = печатайте, чтобы найти
help-nothing = Для «{ $text }» клавиши нет.
help-in-pane = На этой панели
help-on-page = На этой странице
help-no-effect = Здесь не действует
group-move = Перемещение
group-find = Поиск и фильтр
group-plan = План
group-time = Время
group-look = Вид и язык
group-app = Приложение

## The user's files

store-not-allowed = { $path }: нет права записывать этот файл; ничего не сохранено.
store-full = { $path }: на диске нет места; ничего не сохранено.
store-busy = { $path }: этот файл слишком долго записывает другое окно; ничего не сохранено.
store-waits = { $path }: этот файл записывает другой процесс; ждём его не дольше минуты.
store-no-file = { $path }: на этом месте не файл; ничего не сохранено.
store-cannot-write = { $path }: не удалось записать ({ $error }); ничего не сохранено.
store-unreadable = { $path }: не удалось прочитать файл ({ $error }); ничего из него не взято.
store-damaged = { $path }: в строке { $line } что-то не удалось прочитать; всё остальное взято.
store-set-aside = { $path }: в этом файле что-то не удалось прочитать; прежний файл сохранён: { $copy }
store-left-out = { $path }: { $count ->
    [one] { $count } изменение нельзя сохранить в этом файле, оно пропущено; всё остальное сохранено.
    [few] { $count } изменения нельзя сохранить в этом файле, они пропущены; всё остальное сохранено.
    [many] { $count } изменений нельзя сохранить в этом файле, они пропущены; всё остальное сохранено.
   *[other] { $count } изменения нельзя сохранить в этом файле, они пропущены; всё остальное сохранено.
}
store-unlocked = { $path }: там файлы нельзя заблокировать; если два окна сохраняют одновременно, может остаться только одно изменение.
setting-syntax = { $path }: строка { $line }, столбец { $column }: прочитать её не удалось; остальные настройки прочитаны.
setting-unknown = { $path }: строка { $line }, столбец { $column }: нет такой настройки: `{ $key }`.
setting-value = { $path }: строка { $line }, столбец { $column }: неверное значение `{ $key }`; используется значение по умолчанию.
setting-key-name = { $path }: строка { $line }, столбец { $column }: нет такой клавиши: `{ $key }`.
setting-key-twice = { $path }: строка { $line }, столбец { $column }: клавиша `{ $key }` назначена и действию `{ $action }`, и действию `{ $other }`; её получает только `{ $action }`.
setting-key-prefix = { $path }: строка { $line }, столбец { $column }: `{ $other-key }` для `{ $other }` не действует, потому что `{ $key }` для `{ $action }` начинается с той же клавиши.
setting-key-reserved = { $path }: строка { $line }, столбец { $column }: `{ $key }` всегда завершает работу, назначить её действию `{ $action }` нельзя.
setting-key-taken = { $path }: строка { $line }, столбец { $column }: из-за клавиши `{ $key }` для `{ $action }` действие `{ $other }` осталось без клавиши; назначьте `{ $other }` другую клавишу или "none".
setting-no-theme = { $path }: строка { $line }, столбец { $column }: нет такой темы: `{ $name }`; используется `auto`.
no-theme = Темы `{ $name }` нет ни в приложении, ни в папке `themes` рядом с `config.toml`.
plan-unfinished = Последние изменения вашего плана не сохранены: вы вышли раньше.
notice-saving-other = Ваш план записывает другая программа. kurultai закроется, когда план будет сохранён; { $key } закроет без сохранения.
notice-saving-disk = Диск медленный. kurultai закроется, когда план будет сохранён; { $key } закроет без сохранения.
no-home = Нет домашней папки (HOME не задана), поэтому ни план, ни библиотека не хранятся.
library-added = { $path }: добавлено в библиотеку.
library-known = { $path }: уже есть в библиотеке.
library-removed = { $path }: убрано из библиотеки; сам файл остаётся на месте.
library-removed-address = { $path }: убрано из библиотеки.
library-gone = { $path }: этого файла из библиотеки больше нет; убрать его оттуда: `kurultai remove`.
library-not-there = В библиотеке нет мероприятия «{ $text }»; что в ней есть, покажет `kurultai list`.
library-several = В библиотеке несколько мероприятий «{ $text }»; укажите файл нужного.
library-empty = Библиотека пуста; добавить мероприятие: `kurultai add ФАЙЛ`.
library-no-file = { $path }: это не файл, а библиотека хранит только пути к файлам.

## The command line

cli-about = Программа конференции в терминале: сессии, люди, организаторы и партнёры.
cli-examples =
    Примеры:
      kurultai                                мероприятия из ./events и библиотеки
      kurultai events/kawj-2023.toml          открыть мероприятие
      kurultai --lang ru events/kawj-2023.toml
      kurultai show events/kawj-2023.toml     то же простым текстом
      kurultai check my-event.toml            все ошибки в файле
# Следующие строки команды начинаются с восьмого столбца.
cli-usage =
    Использование:
    { "      " }
cli-commands = Команды
cli-command-name = КОМАНДА
cli-arguments = Аргументы
cli-options = Параметры
cli-print-help = Показать справку
cli-print-version = Показать версию
cli-file-name = ФАЙЛ
cli-file = Файл мероприятия или адрес программы: https://…
cli-places-name = ФАЙЛ или ПАПКА
cli-files = Файлы мероприятий или адреса программ: https://…
cli-places = Файлы мероприятий или папки с ними; если не указать: ./events и библиотека
cli-lang-name = КОД
cli-lang = Язык программы и интерфейса: ky, ru, en, …
cli-ui-lang = Язык только интерфейса: ky, ru, en
cli-width-name = N
cli-width = Ширина простого текста в столбцах [по умолчанию: 80]
cli-format-name = ФОРМАТ
cli-format = text — для людей, json — для скриптов [по умолчанию: text]
cli-now-name = ВРЕМЯ
cli-now = Считать, что сейчас это время: 2025-02-01T11:42
cli-tz-name = ПОЯС
cli-tz = Часовой пояс моего времени, которое показывает z: Asia/Bishkek
cli-theme-name = ТЕМА
cli-theme = Цвета: auto, dark, light, high-contrast, 16-colors, monochrome, catppuccin-mocha, gruvbox-dark или ваша тема [по умолчанию: auto]
cli-ascii = Использовать на экране только символы ASCII
cli-venue-tz = Часовой пояс места проведения, если программа его не называет: Europe/Berlin, Berlin, UTC+6. Приложение, now, search и plan запоминают его для этого мероприятия.
cli-show = Напечатать всю программу простым текстом
cli-show-examples =
    Примеры:
      kurultai show events/kawj-2023.toml
      kurultai show https://fosdem.org/2026/schedule/xml
      kurultai show --lang en --width 60 events/kawj-2023.toml | less
cli-check = Показать все ошибки в файлах мероприятий, со строкой и столбцом
cli-check-examples =
    Примеры:
      kurultai check my-event.toml
      kurultai check --fix my-event.toml
      kurultai check events/*.toml
      kurultai check --explain bad-time
      kurultai check --format github events/*.toml

    Код завершения: 0 — ошибок нет, 1 — есть ошибки или предупреждения, 2 — файл не удалось прочитать.
cli-export = Записать программу в другом формате
cli-export-examples =
    Примеры:
      kurultai export --to toml my-event.toml > tidy.toml
      kurultai export --to toml https://fosdem.org/2026/schedule/xml | less
      kurultai export --to ics --output my-event.ics my-event.toml
      kurultai export --to html --plan fosdem.xml > my-days.html

    Всё, что в этом формате не записать, перечисляется в stderr.
cli-export-plan = Только то, что есть в вашем плане или в плане из файла: --plan=ПЛАН; в `ics` есть и ваше собственное время
cli-search = Найти сессии и всё остальное, у чего есть название, в одном мероприятии или во многих
cli-search-examples =
    Примеры:
      kurultai search kubernetes
      kurultai search 'rust day:sat after:14:00 -is:past' fosdem.xml
      kurultai search --format json 'room:Janson is:now' fosdem.xml

    Язык запросов описан в docs/FINDING.md. Перед запросом, который начинается с -h, поставьте `--`.
    Код завершения: 0, даже если ничего не найдено; 2, если запрос или файл не удалось прочитать.
cli-query-name = ЗАПРОС
cli-query = Слова и условия: rust room:Janson day:sat after:14:00 lang:en -is:past
cli-times-in = Показать дни и время в этом часовом поясе: Asia/Bishkek
cli-on-now = Показать, что сейчас идёт в каждом зале и что будет дальше
cli-on-now-examples =
    Примеры:
      kurultai now                            сегодняшние мероприятия
      kurultai now --room Janson fosdem.xml
      kurultai now --now 2025-02-01T11:42 fosdem.xml
cli-on-now-files = Файлы мероприятий; без них — сегодняшние мероприятия из ./events и библиотеки
cli-room-name = ЗАЛ
cli-room = Только залы, в названии которых или их здания это есть
cli-diff = Показать, чем отличаются две версии программы
cli-diff-examples =
    Примеры:
      kurultai diff yesterday.xml today.xml
      kurultai diff --format md old.toml new.toml > announcement.md
      curl -L https://fosdem.org/2026/schedule/xml | kurultai diff schedule.xml -

    Сессия узнаётся по guid, id или странице, иначе по названию, людям и началу.
    Код завершения: 0 — ничего не изменилось, 1 — изменения есть, 2 — файл не удалось прочитать.
cli-diff-old-name = СТАРЫЙ
cli-diff-old = Прежняя версия
cli-diff-new-name = НОВЫЙ
cli-diff-new = Новая версия
cli-diff-format = text — для людей, md — для публикации, json — для скриптов [по умолчанию: text]
cli-diff-only-name = ЧТО
cli-diff-only = Только такие изменения, через запятую: time,room (полный список — в README.md)
cli-diff-width = Ширина строк в столбцах; без неё каждое изменение стоит в одной строке
cli-diff-plan = Только то, что касается вашего плана или плана из файла: --plan=ПЛАН
cli-plan = Показать, уместить, передать и сравнить то, что вы выбрали
cli-plan-examples =
    Примеры:
      kurultai plan show fosdem.xml
      kurultai plan solve fosdem.xml
      kurultai plan export fosdem.xml > my-plan.ics

    Ваш план для программы находится по мероприятию. Где хранятся планы и что в них, описано в docs/PLANNING.md.
cli-plan-name = ПЛАН
cli-plan-other = Файл плана вместо вашего плана
cli-plan-file = Программа, для которой план; без неё перечисляются ваши планы
cli-plan-show = Напечатать план по дням: что пересекается, что можно сделать, когда свободно
cli-plan-show-examples =
    Примеры:
      kurultai plan show                      ваши планы
      kurultai plan show fosdem.xml
      kurultai plan show --plan friend.toml --format json fosdem.xml
cli-plan-solve = Показать, что из плана умещается и почему остальное нет; ничего не меняется
cli-plan-solve-examples =
    Примеры:
      kurultai plan solve fosdem.xml
      kurultai plan solve --format json fosdem.xml

    Остаётся больше всего «обязательно», затем больше всего «возможно», затем более ранние. То, что повторяется, может быть взято в другое время.
cli-plan-export = Записать план как календарь или как файл плана
cli-plan-export-examples =
    Примеры:
      kurultai plan export fosdem.xml > my-plan.ics
      kurultai plan export --to toml --output my-plan.toml fosdem.xml
      kurultai plan export --to vdir ~/.calendars/fosdem fosdem.xml

    Всё, что в календарь не записать, перечисляется в stderr.
cli-plan-to = Формат: ics (календарь), toml (файл плана), vdir (папка, где у каждой сессии свой календарь, для khal и vdirsyncer) [по умолчанию: ics]
cli-plan-import = Добавить в ваш план то, что есть в файлах планов или календарях; ничего вашего не теряется
cli-plan-import-examples =
    Примеры:
      kurultai plan import fosdem.xml friend.toml
      kurultai plan import fosdem.xml favourites.ics

    Сессии календаря находятся по UID, странице, названию и началу и берутся как «обязательно».
cli-plan-imported = Файлы планов или календари, сессии которых берутся как выбранные
cli-plan-into = Файл плана, в который добавить, вместо вашего плана
cli-plan-merge = Напечатать всё, что есть в нескольких файлах планов, как один план; ваш план не меняется
cli-plan-merge-examples =
    Примеры:
      kurultai plan merge anna.toml ben.toml > both.toml

    Какой план назван первым, не важно.
cli-plans = Файлы планов
cli-plan-compare = Показать, что выбрали двое: общее и разное
cli-plan-compare-examples =
    Примеры:
      kurultai plan compare anna.toml ben.toml
      kurultai plan compare --in fosdem.xml anna.toml ben.toml
      kurultai plan compare --in fosdem.xml friend.toml     с вашим планом
cli-plan-compared = Два файла планов; или один: тогда он сравнивается с вашим планом для программы из `--in`
cli-plan-in = Программа, для которой планы: по ней определяется нынешнее время сессий и то, какие из них одна и та же
cli-to-name = ФОРМАТ
cli-to = Формат: toml (файл мероприятия), ics (календарь), json и xml (расписания c3voc), md и html (страницы), csv (таблица)
cli-add = Добавить файлы мероприятий в библиотеку: `kurultai` показывает их, где бы его ни запустили
cli-add-examples =
    Примеры:
      kurultai add events/kawj-2023.toml
      kurultai add ~/talks/*.toml

    Библиотека хранит пути к файлам, а не копии.
cli-list = Напечатать мероприятия библиотеки
cli-list-examples =
    Примеры:
      kurultai list
      kurultai list --format json
cli-remove = Убрать мероприятия из библиотеки; их файлы остаются
cli-remove-examples =
    Примеры:
      kurultai remove events/kawj-2023.toml
      kurultai remove "FOSDEM 2025"
cli-schema = Напечатать JSON Schema файлов мероприятий: для редакторов
cli-schema-examples =
    Примеры:
      kurultai schema > event.schema.json

    Если первая строка файла мероприятия в той же папке — `#:schema ./event.schema.json`, редактор с Taplo, Tombi
    или Even Better TOML дополняет ключи, объясняет их и отмечает ошибки.
cli-new = Создать файл мероприятия для заполнения
cli-new-examples =
    Примеры:
      kurultai new
      kurultai new water.toml --title "День воды" --start 2027-05-14 --room Зал --room Юрта
      kurultai new --from talks.csv --title "День воды"

    Без --title задаёт вопросы, если есть терминал. Рядом с файлом пишет JSON Schema для редакторов.
cli-new-file = Файл, который надо записать; по умолчанию — по названию
cli-text-name = ТЕКСТ
cli-day-name = ДАТА
cli-new-title = Название
cli-new-start = Первый день
cli-new-end = Последний день, если их несколько
cli-new-city = Город
cli-new-room = Зал; можно повторять
cli-new-from = Программа в любом формате или таблица CSV, из которой сделать файл мероприятия
cli-new-lang = Язык текстов: ky, ru, en, …
cli-events-name = ФАЙЛ или НАЗВАНИЕ
cli-events = Мероприятия библиотеки: их файлы или названия
cli-output = Записать в этот файл и ничего не печатать
cli-force = Заменить файл, если он уже есть
cli-export-tz = Часовой пояс места проведения, если программа его не называет: Asia/Bishkek
cli-check-all = Показать все замечания, а не только первые три каждого вида
cli-code-name = КОД
cli-explain = Объяснить код, который показывает check, на плохом и хорошем примере
cli-check-fix = Исправить то, что не вызывает сомнений, показав изменения; в терминале — сначала спросить
cli-check-format = text — для людей, json — для скриптов, github — для пометок в GitHub Actions, sarif — для сервисов проверки кода [по умолчанию: text]
cli-bad-lang = нет такого кода языка; напишите ky, ru или en
cli-bad-now = неверная дата или неверное время; напишите так: 2025-02-01T11:42
cli-bad-tz = неизвестный часовой пояс; напишите имя из базы IANA: Asia/Bishkek
tz-no-zone = В программе не указан часовой пояс, поэтому `--tz` не может пересчитать время.
no-such-command = нет ни команды, ни файла `{ $name }`; возможно, `{ $meant }`?
cli-bad-venue-tz = такого часового пояса нет; напишите, например, Europe/Berlin, Berlin или UTC+6
venue-tz-known = { $path }: часовой пояс назван в программе ({ $zone }); --venue-tz ничего не меняет.
venue-tz-unsaved = { $path }: не удалось запомнить часовой пояс места проведения ({ $error }).
no-such-file = { $path }: файл не найден.
cannot-follow = { $path }: ссылка никуда не ведёт.
not-allowed = { $path }: нет доступа к файлу.
is-a-folder = { $path }: это папка; укажите файл мероприятия в ней.
too-large = { $path }: файл слишком велик для программы.
cannot-read = { $path }: не удалось прочитать файл ({ $error }).
no-such-file-but-host = { $path }: файл не найден; если это адрес, напишите https://{ $path }
fault-of-reader = { $path }: не удалось прочитать файл из-за ошибки в kurultai; пожалуйста, сообщите о ней и приложите файл.
is-a-pipe = { $path }: это не файл, а канал или устройство; такое читается, только если указано одно.
exporting = Экспорт…
formatting = Подготовка вывода…

## Schedules from URLs

fetch-bad-address = { $url }: это не адрес страницы; напишите его целиком: https://fosdem.org/2026/schedule/xml
fetch-not-https = { $url }: программы загружаются только по https; напишите { $https }
fetch-user-info = { $url }: ни имя, ни пароль не отправляются; уберите то, что стоит перед @.
fetch-not-public = { $url }: { $host } — этот компьютер или его собственная сеть; оттуда ничего не загружается.
fetch-redirect = { $url }: сервер перенаправляет на адрес, по которому переходить нельзя: { $target }
fetch-redirects =
    { $count ->
        [one] { $url }: сервер перенаправляет на другие адреса более { $count } раза.
        [few] { $url }: сервер перенаправляет на другие адреса более { $count } раз.
        [many] { $url }: сервер перенаправляет на другие адреса более { $count } раз.
       *[other] { $url }: сервер перенаправляет на другие адреса более { $count } раза.
    }
fetch-no-connection = { $url }: нет соединения ({ $error }).
fetch-timed-out = { $url }: время ожидания истекло.
fetch-certificate = { $url }: сервер не может подтвердить свою подлинность ({ $error }).
fetch-status =
    { $what ->
        [missing] { $url }: по этому адресу ничего нет ({ $status }).
        [closed] { $url }: этот адрес открыт не для всех ({ $status }).
        [often] { $url }: к серверу обращались слишком часто; попробуйте позже ({ $status }).
        [server] { $url }: ошибка на сервере; попробуйте позже ({ $status }).
       *[other] { $url }: сервер не прислал программу ({ $status }).
    }
fetch-bad-answer = { $url }: неверный ответ сервера ({ $error }).
fetch-too-large = { $url }: ответ больше { $megabytes } МБ — это слишком много для программы.
fetch-broken-off = { $url }: ответ оборвался, не дойдя до конца.
fetch-page = { $url }: вместо программы пришла веб-страница; возможно, сначала нужно войти в сеть или у программы другой адрес.
fetch-no-program = { $url }: пришла не программа в формате, который знает kurultai.
fetch-fault = { $url }: не удалось прочитать то, что пришло, из-за ошибки в kurultai; пожалуйста, сообщите о ней и укажите этот адрес.
fetch-kept-used = { $url }: используется программа, загруженная ранее ({ $age }).
fetch-not-kept = { $url }: не удалось сохранить программу до следующего раза ({ $error }).
fetch-not-yet = { $url }: пока ничего не загружено; `kurultai { $url }` загрузит.
fetch-loading = Первая загрузка: { $url }. Загруженное сохраняется, и в следующий раз ждать не придётся.
event-not-fetched = пока не загружено; Enter загрузит
notice-fetching = Загрузка: { $place }…
notice-fetched = Загрузка: { $place }… { $size } КБ
notice-fetched-of = Загрузка: { $place }… { $size } из { $all } КБ
notice-nothing-new = { $place }: ничего нового.
notice-new-fetched = Загружена более новая программа.
# Насколько старо то, что показано: загружено: 3 дня назад.
as-of = загружено: { $age }
# Сколько времени назад.
age-moments = только что
age-minutes =
    { $count ->
        [one] { $count } минуту назад
        [few] { $count } минуты назад
        [many] { $count } минут назад
       *[other] { $count } минуты назад
    }
age-hours =
    { $count ->
        [one] { $count } час назад
        [few] { $count } часа назад
        [many] { $count } часов назад
       *[other] { $count } часа назад
    }
age-days =
    { $count ->
        [one] { $count } день назад
        [few] { $count } дня назад
        [many] { $count } дней назад
       *[other] { $count } дня назад
    }

## The command line, further

no-terminal = Нет терминала, с которого можно читать клавиши; программу напечатает `kurultai show`.
terminal-failed = Сбой терминала: { $error }.
nothing-read = { $path }: { $sentence }
no-program = { $path }: это не программа в известном kurultai формате; подробнее: `kurultai check`.
show-mistakes =
    { $count ->
        [one] { $path }: в этом файле { $count } ошибка; подробнее: `kurultai check`.
        [few] { $path }: в этом файле { $count } ошибки; подробнее: `kurultai check`.
        [many] { $path }: в этом файле { $count } ошибок; подробнее: `kurultai check`.
       *[other] { $path }: в этом файле { $count } ошибки; подробнее: `kurultai check`.
    }
busy = занято
export-format =
    { $format ->
        [csv] в файл CSV
        [html] на страницу HTML
        [ics] в календарь
        [json] в файл JSON
        [md] в файл Markdown
        [xml] в файл XML
       *[toml] в файл мероприятия
    }
export-lost = { $path }: { $table } «{ $name }»: { export-format } это не записать.
export-not-in = Не записано { export-format }: { $what }.
export-made-ids = По имени их не отличить, поэтому добавлены id: { $what }.
export-name = «{ $name }»
export-word =
    { $word ->
        [date] даты
        [sessions] сессии
        [rooms] залы
        [tracks] направления
        [people] люди
        [days] дни
        [organizers] организаторы
        [tiers] категории партнёров
        [sponsors] партнёры
        [delegations] делегации
        [info] сведения
        [event] мероприятие
        [capacity] число мест
        [position] должности
        [roles] роли
        [organization] организации
        [country] страны
        [pronouns] местоимения
        [bio] биографии
        [links] ссылки
        [attachments] файлы
        [attendance] участие
        [color] цвета
        [building] здания
        [floor] этажи
        [description] описание
        [abstract] аннотация
        [subtitle] подзаголовок
        [title] название
        [name] имя
        [language] язык
        [languages] языки
        [level] уровень
        [tags] метки
        [kind] вид
        [type] тип
        [status] статус
        [venue] место проведения
        [theme] тема
        [topics] вопросы
        [contact] контакты
        [recording] записи
        [stream] трансляции
        [slides] слайды
        [feedback] отзывы
        [track] направление
        [room] зал
        [duration] продолжительность
        [start] начало
        [end] конец
        [day] день
        [timezone] часовой пояс
        [part_of] часть чего
        [same_as] повтор чего
        [avatar] изображения
        [role] роль
        [text] текст
        [content_note] предупреждения
       *[other] { $word }
    }
export-no-date = { $path }: ни у одной сессии нет даты и времени, а без них { export-format } её не записать.
export-no-zone = { $path }: без часового пояса { export-format } не записать, а программа его не называет; укажите `--tz`.
export-plan-left = Из плана не записано: { $what }.
output-exists = { $path }: такой файл уже есть; `--force` заменит его.
output-is-link = { $path }: это ссылка; назовите файл, на который она указывает.
output-is-no-file = { $path }: это не файл, который можно заменить.
output-failed = { $path }: не удаётся записать ({ $error }).
check-more = { $path }: ещё { $count } `{ $code }`; все покажет `kurultai check --all`.
check-fine = { $path }: ошибок не найдено.
check-hints =
    { $count ->
        [one] { $path }: ошибок не найдено; { $count } примечание.
        [few] { $path }: ошибок не найдено; { $count } примечания.
        [many] { $path }: ошибок не найдено; { $count } примечаний.
       *[other] { $path }: ошибок не найдено; { $count } примечания.
    }
check-errors =
    { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
        [many] { $count } ошибок
       *[other] { $count } ошибки
    }
check-warnings =
    { $count ->
        [one] { $count } предупреждение
        [few] { $count } предупреждения
        [many] { $count } предупреждений
       *[other] { $count } предупреждения
    }
check-summary = { $path }: { $errors }, { $warnings }.
check-no-code = Нет кода `{ $code }`; `kurultai check` показывает код каждого замечания в скобках: `[bad-time]`.
check-no-code-meant = Нет кода `{ $code }`; может быть, `{ $meant }`?
check-bad-example = Плохо ({ $file }):
check-good-example = Хорошо:
check-example-bytes = \x и две цифры после него — это байт в шестнадцатеричном виде.
check-no-example = Примера нет: такой файл слишком велик или не текстовый.
fix-only-event-files = { $path }: исправлять можно только файлы мероприятий (.toml); другие исправьте там, где их создают.
fix-only-utf8 = { $path }: не исправлено: файл — не обычный текст в UTF-8 или как раз меняется; сохраните его в UTF-8 и повторите.
fix-nothing = { $path }: нет ничего, что можно исправить без сомнений.
fix-question = Записать эти изменения в { $path }? [да/нет]
fix-declined = { $path }: файл не изменён.
fix-done =
    { $count ->
        [one] { $path }: исправлена { $count } ошибка.
        [few] { $path }: исправлены { $count } ошибки.
        [many] { $path }: исправлено { $count } ошибок.
       *[other] { $path }: исправлено { $count } ошибки.
    }
new-no-title = Мероприятию нужно название: напишите `kurultai new --title "…"`.
new-bad-date = Это не дата или дата раньше первого дня; напишите так — 2027-05-14:
new-end-before-start = Последнему дню нужен первый день, не позже его: напишите `--start` и `--end`.
new-cancelled = Ничего не записано.
new-ask-title = Название:
new-ask-start = Первый день, например 2027-05-14 (Enter: пока неизвестен):
new-ask-end = Последний день (Enter: только один день):
new-ask-city = Город (Enter: пока неизвестен):
new-ask-rooms = Залы через запятую (Enter: пока неизвестны):
new-ask-zone = Часовой пояс (Enter: { $own }):
new-ask-lang = Язык текстов (Enter: { $own }):
new-written = { $path }: записано. Заполните его в редакторе; `kurultai check { $path }` находит ошибки, `kurultai { $path }` показывает программу.
new-schema-written = { $path }: записано; по этому файлу редакторы дополняют и объясняют ключи.
# The comments in a new event file.
new-about =
    Файл мероприятия. Строки, которые начинаются с #, — комментарии: чтобы использовать строку, уберите #;
    чего пока не знаете, не пишите. `kurultai check` находит ошибки в этом файле.
new-rooms = Залы: по таблице на каждый.
new-people = Докладчики. Таблица нужна, только если известно больше, чем имя.
new-sessions = Сессии в порядке программы: по таблице на каждую.
new-sponsors = Спонсоры.

## Plans on the command line

plan-empty = План пуст: «{ $text }».
plan-nothing-here = Ни одна сессия этой программы не выбрана.
plan-none = Планов пока нет.
plan-is-none = { $path }: это не файл плана; в нём есть `[[picks]]`.
plan-note = Заметка: { $text }
plan-hidden = Скрыто
plan-hidden-thing =
    { $what ->
        [room] зал «{ $name }»
        [track] направление «{ $name }»
       *[session] «{ $name }»
    }
plan-left-out = Не вошло
plan-in-both = В обоих планах
plan-only-in = Только здесь: { $text }
plan-only-in-mine = Только в вашем плане
plan-gone-mark = больше нет в программе
plan-compare-one = Назовите два файла планов; или один и, через `--in`, программу: тогда он сравнится с вашим планом.
plan-compare-empty = В этих планах ничего не выбрано.
plan-count =
    { $what ->
        [maybe] возможно: { $count }
        [raised] теперь обязательно: { $count }
        [notes]
            { $count ->
                [one] { $count } заметка
                [few] { $count } заметки
                [many] { $count } заметок
               *[other] { $count } заметки
            }
        [busy] личное время: { $count }
        [muted] скрыто: { $count }
       *[picks]
            { $count ->
                [one] { $count } сессия
                [few] { $count } сессии
                [many] { $count } сессий
               *[other] { $count } сессии
            }
    }
plan-export-gone = { $path }: этого больше нет в программе, поэтому оно пропущено: «{ $title }».
plan-export-left = Этого в календарь не записать, а `--to toml` запишет: { $what }.
plan-export-one-file = Укажите один FILE; папка — только для `--to vdir`.
plan-vdir-folder = Укажите папку и программу: `kurultai plan export --to vdir DIR FILE`.
plan-vdir-foreign = { $path }: этот файл не из этого плана, поэтому он не изменён; выберите другую папку.
plan-imported = Новое в плане: { $what }.
plan-imported-nothing = Ничего нового; план остался прежним.
plan-import-other = { $path }: ни одной сессии этого плана нет в программе; из него ничего не взято.
plan-import-gone = { $path }: этого больше нет в программе, но в плане оно остаётся: «{ $title }».
plan-import-missing = { $path }: этого нет в программе, поэтому не взято: «{ $title }».
plan-import-nothing = { $path }: это не план и не календарь с сессиями.

## Diagnostics

of-session = «{ $session }»: { $sentence }
did-you-mean = Возможно, `{ $meant }`?
write-both = Напишите `{ $write }`, а под этой строкой `{ $also }`.
write-this = Напишите: `{ $write }`.
one-of = Напишите одно из этих слов: { $words }.
severity-error = ошибка
severity-warning = предупреждение
severity-hint = примечание
severity-help = подсказка

## Diagnostics: the file

diagnostic-not-utf8 = Файл не в кодировке UTF-8: байт { $offset } не относится ни к одному символу.
    .help = Сохраните файл в кодировке UTF-8.
diagnostic-guessed-encoding = Файл не в UTF-8, и кодировка в нём не указана; он прочитан как { $encoding }.
    .help = Сохраните файл в кодировке UTF-8, тогда каждая буква будет верной.
diagnostic-bad-archive = Сжатый файл оборван или повреждён; показано то, что удалось распаковать.
    .help = Скачайте или скопируйте файл заново.
diagnostic-bad-bytes =
    { $count ->
        [one] Байты здесь не относятся ни к одному символу кодировки файла: { $encoding }. Таких мест: { $count }.
        [few] Байты здесь и далее не относятся ни к одному символу кодировки файла: { $encoding }. Таких мест: { $count }.
        [many] Байты здесь и далее не относятся ни к одному символу кодировки файла: { $encoding }. Таких мест: { $count }.
       *[other] Байты здесь и далее не относятся ни к одному символу кодировки файла: { $encoding }. Таких мест: { $count }.
    }
    .help = Сохраните файл в кодировке UTF-8.
diagnostic-utf-16 = Файл в кодировке UTF-16; он прочитан, но другим программам нужна UTF-8.
    .help = Сохраните файл в кодировке UTF-8.
diagnostic-cut-off = { $what ->
    [text-lines] «{ $title }»: текст показан не до конца, в нём больше { $count } строк.
    [text-marks] «{ $title }»: текст показан не до конца, в нём больше { $count } знаков разметки Markdown или HTML.
    [lines] Файл прочитан только до этого места: в нём больше { $count } строк.
    [values] Файл прочитан только до этого места: в нём больше { $count } значений.
    [dots] Файл прочитан только до этого места: в нём больше { $count } точек.
    [elements] Файл прочитан только до этого места: в нём больше { $count } элементов.
    [calendars] Файл прочитан только до этого места: в нём больше { $count } календарей.
    [quotes] Файл прочитан только до этого места: в нём больше { $count } кавычек.
    [signs] Файл прочитан только до этого места: в нём больше { $count } знаков равенства.
   *[tables] Файл прочитан только до этого места: в нём больше { $count } таблиц.
}
    .help = { $what ->
    [text-lines] Сократите текст.
    [text-marks] Сократите текст.
   *[tables] Разделите его на несколько файлов.
}
diagnostic-too-many = { $what ->
    [sessions] В программе больше { $count } сессий; остальные не показаны.
    [people] В программе больше { $count } человек; остальные не показаны.
    [rooms] В программе больше { $count } залов; остальные не показаны.
    [tracks] В программе больше { $count } направлений; остальные не показаны.
    [organizers] В программе больше { $count } организаторов; остальные не показаны.
    [tiers] В программе больше { $count } категорий партнёров; остальные не показаны.
    [sponsors] В программе больше { $count } партнёров; остальные не показаны.
    [delegations] В программе больше { $count } делегаций; остальные не показаны.
    [infos] В программе больше { $count } разделов практической информации; остальные не показаны.
    [links] В программе больше { $count } ссылок; остальные не показаны.
    [tags] В программе больше { $count } меток; остальные не показаны.
    [participants] В сессиях больше { $count } участников, если считать каждого в каждой сессии; остальные не показаны.
    [places] У сессий больше { $count } залов, если считать каждый в каждой сессии; остальные не показаны.
    [languages] У сессий больше { $count } языков, если считать каждый в каждой сессии; остальные не показаны.
    [repeated-text] В текстах повторяющихся сессий больше { $count } байт; остальные повторы не показаны.
    [names] Названия и имена обрезаны после { $count } знаков: они очень длинные, а программа слишком часто их повторяет.
   *[days] В программе больше { $count } дней; остальные не показаны.
}
    .help = { $what ->
    [names] Сократите названия и имена.
    [repeated-text] Сократите тексты повторяющихся сессий.
   *[days] Разделите её на несколько файлов.
}

## Diagnostics: invalid TOML

diagnostic-unclosed-text = Здесь начинается текст, но он не закрыт: в конце нет { $mark }.
    .help = Текст в одну строку пишется в "…", текст в несколько строк — в """…""".
diagnostic-unclosed-bracket = Здесь открывается скобка, но она не закрыта.
    .help = Список пишется так: ["…", "…"], таблица в одну строку так: { "{" } key = "…" { "}" }.
diagnostic-missing-equals = После `{ $key }` нет знака =.
    .help = Напишите: `{ $key } = …`.
diagnostic-missing-value = У ключа `{ $key }` нет значения.
    .help = Напишите: `{ $key } = "…"`, или уберите строку: неизвестное можно не указывать.
diagnostic-colon-for-equals = Вместо знака = стоит двоеточие.
    .help = Напишите: `{ $key } = …`.
diagnostic-smart-quotes = Текст пишется в прямых кавычках, а не в таких.
    .help = Напишите: `{ $key } = "…"`; в самом тексте могут стоять любые кавычки.
diagnostic-unquoted-text = Текст пишется в кавычках.
    .help = Напишите: `{ $key } = "…"`.
diagnostic-control-character = В этой строке есть невидимый управляющий символ: { $character }.
    .help = Удалите его или наберите строку заново.
diagnostic-quote-in-text = Эта кавычка закрывает текст, но после неё текст продолжается.
    .help = Внутри "…" пишите кавычку как \" или возьмите кавычки другого вида: «…», “…”, ’.
diagnostic-bad-escape = Внутри "…" знак \ имеет особое значение.
    .help = Если нужен сам знак, пишите \\ или возьмите текст в '…'.
diagnostic-bad-key = `{ $key }` не может быть именем ключа.
    .help = Ключ — это одно слово из латинских букв, цифр, _ и -.
diagnostic-after-value = После значения в этой строке стоит что-то ещё.
    .help = Строка кончается значением; примечание начинается с #, список пишется так: ["…", "…"].
diagnostic-missing-comma =
    { $mark ->
        [semicolon] Вместо запятой стоит точка с запятой.
       *[nothing] Перед этим нет запятой.
    }
    .help = Запятые стоят между частями списка и таблицы: ["…", "…"], { "{" } ky = "…", en = "…" { "}" }.
diagnostic-doubled-equals = Здесь лишний знак =.
    .help = Напишите: `{ $key } = …`.
diagnostic-round-brackets = Список пишется в квадратных скобках.
    .help = Напишите: `{ $key } = ["…", "…"]`.
diagnostic-odd-blank = Здесь стоит необычный пробел, какой ставят текстовые редакторы.
    .help = Удалите его и поставьте обычный пробел.
diagnostic-not-toml = Эта строка — не `key = "value"` и не `[[table]]`.
    .help = Примечание начинается с #, текст в несколько строк пишется в """…""".
diagnostic-syntax = Это не удалось прочитать: { $message }.
diagnostic-duplicate-key = Ключ `{ $key }` указан дважды; действует первый.
diagnostic-duplicate-table = Таблица `{ $header }` уже есть; действует первая.
diagnostic-mixed-table = Выше под этим именем стоит нечто другое; из обоих показаны только таблицы.
    .help = Напишите `{ $header }` для каждой таблицы.
diagnostic-broken-header = Скобки этого заголовка не подходят друг к другу; он прочитан как `{ $header }`.
    .help = Напишите отдельной строкой: `{ $header }`.
diagnostic-one-bracket = `[{ $table }]` пишется в двойных скобках; прочитано как `[[{ $table }]]`.
    .help = Напишите: `[[{ $table }]]`.
diagnostic-two-brackets = `[[{ $table }]]` пишется в одинарных скобках; прочитано как `[{ $table }]`.
    .help = Напишите: `[{ $table }]`.
diagnostic-forgotten-header = Здесь снова начинаются ключи таблицы `{ $header }`; прочитано так, как если бы `{ $header }` стояло над этой строкой.
    .help = Напишите над этой строкой: `{ $header }`.
diagnostic-misspelt-table = `{ $written }` прочитано как `{ $header }`.
    .help = Напишите: `{ $header }`.
diagnostic-too-deep = У этого заголовка слишком глубокая вложенность.

## Diagnostics: values

diagnostic-bad-number = `{ $value }` — не число или слишком большое число.
    .help = Пишите одними цифрами: 9.
diagnostic-bad-time = Неверное время: `{ $value }`.
    .help = Пишите часы двумя цифрами и в кавычках: "09:30".
diagnostic-time-range = `{ $value }` — это два времени.
    .help = Напишите `start = "{ $from }"` и отдельной строкой `end = "{ $to }"`.
diagnostic-bad-date = Неверная дата: `{ $value }`.
    .help = Пишите год, месяц и день, без кавычек: 2023-12-01.
diagnostic-impossible-date =
    { $count ->
        [one] Неверная дата: `{ $value }`; в этом месяце { $count } день.
        [few] Неверная дата: `{ $value }`; в этом месяце { $count } дня.
        [many] Неверная дата: `{ $value }`; в этом месяце { $count } дней.
       *[other] Неверная дата: `{ $value }`; в этом месяце { $count } дня.
    }
diagnostic-quoted-date = `{ $value }` — дата; даты пишутся без кавычек.
    .help = Напишите без кавычек: { $value }.
diagnostic-bad-duration = Неверная продолжительность: `{ $value }`.
    .help = Напишите "45m", "1h30m" или число минут.
diagnostic-bad-url = Неверный адрес страницы: `{ $value }`.
    .help = Напишите адрес полностью, с https:// в начале.
diagnostic-bad-color = Нет такого цвета: `{ $value }`.
    .help = Напишите "#rrggbb" или название цвета: "#e69f00", "orange".
diagnostic-bad-zone = Неизвестный часовой пояс: `{ $value }`; время показано как время мероприятия.
    .help = Напишите часть света и город, как в базе IANA: "Asia/Bishkek".
diagnostic-bad-attendance = Нет такого формата участия: `{ $value }`.
    .help = Напишите "in person", "online", "hybrid" или "invited"; если он неизвестен, не указывайте его.
diagnostic-bad-language = Нет такого кода языка: `{ $value }`.
    .help = Напишите код ISO 639: ky, ru, en.
diagnostic-expected =
    { $expected ->
        [text] текст в кавычках
        [texts] текст в кавычках или по одному на каждом языке
        [number] целое число, 0 или больше
        [boolean] true или false
        [date] дата
        [time] время
        [duration] продолжительность
        [links] список адресов или таблиц с label и url
        [participations] список имён или таблиц с person и role
        [venue] таблица
       *[tables] таблица
    }
diagnostic-expected-help =
    { $expected ->
        [text] Напишите: `{ $key } = "…"`.
        [texts] Напишите: `{ $key } = "…"` или `{ $key } = { "{" } ky = "…", en = "…" { "}" }`.
        [number] Напишите: `{ $key } = 9`.
        [boolean] Напишите без кавычек: `{ $key } = true`.
        [date] Напишите: `{ $key } = 2023-12-01`.
        [time] Напишите: `{ $key } = "09:30"`.
        [duration] Напишите: `{ $key } = "45m"`, или число минут.
        [links] Напишите: `{ $key } = [{ "{" } label = "…", url = "https://…" { "}" }]`.
        [participations] Напишите: `{ $key } = [{ "{" } person = "…", role = "…" { "}" }]`.
        [venue] Напишите: `{ $key } = { "{" } … = … { "}" }`.
       *[tables] Напишите `[[{ $key }]]` отдельной строкой, а под ней её ключи.
    }
diagnostic-found =
    { $found ->
        [text] текст
        [number] число
        [boolean] true или false
        [date] дата или время
        [list] список
       *[table] таблица
    }
diagnostic-wrong-type = Для `{ $key }` ожидалось: { diagnostic-expected }; найдено: { diagnostic-found }.
    .help = { diagnostic-expected-help }
diagnostic-empty-text = Значение `{ $key }` пусто.
    .help = Уберите строку: неизвестное можно не указывать.
diagnostic-unusual-word = `{ $value }` — необычное слово для `{ $key }`; показано так, как написано.
diagnostic-own-word = `{ $value }` — собственное слово этого файла; на всех языках оно показано так, как написано.
diagnostic-hidden-character =
    { $count ->
        [1] В `{ $key }` есть символ, который нельзя показать без риска; он заменён: { $characters }.
       *[other] В `{ $key }` есть символы, которые нельзя показать без риска; они заменены: { $characters }.
    }

## Diagnostics: keys and tables

diagnostic-thing =
    { $table ->
        [venue] У места проведения
        [walking] У времени на переход
        [links] У ссылки
        [people] У человека
        [guests] У гостя
        [speakers] У докладчика
        [days] У дня
        [rooms] У зала
        [tracks] У направления
        [agenda] У сессии
        [sessions] У сессии
        [participation] У человека в сессии
        [attachments] У вложения
        [organizers] У организатора
        [tiers] У категории партнёров
        [sponsors] У партнёра
        [delegations] У делегации
        [info] У раздела info
       *[event] У мероприятия
    }
diagnostic-unknown-key = { diagnostic-thing } нет ключа `{ $key }`.
    .help = Уберите эту строку; ключи каждой таблицы перечислены в docs/FORMAT.md.
diagnostic-unknown-table = Нет такой таблицы: `{ $table }`; она не показана.
    .help = Таблицы: [[agenda]], [[people]], [[guests]], [[speakers]], [[days]], [[rooms]], [[tracks]], [[organizers]], [[tiers]], [[sponsors]], [[delegations]] и [[info]].
diagnostic-belongs-above = Место `{ $key }` — над первой [[…]]; прочитано так, как если бы ключ стоял там.
    .help = Ключ относится к таблице над ним: перенесите эту строку в начало файла.
diagnostic-belongs-below = `{ $key }` относится к сессии, но стоит над первой `[[agenda]]`; не показано.
    .help = Над ключами каждой сессии напишите отдельной строкой: `[[agenda]]`.
diagnostic-inside-text = `{ $key }` стоит среди языков `{ $text }`; это пропущено.
    .help = Перенесите эту строку выше строки `[… .{ $text }]`: всё, что под ней, относится к тексту.
diagnostic-top-and-event = Ключ `{ $key }` есть и в начале файла; действует тот, что в начале.
diagnostic-missing-title = У мероприятия нет названия; вместо него стоит «{ $title }».
    .help = Напишите в начале файла: `title = "…"`.
diagnostic-missing-key = { diagnostic-thing } должен быть ключ `{ $key }`.
    .help =
    { $key ->
        [date] Напишите под этой строкой: `{ $key } = 2023-12-01`.
        [url] Напишите: `{ $key } = "https://…"`.
        [person] Напишите: `{ $key } = "…"`, в кавычках id или имя.
       *[other] Напишите под этой строкой: `{ $key } = "…"`.
    }
diagnostic-newer-format = В файле указана другая версия формата; kurultai знает версию { $known }.
    .help = Незнакомое пропущено; его может показать более новая версия kurultai.
diagnostic-bad-allow =
    { $how ->
        [unknown] Замечания с таким кодом нет: `{ $code }`.
        [error] `{ $code }` — ошибка, а разрешить можно только предупреждения и примечания.
       *[not-text] Это не код замечания: код — это текст.
    }
    .help = Напишите код, который `check` выводит в скобках: `allow = ["room-overlap"]`.

## Diagnostics: times

diagnostic-no-dates = В файле не сказано, когда проходит мероприятие; его сессии — с { $start } по { $end }.
    .help = Напишите в начале файла `start = { $start }` и `end = { $end }`.
diagnostic-ends-before-it-begins = Конец мероприятия раньше начала; конец считается неизвестным.
diagnostic-date-conflict =
    { $key ->
        [day] `day` — не тот день программы, который дают `date` и `start`; действуют `date` и `start`.
       *[date] `date` — не та дата, которую дают `start` или `end`; действует дата из них.
    }
diagnostic-offset-conflict = Смещение от UTC в `{ $key }` не такое, как у часового пояса мероприятия; действует смещение.
diagnostic-end-before-start = `end` не позже `start` и не подходит для следующего дня; конец считается неизвестным.
    .help = Конец после полуночи относится к следующему дню, если сессия длится не больше 12 часов.
diagnostic-end-and-duration = `duration` — не то, что дают `start` и `end`; действуют `start` и `end`.
    .help = Достаточно одного из двух: `end` или `duration`.
diagnostic-all-day-with-time = `all_day` и `start` вместе не пишутся; действует `start`.
diagnostic-duplicate-day = У этого дня уже есть таблица; действует первая.

## Diagnostics: names

diagnostic-what =
    { $what ->
        [room] такого зала
        [track] такого направления
        [tier] такой категории
       *[person] такого человека
    }
diagnostic-duplicate-id = id повторяется: `{ $id }`; под ним понимается первый.
    .help = Дайте каждому свой id.
diagnostic-two-accounts = `{ $id }` описывается дважды и по-разному; действует первое описание.
diagnostic-ambiguous-name =
    { $count ->
        [one] Имя «{ $name }» встречается { $count } раз; взято первое.
        [few] Имя «{ $name }» встречается { $count } раза; взято первое.
        [many] Имя «{ $name }» встречается { $count } раз; взято первое.
       *[other] Имя «{ $name }» встречается { $count } раза; взято первое.
    }
    .help = Дайте каждому id и укажите здесь этот id.
diagnostic-near-name = В таблицах нет { diagnostic-what }: «{ $name }»; показано как новое.
diagnostic-all-rooms = Это прочитано как зал с названием «{ $name }».
diagnostic-placeholder = «{ $name }» показано так, как если бы это было имя или название.
    .help = Не указывайте: неизвестное можно пропустить.
diagnostic-undeclared-name = В таблицах нет { diagnostic-what }: «{ $name }»; показано как новое.
    .help =
    { $what ->
        [room] Напишите название одного из `[[rooms]]` или добавьте ещё одну таблицу `[[rooms]]`.
        [track] Напишите название одного из `[[tracks]]` или добавьте ещё одну таблицу `[[tracks]]`.
        [tier] Напишите название одной из `[[tiers]]` или добавьте ещё одну таблицу `[[tiers]]`.
       *[person] Напишите имя из `[[people]]` или добавьте ещё одну таблицу `[[people]]`.
    }
diagnostic-unknown-session = Нет сессии с таким id: `{ $id }`.
    .help = В `{ $key }` указывают `id` другой сессии.
diagnostic-circular-session = Через `{ $key }` эта сессия возвращается к самой себе; здесь это пропущено.

## Diagnostics: published formats

diagnostic-unknown-format =
    { $kind ->
        [empty] Файл пуст; файл мероприятия начинается с title = "…".
        [html] Это веб-страница; найдите на ней ссылку на schedule.xml, JSON программы или iCalendar и откройте её.
        [pdf] Это документ PDF; найдите schedule.xml, JSON программы или iCalendar этой же конференции.
        [rtf] Это текстовый документ (RTF); сохраните его как простой текст и напишите файл мероприятия или найдите schedule.xml, JSON или iCalendar.
        [zip] Это архив или офисный документ; распакуйте его или найдите schedule.xml, JSON программы или iCalendar.
        [image] Это изображение; найдите schedule.xml, JSON программы или iCalendar этой же конференции.
        [binary] Это не текстовый файл; найдите schedule.xml, JSON программы или iCalendar этой же конференции.
        [yaml] Это файл YAML; запишите то же в файле мероприятия на TOML или откройте schedule.xml, JSON программы или iCalendar.
        [csv] Это таблица (CSV) без столбца названий; назовите столбцы в первой строке: title, date, start, end, room, speakers.
        [xcal] Это календарь в XML (xCal); найдите этот же календарь в формате iCalendar (.ics).
        [jcal] Это календарь в JSON (jCal); найдите этот же календарь в формате iCalendar (.ics).
        [feed] Это лента новостей; найдите schedule.xml, JSON программы или iCalendar этой же конференции.
        [indico] Это JSON из Indico; откройте экспорт этого же мероприятия в iCalendar (.ics).
        [hoverboard] Это JSON из Hoverboard; запишите то же в файле мероприятия на TOML или найдите iCalendar.
        [open-event] Это JSON из Open Event (eventyay); откройте экспорт этого же мероприятия в schedule.xml или iCalendar.
        [emf] Это список событий в JSON, как его публикует Electromagnetic Field; откройте вместо него schedule.xml или iCalendar.
        [times] Это JSON со временем, но формат не известен kurultai; найдите schedule.xml, JSON c3voc или iCalendar.
        [people] Это список людей без сессий; откройте файл, в котором есть сессии.
        [parts] Это части программы без сессий; откройте файл, в котором есть сессии.
        [nothing] В этом файле JSON ничего нет; откройте файл, в котором есть сессии.
        [json] Это JSON, но не программа; найдите schedule.xml, JSON c3voc или iCalendar.
        [xml] Это XML, но не программа; найдите schedule.xml, JSON программы или iCalendar.
       *[text] Это текст, но не программа; файл мероприятия начинается с title = "…".
    }
    .help = kurultai читает файлы мероприятий на TOML, таблицы CSV, schedule.xml, XML из Giggity, JSON c3voc, iCalendar и JSON из pretalx, Sessionize и OPass.
diagnostic-no-sessions = В файле нет сессий; найдите более новый или тот, в котором они есть.
diagnostic-only-others =
    { $count ->
        [one] В календаре нет сессий, только { $count } другая запись, например задача; откройте тот, в котором они есть.
        [few] В календаре нет сессий, только { $count } другие записи, например задачи; откройте тот, в котором они есть.
        [many] В календаре нет сессий, только { $count } других записей, например задач; откройте тот, в котором они есть.
       *[other] В календаре нет сессий, только { $count } другой записи, например задачи; откройте тот, в котором они есть.
    }
diagnostic-no-title = В файле нет названия; вместо него стоит «{ $title }».
diagnostic-no-zone = В файле не указан часовой пояс; время показано как время мероприятия.
diagnostic-bad-value = Значение `{ $key }` не читается: «{ $value }»; оно пропущено.
diagnostic-repeated-id = id повторяется: `{ $id }`; показаны обе сессии.
diagnostic-unknown-column = Столбец «{ $column }» не читается.
    .help = Назовите его как ключ сессии: title, date, start, end, room, track или speakers; список — в docs/FORMAT.md.
diagnostic-unknown-reference = Файл называет, но не описывает: { diagnostic-what } «{ $id }».
diagnostic-shared-key = У нескольких докладчиков один id «{ $id }», поэтому неясно, кто из них назван в этой сессии; показан id.
    .help = Дайте каждому докладчику свой id.
diagnostic-room-conflict = Сессия записана в зал «{ $listed }», но сама называет зал «{ $room }»; показан «{ $room }».
    .help = Укажите в обоих местах один и тот же зал.
diagnostic-clock-conflict = Начало { $start }, но в дате { $date }; учтена дата.
diagnostic-doubtful-offset = Даты показывают время { $zone }, но со смещением от UTC, которое не его; учтено время.
diagnostic-outside-day =
    { $count ->
        [one] { $count } сессия записана на { $day }, но проходит в другой день; она показана по своей дате.
        [few] { $count } сессии записаны на { $day }, но проходят в другой день; они показаны по своим датам.
        [many] { $count } сессий записано на { $day }, но они проходят в другой день; они показаны по своим датам.
       *[other] { $count } сессии записаны на { $day }, но проходят в другой день; они показаны по своим датам.
    }
diagnostic-no-length = Эта сессия кончается, когда начинается, или раньше; её конец неизвестен.
diagnostic-too-long =
    { $days ->
        [one] Сессия длилась бы { $days } день — дольше мероприятия; длительность не показана.
        [few] Сессия длилась бы { $days } дня — дольше мероприятия; длительность не показана.
        [many] Сессия длилась бы { $days } дней — дольше мероприятия; длительность не показана.
       *[other] Сессия длилась бы { $days } дня — дольше мероприятия; длительность не показана.
    }
diagnostic-padded-name =
    { $count ->
        [one] Вокруг { $count } имени стоят лишние пробелы; они убраны.
        [few] Вокруг { $count } имён стоят лишние пробелы; они убраны.
        [many] Вокруг { $count } имён стоят лишние пробелы; они убраны.
       *[other] Вокруг { $count } имени стоят лишние пробелы; они убраны.
    }
diagnostic-several-names = «{ $name }» — возможно, несколько человек; они показаны так, как в файле.
diagnostic-left-out =
    { $count ->
        [one] { $count } сессия не входит в программу (черновик, отклонена или снята) и не показана.
        [few] { $count } сессии не входят в программу (черновики, отклонены или сняты) и не показаны.
        [many] { $count } сессий не входит в программу (черновики, отклонены или сняты), они не показаны.
       *[other] { $count } сессии не входят в программу (черновики, отклонены или сняты) и не показаны.
    }
diagnostic-broken-component = Здесь начинается или кончается `{ $name }`, но из двух его строк, BEGIN и END, читается только одна.
    .help = Загрузите файл заново: он, возможно, обрезан или повреждён.
diagnostic-no-calendar-line =
    { $count ->
        [one] В файле { $count } строка не календарная; она взята как продолжение текста над ней, если он есть.
        [few] В файле { $count } строки не календарные; они взяты как продолжение текста над ними, если он есть.
        [many] В файле { $count } строк не календарные; они взяты как продолжение текста над ними, если он есть.
       *[other] В файле { $count } строки не календарные; они взяты как продолжение текста над ними, если он есть.
    }
diagnostic-no-start =
    { $count ->
        [one] У { $count } сессии нет DTSTART; она показана без времени.
        [few] У { $count } сессий нет DTSTART; они показаны без времени.
        [many] У { $count } сессий нет DTSTART; они показаны без времени.
       *[other] У { $count } сессии нет DTSTART; они показаны без времени.
    }
diagnostic-shared-uid =
    { $count ->
        [one] У { $count } сессии UID совпадает с чужим; показаны все, но по нему их не различить.
        [few] У { $count } сессий UID совпадают; показаны все, но по нему их не различить.
        [many] У { $count } сессий UID совпадают; показаны все, но по нему их не различить.
       *[other] У { $count } сессии UID совпадают; показаны все, но по нему их не различить.
    }
diagnostic-older-version = В файле есть и прежние версии сессий: { $count }; показаны версии с наибольшим SEQUENCE.
diagnostic-rule-not-followed = Сессия повторяется по правилу `{ $rule }`; показаны не все повторения.
    .help = Сверьте её время с опубликованной программой. Правила по дням, неделям, месяцам и годам выполняются, по часам и номерам недель — нет.
diagnostic-repeats-on = Сессия повторяется по правилу `{ $rule }`; она показана до { $date }, 400 дней после начала.
diagnostic-zone-by-rules = Название часового пояса `{ $value }` неизвестно; по его правилам это время пояса { $zone }.
diagnostic-zone-not-followed = Часовой пояс `{ $zone }` описан в файле через `{ $value }`, это не выполняется; время в нём может быть неверным на час.
    .help = Сверьте это время с опубликованной программой.
diagnostic-times-in-utc = Всё время указано в UTC, а где проходит мероприятие, в программе не сказано; дни и часы — не те, что на месте.
    .help = Укажите часовой пояс места через `--venue-tz` или добавьте его в программу: «Europe/Berlin».
diagnostic-several-zones = Время дано в нескольких часовых поясах, и не сказано, какой из них пояс мероприятия; каждая сессия показана по своим часам.
diagnostic-damaged = Здесь файл оборван или повреждён; показано всё, что удалось прочитать.
diagnostic-dead-link =
    { $count ->
        [one] { $count } ссылка действует только на своей странице («{ $value }») и пропущена.
        [few] { $count } ссылки действуют только на своих страницах (первая: «{ $value }») и пропущены.
        [many] { $count } ссылок действуют только на своих страницах (первая: «{ $value }») и пропущены.
       *[other] { $count } ссылки действуют только на своих страницах (первая: «{ $value }») и пропущены.
    }
diagnostic-mended-link =
    { $count ->
        [one] { $count } адрес написан с ошибкой: «{ $value }» прочитан как «{ $shown }».
        [few] { $count } адреса написаны с ошибкой; первый, «{ $value }», прочитан как «{ $shown }».
        [many] { $count } адресов написаны с ошибкой; первый, «{ $value }», прочитан как «{ $shown }».
       *[other] { $count } адреса написаны с ошибкой; первый, «{ $value }», прочитан как «{ $shown }».
    }
diagnostic-other-scheme =
    { $count ->
        [one] { $count } адрес браузеры не открывают («{ $value }»); он показан как текст.
        [few] { $count } адреса браузеры не открывают (первый: «{ $value }»); они показаны как текст.
        [many] { $count } адресов браузеры не открывают (первый: «{ $value }»); они показаны как текст.
       *[other] { $count } адреса браузеры не открывают (первый: «{ $value }»); они показаны как текст.
    }
diagnostic-no-address =
    { $count ->
        [one] { $count } текст на месте адреса — не адрес («{ $value }»); он пропущен.
        [few] { $count } текста на месте адресов — не адреса (первый: «{ $value }»); они пропущены.
        [many] { $count } текстов на месте адресов — не адреса (первый: «{ $value }»); они пропущены.
       *[other] { $count } текста на месте адресов — не адреса (первый: «{ $value }»); они пропущены.
    }

## Diagnostics: the whole schedule

diagnostic-outside-dates = «{ $title }» проходит { $date }, а мероприятие — в другие дни: { $dates }.
    .help = Исправьте дату здесь или даты в начале файла.
diagnostic-room-overlap =
    { $how ->
        [several] Пока идёт «{ $other }», в том же зале ({ $room }) начинаются и другие сессии, всего { $count }; первая из них — «{ $title }».
        [at-once] «{ $other }» и «{ $title }» начинаются одновременно в одном зале: { $room }.
       *[later] Когда начинается «{ $title }», «{ $other }» ещё идёт в зале: { $room }.
    }
diagnostic-skipped-time = «{ $title }»: там такого времени не бывает: { $time }, в ту ночь часы переводят вперёд; взято на час позже.
diagnostic-repeated-time = «{ $title }»: там это время наступает дважды: { $time }, в ту ночь часы переводят назад; взято первое.
diagnostic-person-overlap =
    { $how ->
        [several] Пока { $person } участвует в «{ $other }», начинаются и другие сессии с тем же участником, всего { $count }; первая из них — «{ $title }».
        [at-once] «{ $other }» и «{ $title }» начинаются одновременно, и в обеих сессиях участвует { $person }.
       *[later] Когда начинается «{ $title }», { $person } ещё участвует в другой сессии: «{ $other }».
    }
diagnostic-missing-date =
    { $count ->
        [one] У сессии «{ $title }» есть время, но нет дня; она стоит под заголовком «День не объявлен».
        [few] { $count } сессии, начиная с «{ $title }», имеют время, но не день; они стоят под заголовком «День не объявлен».
        [many] { $count } сессий, начиная с «{ $title }», имеют время, но не день; они стоят под заголовком «День не объявлен».
       *[other] { $count } сессии, начиная с «{ $title }», имеют время, но не день; они стоят под заголовком «День не объявлен».
    }
    .help = Под каждой `[[agenda]]` напишите `date = { $date }` с датой этой сессии; строка `[[days]]` — не заголовок.
diagnostic-short-walk = { $person }: между «{ $other }» и «{ $title }» есть { $free } мин, а дорога занимает { $needed } мин.
    .help = Оставьте между ними больше времени или перенесите одну из сессий в зал поближе.
diagnostic-outside-hours =
    { $how ->
        [before] «{ $title }» начинается до открытия дверей: { $time }.
       *[after] «{ $title }» заканчивается после закрытия дверей: { $time }.
    }
    .help = Исправьте время здесь или `opens` и `closes` под `[[days]]`.
diagnostic-too-few-seats = «{ $title }»: участников { $people }, а мест в зале меньше ({ $room }): { $count }.
    .help = Выберите зал побольше или исправьте его `capacity`.
diagnostic-speaker-without-session = { $name } — докладчик, но не участвует ни в одной сессии.
    .help = Укажите это имя в `speakers = ["…"]` под сессией.
diagnostic-unused-person = { $name }: роли нет, и ни одна сессия не называет этого имени.
    .help = Укажите это имя в `speakers = ["…"]` под сессией, задайте `roles = ["…"]` или удалите таблицу.
diagnostic-unused-room = В этом зале нет ни одной сессии: { $name }.
    .help = Напишите `room = "…"` под его сессиями или удалите таблицу.
diagnostic-unused-track = В этом направлении нет ни одной сессии: { $name }.
    .help = Напишите `track = "…"` под его сессиями или удалите таблицу.
diagnostic-duplicate-title = Так же называется и более ранняя сессия с другими участниками: «{ $title }».
    .help = Исправьте одно из названий; если эта сессия повторяет другую, напишите `same_as = "…"` с её `id`.
diagnostic-no-break = С { $start } до { $end } нет перерыва хотя бы в 10 минут.
    .help = Оставьте промежуток или напишите `kind = "break"` или `kind = "meal"` под сессией, которая им является.
diagnostic-missing-translation =
    { $what ->
        [title] Названия «{ $title }» нет на языке: { $languages }; у большинства других оно есть.
        [subtitle] Подзаголовка «{ $title }» нет на языке: { $languages }; у большинства других он есть.
        [abstract] Аннотации «{ $title }» нет на языке: { $languages }; у большинства других она есть.
       *[description] Описания «{ $title }» нет на языке: { $languages }; у большинства других оно есть.
    }
    .help = Запишите текст таблицей языков: `{"{"} en = "…", ky = "…" {"}"}`.
diagnostic-faint-color =
    { $background ->
        [dark] Цвет { $color } направления «{ $name }» почти не виден на тёмном фоне.
       *[light] Цвет { $color } направления «{ $name }» почти не виден на светлом фоне.
    }
    .help = Выберите цвет, который не близок ни к чёрному, ни к белому.

## Meanings of codes

meaning-not-utf8 = Файл в UTF-8, кроме нескольких байтов, которые не относятся ни к одному символу. Буква на этом месте потеряна, вместо неё показано �.
meaning-utf-16 = Файл в UTF-16: так сохраняют некоторые редакторы. kurultai его читает, но git, календари и другие программы ждут UTF-8.
meaning-guessed-encoding = Файл не в UTF-8 и не называет свою кодировку, поэтому она угадывается по буквам. Если догадка неверна, в именах будут ошибки.
meaning-bad-bytes = Кодировка в файле указана, но некоторые байты ей не соответствуют. Буквы на этих местах потеряны, вместо них показано �.
meaning-bad-archive = Файл, сжатый gzip (.gz), обрывается слишком рано или повреждён. Сессий после этого места нет.
meaning-cut-off = Файл или текст в нём намного длиннее, чем бывает у настоящих конференций; чтобы прочитать или показать его целиком, не хватило бы памяти и времени. Всё, что до этого места, показано.
meaning-too-many = Записей одного вида в программе больше, чем бывает у настоящих конференций: обычно файл неверно записан другой программой. Показаны первые, до предела.
meaning-unclosed-text = Текст начинается с кавычки, но закрывающей кавычки нет. Где он кончается, неизвестно, поэтому он может быть не показан.
meaning-unclosed-bracket = Список или таблица в одной строке открыты, но не закрыты. Потеряно только это значение; строки ниже читаются.
meaning-missing-equals = Между ключом и значением нужен знак равенства. Без него значение не показано.
meaning-missing-value = После ключа есть знак равенства, но нет значения. В файле мероприятия неизвестное не указывают.
meaning-colon-for-equals = Ключ и значение разделены двоеточием, как в YAML или JSON. В TOML нужен знак равенства; без него значение не показано.
meaning-smart-quotes = Текст стоит в фигурных кавычках: их сами ставят текстовые редакторы и телефоны. TOML знает только прямые, поэтому текст не показан.
meaning-unquoted-text = Текст написан без кавычек и не показан. Без них пишутся только числа, даты, true и false.
meaning-control-character = В строке есть невидимый управляющий символ, часто из скопированного текста. TOML его не допускает, а терминал мог бы выполнить его как команду.
meaning-quote-in-text = Кавычка внутри текста закрывает его, и остаток строки не имеет смысла. Текст не показан.
meaning-bad-escape = Внутри "…" обратная косая черта начинает последовательность вроде \n, а такой последовательности нет. Обычная причина — пути Windows.
meaning-bad-key = В ключе есть пробелы или нелатинские буквы. Строка не прочитана.
meaning-after-value = Строка продолжается после значения, поэтому неясно, какая её часть — значение. Оно не показано.
meaning-missing-comma = Между двумя частями списка или таблицы нет запятой. kurultai их читает, но другие программы файл не примут.
meaning-doubled-equals = Стоят два знака равенства, как при сравнении в языках программирования. Значение задаётся одним.
meaning-round-brackets = Список стоит в круглых скобках. В TOML списки пишутся в квадратных.
meaning-odd-blank = В строке есть пробел, который выглядит обычным, но это другой символ, например неразрывный пробел. Вне текстов TOML его не знает.
meaning-not-toml = Строка записана не по правилам TOML, например это примечание без #. Она пропущена.
meaning-syntax = Часть файла необычным образом нарушает правила своего формата, TOML или JSON. В сообщении сказано, что там ожидалось.
meaning-duplicate-key = В таблице дважды стоит один и тот же ключ. Действует только первое значение, поэтому исправление ниже ни на что не влияет.
meaning-duplicate-table = Таблица, которая бывает только одна, стоит в файле дважды. Ключи второй не действуют.
meaning-mixed-table = Одно имя дано и списку таблиц, и чему-то другому. Таблицы показаны, другое значение — нет.
meaning-broken-header = Скобки вокруг имени таблицы неполны или не того вида. Имя узнано, но другие программы файл не примут.
meaning-one-bracket = Таблица, которых бывает много, например сессия, пишется в двойных скобках. В одинарных другие программы примут только одну.
meaning-two-brackets = Таблица, которая бывает только одна, например место проведения, пишется в одинарных скобках.
meaning-too-deep = В заголовке намного больше точек, чем уровней в формате; обычно файл повреждён. Его ключи не показаны.
meaning-forgotten-header = Ключи таблицы начинаются снова без нового заголовка: видимо, забыта строка вроде [[agenda]]. Без неё в других программах две сессии станут одной.
meaning-misspelt-table = Имя таблицы написано с ошибкой или другим словом. kurultai его узнаёт, другие программы — нет.
meaning-bad-number = Значение похоже на число, но это не число, или оно больше, чем может быть здесь. Оно не показано.
meaning-bad-time = Время суток не читается, поэтому сессия показана без него. Время пишется в кавычках, часы — двумя цифрами.
meaning-time-range = В начале записан и конец. Начало и конец — отдельные ключи, чтобы каждый можно было не указывать, если он неизвестен.
meaning-bad-date = Дата записана не в виде год-месяц-день, а другие виды неоднозначны: 01.05. или 05/01. Дата не действует.
meaning-impossible-date = Такого дня нет в календаре, поэтому день неизвестен. Скорее всего, опечатка в дне или месяце.
meaning-quoted-date = Дата записана как текст. Она понята, но без кавычек редакторы и другие программы знают, что это дата.
meaning-bad-duration = Продолжительность не читается, поэтому конец сессии неизвестен.
meaning-bad-url = Ссылка — не полный веб-адрес, открыть её нельзя.
meaning-bad-color = Цвет направления — не название и не шестнадцатеричный код. Направление показано без цвета.
meaning-bad-zone = Часовой пояс неизвестен, поэтому время нельзя пересчитать для тех, кто в другом месте, а календари могут показать другие часы.
meaning-bad-attendance = Значение attendance — не одно из четырёх слов, поэтому неясно, ехать или подключаться онлайн. Оно не показано.
meaning-bad-language = Такого кода языка нет, поэтому текст не выбирается для читающих на этом языке. Часто его путают с кодом страны: kg вместо ky.
meaning-wrong-type = Ключу нужно значение другого типа, например вместо текста стоит число. Значение не показано.
meaning-empty-text = Значение — пустой текст. В файле мероприятия неизвестное не указывают, так что это, видимо, незаполненное место.
meaning-unusual-word = Статус, роль или вид похожи на известное слово или не входят в их число. Известные слова переводятся, и по ним можно фильтровать; другие показаны так, как написаны.
meaning-own-word = Вид или роль названы собственным словом, хотя то же может означать известное слово. Известные слова переводятся на язык читателя.
meaning-hidden-character = В тексте есть управляющие символы или символы, меняющие направление письма. Они могли бы нарушить работу терминала или скрыть настоящий текст, поэтому заменены.
meaning-unknown-key = В таблице есть ключ, которого нет в формате; обычно это опечатка. Его значение не показано.
meaning-unknown-table = Имени таблицы нет в формате. Всё, что в ней, не показано.
meaning-belongs-above = Ключ мероприятия стоит под таблицей и по правилам TOML относится к ней. kurultai читает его так, как если бы он стоял в начале, другие программы — нет.
meaning-belongs-below = Ключ сессии стоит выше первой сессии, и неизвестно, к какой он относится.
meaning-inside-text = Ключ стоит под заголовком текста на нескольких языках, где бывают только коды языков. Он не действует.
meaning-top-and-event = Ключ есть и в начале файла, и в таблице [event], а это одно и то же место. Действует только значение в начале.
meaning-missing-title = У мероприятия нет названия, поэтому в списках, календарях и при экспорте вместо него стоит сокращение или имя файла.
meaning-missing-key = В таблице нет нужного ключа, например имени человека или названия сессии. Без него нечего показать и не на что сослаться.
meaning-newer-format = Файл написан для другой версии формата. Всё известное показано, но чего-то может не хватать.
meaning-bad-allow = Запись в allow — не код предупреждения или примечания, поэтому она ничего не разрешает. Ошибки говорят о том, что не показано, и разрешить их нельзя.
meaning-no-dates = У сессий есть даты, а у мероприятия нет. Поэтому неизвестно, когда оно кончается, и сессии с неверной датой не находятся.
meaning-ends-before-it-begins = Последний день мероприятия раньше первого. Скорее всего, они перепутаны или в цифре опечатка.
meaning-date-conflict = Два ключа дают разные дни для одного и того же. Один из них пропущен, и оставшийся может быть неверным.
meaning-offset-conflict = У времени смещение от UTC, которого в этот день нет у часового пояса мероприятия. Час может быть неверным на эту разницу.
meaning-end-before-start = Сессия кончается раньше, чем начинается, и это не ночная сессия до следующего дня. Без конца нельзя найти пересечения.
meaning-end-and-duration = У сессии есть и конец, и продолжительность, и они противоречат друг другу. Действует конец, а верной может быть продолжительность.
meaning-all-day-with-time = Сессия отмечена как длящаяся весь день, но у неё есть и начало. Верно только одно из двух.
meaning-duplicate-day = Две таблицы описывают один день. Часы работы и название из второй не показаны.
meaning-duplicate-id = У двух записей один id, поэтому ссылка на него неоднозначна и всегда означает первую.
meaning-two-accounts = Один и тот же человек стоит в двух таблицах с разными именами или текстами. Показано только первое описание.
meaning-ambiguous-name = Названное имя есть у нескольких людей, залов или направлений. Взято первое, а оно может быть не тем.
meaning-near-name = Имя почти совпадает с описанным человеком, залом, направлением или категорией: видимо, это опечатка или другое написание. Сейчас их стало два.
meaning-several-names = В одном имени, похоже, несколько человек. Как одного человека их нельзя найти по отдельности.
meaning-all-rooms = Сессия проходит в зале с названием вроде «все». Если имеются в виду все залы, звёздочка покажет её в каждом.
meaning-placeholder = Вместо имени стоит временное слово вроде TBA, и оно показано как имя. Неуказанное показано как неизвестное.
meaning-undeclared-name = У других залов, направлений, категорий или людей есть таблица, а у этого имени нет. Возможно, в нём опечатка; в любом случае сведений о нём нет.
meaning-unknown-session = Сессия ссылается на другую по id, которого нет ни у одной. Связь, например что она её часть, не показана.
meaning-circular-session = Сессии ссылаются друг на друга по кругу, например сессия — часть самой себя. Такая ссылка не имеет смысла.
meaning-unknown-format = Файл — не программа ни в одном из известных форматов; часто вместо неё сохранена веб-страница. Показать из него нечего.
meaning-no-sessions = У программы есть название, но нет ни одной сессии, например она ещё не опубликована.
meaning-only-others = В календаре есть записи, но ни одна из них не событие: это задачи, дневники или свободное время.
meaning-no-title = В опубликованной программе нет названия мероприятия, поэтому в списках и при экспорте вместо него стоит имя файла.
meaning-no-zone = В опубликованной программе есть время, но нет часового пояса. Оно показано так, как написано, пересчитать его нельзя, а «сейчас» зависит от часов читателя.
meaning-bad-value = Значение в опубликованной программе записано не так, как требует её формат, например время словами. Остальное в сессии показано.
meaning-repeated-id = В опубликованной программе у двух сессий один id. Показаны обе, но выбранная в плане может находиться только по названию.
meaning-unknown-column = В таблице есть столбец не о сессиях или с неизвестным названием. Его ячейки не показываются.
meaning-unknown-reference = Сессия ссылается на человека, зал или направление, которых в файле нет. Она показана без них.
meaning-clock-conflict = Начало сессии и её дата дают два разных времени. Одно из них неверно, и только издатель знает какое.
meaning-doubtful-offset = У всех дат смещение от UTC, которого нет у часового пояса мероприятия: обычно программа записала местное время как UTC. Учтено время по часам.
meaning-outside-day = Сессия стоит в списке одного дня, а её дата — другой день. Те, кто читает только список, придут не в тот день.
meaning-shared-key = У нескольких докладчиков один id, поэтому неизвестно, кого из них имеет в виду сессия.
meaning-room-conflict = Сессия стоит в списке одного зала, а называет другой. Участники могут прийти не в тот.
meaning-no-length = В опубликованной программе сессия кончается, когда начинается, или раньше. Без конца нельзя найти пересечения.
meaning-too-long = Сессия длится дольше всего мероприятия, обычно потому, что неверна единица продолжительности. Она закрыла бы все остальные.
meaning-padded-name = До или после имён стоят пробелы. Здесь они убраны, но в других местах такое имя могут не узнать.
meaning-left-out = В файле есть сессии, которые ещё черновики, отклонены или сняты. В программу они не входят и не показаны.
meaning-broken-component = У записи календаря есть только одна из двух строк BEGIN и END, часто из-за оборванной загрузки. Её содержание может быть неполным.
meaning-no-calendar-line = В календаре есть строки без имени свойства, обычно потому, что переносы строк в описании не экранированы. Другие календари могут не принять файл.
meaning-no-start = У события календаря нет начала, поэтому неизвестно, когда проходит сессия.
meaning-shared-uid = У разных событий один UID, а он должен быть единственным. Календари при импорте могут оставить только одно из них.
meaning-older-version = В календаре есть несколько версий события. В программу входит только самая новая.
meaning-rule-not-followed = Сессия повторяется по правилу, которое не выполняется, например каждый час. Некоторых её повторов здесь нет.
meaning-repeats-on = Сессия повторяется без конца, например еженедельная встреча. Она показана на 400 дней, чтобы программа не была бесконечной.
meaning-zone-by-rules = Имя часового пояса неизвестно, но его правила в файле — как у известного. Часы верны; имя выведено из правил.
meaning-zone-not-followed = Часовой пояс описан в файле правилами, которые не выполняются. Время в нём может летом или зимой отличаться на час.
meaning-times-in-utc = Всё время указано в UTC: так его записывают многие программы. Без часового пояса места часы — не те, что на месте, и вечер может попасть на другой день.
meaning-several-zones = Время дано в разных часовых поясах, и ни один не назван поясом мероприятия. Поэтому у одновременных сессий могут быть разные часы.
meaning-damaged = Файл XML обрывается слишком рано или в нём нарушены теги. Сессий после этого места может не быть.
meaning-dead-link = В ссылке нет имени сайта (например, /talks/frogs), и она действует только на сайте, откуда взята. Здесь её не открыть.
meaning-mended-link = Начало адреса написано с ошибкой, например htps. Что имелось в виду, ясно, поэтому взят верный адрес, но другие программы его не откроют.
meaning-other-scheme = Адрес начинается со схемы, которую браузеры не открывают, например git или irc. Его можно прочитать и скопировать, но не открыть.
meaning-no-address = На месте адреса стоят слова вроде «появится позже». Открывать нечего, поэтому они пропущены.
meaning-outside-dates = Сессия назначена на день, когда мероприятие не проходит. Неверна либо её дата, либо даты мероприятия.
meaning-room-overlap = Две сессии проходят одновременно в одном зале. Участники узнали бы об этом только у двери.
meaning-skipped-time = В ночь, когда часы переводят вперёд, одного часа не бывает. Сессия в такое время читается как на час позже, но автор мог иметь в виду другое.
meaning-repeated-time = В ночь, когда часы переводят назад, один час наступает дважды. Взят первый; смещение от UTC говорит, какой имеется в виду.
meaning-person-overlap = Человек участвует в двух сессиях одновременно, а быть может только в одной.
meaning-missing-date = В мероприятии из нескольких дней есть сессия со временем, но без дня: неизвестно, когда на неё идти.
meaning-short-walk = У докладчика две сессии в разных залах, и промежуток между ними короче дороги, указанной в walking. Вторая сессия начнётся с опозданием.
meaning-outside-hours = Сессия проходит до открытия дверей или после их закрытия в этот день. Участники окажутся перед закрытой дверью.
meaning-too-few-seats = Участников сессии больше, чем мест в зале, даже без слушателей.
meaning-speaker-without-session = Человек есть среди докладчиков, но ни одна сессия не называет его имени. Либо сессии не хватает, либо имя в ней другое.
meaning-unused-person = У человека есть таблица, но нет роли, и ни одна сессия или организатор его не называет. Читатели видят имя без объяснения.
meaning-unused-room = У зала есть таблица, но в нём не проходит ни одной сессии. Часто сессии называют его иначе.
meaning-unused-track = У направления есть таблица, но к нему не относится ни одна сессия. Часто сессии называют его иначе.
meaning-duplicate-title = У двух сессий с разными участниками одно название. Возможно, его скопировали и не изменили; в списке их не различить.
meaning-no-break = Больше четырёх часов сессии идут без промежутка. Участникам нужно время, чтобы отдохнуть, поесть и перейти в другой зал.
meaning-missing-translation = У текста нет языка, который есть у большинства других, поэтому читающие на нём видят его на другом.
meaning-faint-color = Цвет направления настолько тёмный или светлый, что почти не виден в терминале с похожим фоном.
