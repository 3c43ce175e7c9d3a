//! TOML values: one writing method for each reading method of `TableReader`.

use chrono::{NaiveDate, NaiveTime};

use super::text::{localized_text, plain_text, quoted};
use super::times;
use super::toml_writer::TomlWriter;
use crate::format::event_file::entity_id::EntityId;
use crate::format::event_file::open_enum::OpenEnum;
use crate::format::event_file::record::Record;
use crate::format::event_file::table_reader::is_shown;
use crate::format::event_file::time_context::unknown_conference;
use crate::model::{
    Attachment, Attendance, Color, Dates, Link, LocalizedText, Participation, Role, Rooms, SessionId, Times,
    Zone,
};
use crate::text::{Lang, SafeText};

#[expect(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the schema passes a reference to each field, whatever its type"
)]
impl TomlWriter<'_> {
    pub(crate) fn text(&mut self, key: &str, text: &Option<SafeText>) {
        self.put(key, text.as_ref().and_then(plain_text));
    }

    pub(crate) fn id(&mut self, key: &str, id: &Option<SafeText>) {
        self.put(key, self.made_id.or(id.as_ref()).and_then(plain_text));
    }

    pub(crate) fn title(&mut self, key: &str, title: &LocalizedText) {
        self.put(key, localized_text(title));
    }

    pub(crate) fn localized(&mut self, key: &str, text: &Option<LocalizedText>) {
        self.put(key, text.as_ref().and_then(localized_text));
    }

    pub(crate) fn localized_list(&mut self, key: &str, texts: &[LocalizedText]) {
        self.list(key, &texts.iter().filter_map(localized_text).collect::<Vec<_>>());
    }

    pub(crate) fn localized_or_list(&mut self, key: &str, texts: &[LocalizedText]) {
        self.value_or_list(key, texts.iter().filter_map(localized_text).collect());
    }

    pub(crate) fn prose(&mut self, key: &str, text: &Option<LocalizedText>) {
        if let Some(text) = text {
            self.prose_text(key, text);
        }
    }

    /// Writes a date or time without quotes, any other text with quotes.
    pub(crate) fn text_or_datetime(&mut self, key: &str, text: &Option<SafeText>) {
        let is_datetime = |text: &SafeText| {
            text.parse::<toml::value::Datetime>().is_ok_and(|datetime| datetime.to_string() == **text)
        };
        let value = |text| if is_datetime(text) { Some(text.to_string()) } else { plain_text(text) };
        self.put(key, text.as_ref().and_then(value));
    }

    pub(crate) fn number(&mut self, key: &str, number: &Option<u32>) {
        self.put(key, number.map(|number| number.to_string()));
    }

    pub(crate) fn flag(&mut self, key: &str, flag: &bool) {
        self.put(key, flag.then(|| "true".to_owned()));
    }

    pub(crate) fn color(&mut self, key: &str, color: &Option<Color>) {
        let hex = |Color(red, green, blue)| quoted(&format!("#{red:02x}{green:02x}{blue:02x}"));
        self.put(key, color.map(hex));
    }

    pub(crate) fn time(&mut self, key: &str, time: &Option<NaiveTime>) {
        self.put(key, time.map(times::time));
    }

    pub(crate) fn required_date(&mut self, key: &str, date: &NaiveDate) {
        self.put(key, times::date(*date));
    }

    pub(crate) fn dates(&mut self, dates: &Dates) {
        if let Some(day) = dates.only_day() {
            return self.put("date", times::date(day));
        }
        let end = dates.end.filter(|end| dates.start.is_none_or(|start| start <= *end));
        self.put("start", dates.start.and_then(times::date));
        self.put("end", end.and_then(times::date));
    }

    pub(crate) fn times(&mut self, times: &Times) {
        for (key, value) in times::times(times, &self.context.clock) {
            self.put(key, Some(value));
        }
    }

    pub(crate) fn zone(&mut self, key: &str, zone: &Zone) {
        self.put(key, zone.name().filter(|_| *zone != Zone::Utc).map(|name| quoted(&name)));
    }

    pub(crate) fn day_change(&mut self, key: &str, time: &NaiveTime) {
        let is_default = *time == unknown_conference().day_change;
        self.put(key, (!is_default).then(|| times::time(*time)));
    }

    pub(crate) fn language(&mut self, key: &str, lang: &Option<Lang>) {
        self.put(key, lang.as_ref().map(|lang| quoted(lang.as_str())));
    }

    pub(crate) fn languages(&mut self, key: &str, langs: &[Lang]) {
        self.list(key, &langs.iter().map(|lang| quoted(lang.as_str())).collect::<Vec<_>>());
    }

    pub(crate) fn url(&mut self, key: &str, url: &Option<SafeText>) {
        self.put(key, url.as_ref().and_then(address));
    }

    pub(crate) fn required_url(&mut self, key: &str, url: &SafeText) {
        self.put(key, address(url));
    }

    /// Writes links; a link without a label is its URL alone.
    pub(crate) fn links(&mut self, key: &str, links: &[Link]) {
        let shown = links.iter().filter(|link| is_shown(&link.url));
        let value = |link: &Link| match link.label.as_ref().and_then(localized_text) {
            None => quoted(&link.url),
            Some(_) => self.inline(link),
        };
        let values: Vec<String> = shown.map(value).collect();
        self.list(key, &values);
    }

    pub(crate) fn table(&mut self, key: &str, record: &Option<impl Record>) {
        let table = record.as_ref().map(|record| self.inline(record));
        self.put(key, table);
    }

    pub(crate) fn attachments(&mut self, key: &str, files: &[Attachment]) {
        let shown = files.iter().filter(|file| is_shown(&file.url));
        let tables: Vec<String> = shown.map(|file| self.inline(file)).collect();
        self.list(key, &tables);
    }

    pub(crate) fn open_enum(&mut self, key: &str, word: &Option<impl OpenEnum>) {
        self.put(key, word.as_ref().map(|word| quoted(word.word())));
    }

    pub(crate) fn attendance(&mut self, key: &str, attendance: &Option<Attendance>) {
        let word = Attendance::WORDS.into_iter().find(|(_, known)| Some(*known) == *attendance);
        self.put(key, word.map(|(word, _)| quoted(word)));
    }

    /// Writes the roles of a person, unless the table name implies them.
    pub(crate) fn roles(&mut self, key: &str, roles: &[Role]) {
        let roles: Vec<String> = roles.iter().map(|role| quoted(role.word())).collect();
        self.list(key, if self.table == "people" { &roles } else { &[] });
    }

    fn entity<I: EntityId>(&self, id: I) -> Option<String> {
        I::names(self.context).word(id.into()).and_then(plain_text)
    }

    pub(crate) fn reference<I: EntityId>(&mut self, key: &str, id: &Option<I>) {
        self.put(key, id.and_then(|id| self.entity(id)));
    }

    pub(crate) fn required_reference<I: EntityId>(&mut self, key: &str, id: &I) {
        self.put(key, self.entity(*id));
    }

    pub(crate) fn references<I: EntityId>(&mut self, key: &str, ids: &[I]) {
        self.list(key, &ids.iter().filter_map(|id| self.entity(*id)).collect::<Vec<_>>());
    }

    pub(crate) fn rooms(&mut self, key: &str, rooms: &Rooms) {
        match rooms {
            Rooms::All => self.put(key, Some(quoted("*"))),
            Rooms::In(rooms) => {
                self.value_or_list(key, rooms.iter().filter_map(|room| self.entity(*room)).collect());
            }
        }
    }

    /// Writes `speakers` and `people`.
    pub(crate) fn participations(&mut self, people: &[Participation]) {
        let is_speaker = |part: &&Participation| part.role == Some(Role::Speaker) && part.name.is_none();
        let (speakers, others) = people.split_at(people.iter().take_while(is_speaker).count());
        let speakers: Vec<_> = speakers.iter().map(|speaker| speaker.person).collect();
        self.references("speakers", &speakers);
        let value = |other: &Participation| {
            let name = self.entity(other.person)?;
            let is_name = other.role.is_none() && other.name.as_ref().and_then(localized_text).is_none();
            Some(if is_name { name } else { self.inline(other) })
        };
        let others: Vec<String> = others.iter().filter_map(value).collect();
        self.list("people", &others);
    }

    /// Writes a reference to another session, unless it closes a cycle, which the reader would reject.
    pub(crate) fn related_session(&mut self, key: &'static str, id: &Option<SessionId>) {
        let id = id.filter(|_| !self.context.cycles.contains(&(key, self.index)));
        let word = id.and_then(|id| self.context.sessions.word(id.index()));
        self.put(key, word.and_then(plain_text));
    }
}

/// Returns a URL, unless readers would display it differently.
fn address(url: &SafeText) -> Option<String> {
    is_shown(url).then(|| quoted(url))
}
