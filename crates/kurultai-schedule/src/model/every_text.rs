//! All texts of a [`Conference`].

use super::{
    Attachment, Conference, Day, Delegation, Info, LanguagePreference, Link, LocalizedText, Organizer,
    Participation, Person, Room, Session, Sponsor, Tier, Track, Venue,
};

/// The form of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// Several lines, in Markdown or HTML.
    Prose,
    /// One line, which differs between languages.
    Line,
    /// A name or label. Without translations, it is the same in all languages.
    Name,
}

/// Implements the traversal of the texts of each type: the kind of text, or `Parts` for fields that contain texts
/// themselves.
macro_rules! texts {
    ($($type:ident { $($kind:ident: $($field:ident)+;)+ })+) => {$(
        impl $type {
            fn visit<'a>(&'a self, see: &mut impl FnMut(TextKind, &'a LocalizedText)) {
                $($(for item in self.$field.iter() {
                    texts!(@$kind visit item see);
                })+)+
            }

            fn visit_mut(&mut self, see: &mut impl FnMut(TextKind, &mut LocalizedText)) {
                $($(for item in self.$field.iter_mut() {
                    texts!(@$kind visit_mut item see);
                })+)+
            }
        }
    )+};
    (@Parts $visit:ident $part:ident $see:ident) => { $part.$visit($see) };
    (@$kind:ident $visit:ident $text:ident $see:ident) => { $see(TextKind::$kind, $text) };
}

texts! {
    Conference {
        Line: subtitle theme topics;
        Prose: description;
        Parts: sessions infos people days venue;
        Name: contact;
        Parts: rooms tracks organizers tiers sponsors delegations links;
    }
    Venue { Name: name address city country; }
    Link { Name: label; }
    Day { Line: title; }
    Room { Name: name building floor; Prose: description; }
    Track { Name: name; }
    Person { Name: name organization country pronouns; Line: positions; Prose: bio; Parts: links; }
    Session {
        Line: title subtitle;
        Prose: summary description content_note;
        Name: source_type level tags;
        Parts: people links attachments;
    }
    Participation { Name: name; }
    Attachment { Name: label; }
    Organizer { Name: name role organization contact; }
    Tier { Name: name; }
    Sponsor { Name: name project; Prose: description; }
    Delegation { Name: name; }
    Info { Line: title; Prose: text; }
}

impl Conference {
    /// Calls `see` for every text.
    pub fn for_each_text<'a>(&'a self, mut see: impl FnMut(TextKind, &'a LocalizedText)) {
        see(TextKind::Line, &self.title);
        self.visit(&mut see);
    }

    /// Same as [`Self::for_each_text`], for changes.
    pub fn for_each_text_mut(&mut self, mut see: impl FnMut(TextKind, &mut LocalizedText)) {
        see(TextKind::Line, &mut self.title);
        self.visit_mut(&mut see);
    }

    /// Replaces each translated text by the version to show.
    pub fn keep_one_language(&mut self, reading: &LanguagePreference) {
        self.for_each_text_mut(|_, texts| {
            if texts.iter().nth(1).is_some() {
                *texts = LocalizedText::untagged(texts.get(reading).clone());
            }
        });
    }
}
