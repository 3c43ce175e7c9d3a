//! `kurultai export`: a program in the format of others.

use super::*;

#[test]
fn export_writes_an_event_file_and_says_what_it_does_not_hold() {
    let folder = Folder::new("export");
    folder.file("a.toml", "agenda = [{ start = 09:30:00, title = 'S' }]\ndate = 2025-02-01\ntitle = 'T'\n");
    folder.file("b.toml", "title = { ky = 'A', kg = 'B' }\n");
    let said = folder.kurultai(&["export", "--to", "toml", "a.toml"]);
    let written = "title = \"T\"\ndate = 2025-02-01\n\n[[agenda]]\ntitle = \"S\"\nstart = \"09:30\"\n";
    check(&said, written, "", 0);
    let said = folder.kurultai(&["export", "--to=toml", "b.toml"]);
    let lost = "b.toml: event “A”: an event file cannot hold its `title` as it is.\n\
        b.toml: there is a mistake in this file; `kurultai check` says which.\n";
    check(&said, "title = { ky = \"A\" }\n", lost, 0);
    check(&folder.kurultai(&["export", "--to", "toml", "no"]), "", "no: there is no such file.\n", 2);
    let said = folder.kurultai(&["export", "--to", "toml", "--ui-lang", "ru", "b.toml"]);
    assert!(
        said.err.starts_with("b.toml: event «A»: `title` не записать в файл мероприятия"),
        "{}",
        said.err
    );
    assert!(here(&["export", "--help"]).out.contains("kurultai export --to toml my-event.toml > tidy.toml"));
}
