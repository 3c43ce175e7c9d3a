//! The order of hits.

use super::Searched;

#[test]
fn titles_come_before_all_else_and_whole_words_before_beginnings() {
    let searched = Searched::of(
        "title = 'A conference of rust'\n\
         agenda = [\n\
         { title = 'Text', abstract = 'All of it in rust.' },\n\
         { title = 'Text inside', description = 'No trust.' },\n\
         { title = 'Track', track = 'Rust' },\n\
         { title = 'Trust' },\n\
         { title = 'What rustls does' },\n\
         { title = 'Rustls' },\n\
         { title = 'What Rust does' },\n\
         { title = 'More Rust' },\n\
         { title = 'Rust, again' },\n\
         { title = '“Rust”' },\n\
         { title = 'Python' },\n\
         ]\n",
    );
    let expected = [
        "“Rust”: name",
        "of Rust: name",
        "Rust, again: name",
        "What Rust does: name",
        "More Rust: name",
        "the A conference of rust: name",
        "Rustls: name",
        "What rustls does: name",
        "Trust: name",
        "Track: about",
        "Text: text",
        "Text inside: text",
    ];
    assert_eq!(searched.find("rust"), expected);
}

#[test]
fn more_words_in_the_title_come_before_fewer() {
    let searched = Searched::of(
        "title = 't'\n\
         agenda = [\n\
         { title = 'Async', abstract = 'In rust.' },\n\
         { title = 'Async', track = 'Rust' },\n\
         { title = 'Rust is not async' },\n\
         { title = 'Why async Rust' },\n\
         { title = 'Async Rust in depth' },\n\
         { title = 'Async Rust' },\n\
         { title = 'Neither', description = 'Async is not of rust.' },\n\
         { title = 'Async alone' },\n\
         ]\n",
    );
    let expected = [
        "Async Rust: name",
        "Async Rust in depth: name",
        "Rust is not async: name",
        "Why async Rust: name",
        "Async: name–about",
        "Async: name–text",
        "Neither: text",
    ];
    assert_eq!(searched.find("async rust"), expected);
    assert_eq!(searched.find("ASYNC  rust async"), expected);
}

#[test]
fn equal_hits_are_in_schedule_order() {
    let searched = Searched::of(
        "title = 'One'\n\
         agenda = [\n\
         { title = 'One', date = 2025-02-02, start = '10:00' },\n\
         { title = 'One', subtitle = 'untimed', date = 2025-02-01 },\n\
         { title = 'One', date = 2025-02-01, start = '10:00' },\n\
         ]\n\
         speakers = [{ name = 'One' }]\n\
         organizers = [{ name = 'One' }]\n\
         sponsors = [{ name = 'One' }]\n\
         rooms = [{ name = 'One' }]\n\
         tracks = [{ name = 'One' }]\n\
         delegations = [{ name = 'One' }]\n\
         info = [{ title = 'One' }]\n",
    );
    let names = searched.names("one");
    assert_eq!(
        names,
        ["One", "One", "One", "@One", "&One", "$One", "in One", "of One", "+One", "the One", "i One"]
    );
    let first = searched.index.find(&super::needles("one"));
    assert_eq!(searched.names("untimed"), ["One"]);
    assert_eq!(searched.index.find(&super::needles("untimed"))[0].item, first[1].item);
}

#[test]
fn typos_rank_last_and_only_without_exact_matches() {
    let searched = Searched::of(
        "title = 't'\n\
         agenda = [\n\
         { title = 'Opening', room = 'Janson' },\n\
         { title = 'Jansonists' },\n\
         { title = 'Closing', abstract = 'By Mr Jansen.' },\n\
         { title = 'Trust' },\n\
         { title = 'Rust' },\n\
         ]\n",
    );
    // Prose that contains the word proves nothing, because it may have the same typo.
    assert_eq!(
        searched.find("jansen"),
        ["Closing: text", "in Janson: name", "Jansonists: name", "Opening: about"]
    );
    assert_eq!(searched.names("janzon"), ["in Janson", "Jansonists", "Opening"]);
    assert_eq!(searched.names("janson"), ["in Janson", "Jansonists", "Opening"]);
    assert_eq!(searched.names("rust"), ["Rust", "Trust"]);
    assert_eq!(searched.names("crust"), ["Trust", "Rust"]);
}
