//! `kurultai check --explain CODE`.

use super::*;

#[test]
fn a_code_is_explained_with_a_bad_and_a_good_example() {
    let folder = Folder::new("explain");
    check(
        &folder.kurultai(&["check", "--explain", "bad-time"]),
        "error[bad-time]\n\
         \n\
         A time of day is not readable, so the session is listed without it. Times are\n\
         texts with two digits for the hour.\n\
         \n\
         Bad (event.toml):\n\
         \n\
         \x20   title = \"Pond days\"\n\
         \x20   date = 2027-05-01\n\
         \x20   [[agenda]]\n\
         \x20   title = \"Frogs\"\n\
         \x20   start = 9:30\n\
         \n\
         event.toml:5:9: error[bad-time]: `9:30` is not a valid time.\n\
         \x20 |\n\
         5 | start = 9:30\n\
         \x20 |         ^^^^\n\
         \x20 = help: Write `\"09:30\"`.\n\
         \n\
         Good:\n\
         \n\
         \x20   title = \"Pond days\"\n\
         \x20   date = 2027-05-01\n\
         \x20   [[agenda]]\n\
         \x20   title = \"Frogs\"\n\
         \x20   start = \"09:30\"\n",
        "",
        0,
    );
}

#[test]
fn it_is_explained_in_the_language_of_the_arguments() {
    let folder = Folder::new("explain-languages");
    let ky = folder.kurultai(&["check", "--explain", "guessed-encoding", "--lang", "ky", "--width", "60"]);
    check(
        &ky,
        "түшүндүрмө[guessed-encoding]\n\
         \n\
         Файл UTF-8де эмес, коддоосу да көрсөтүлгөн эмес, ошондуктан\n\
         ал тамгалары боюнча божомолдонот. Божомол туура эмес болсо,\n\
         аттар ката чыгат.\n\
         \n\
         Начар (event.toml):\n\
         \n\
         \x20   title = \"Pond days\"\n\
         \x20   subtitle = \"\\xC9t\\xE9 \\xE0 Paris\"\n\
         \n\
         \\x жана андан кийинки эки цифра он алтылык эсептөөдөгү\n\
         байтты билдирет.\n\
         \n\
         event.toml:1:1: түшүндүрмө[guessed-encoding]: Файл UTF-8де эмес, анда коддоо көрсөтүлгөн эмес; ал мындай окулду: windows-1252.\n\
         \x20 |\n\
         1 | title = \"Pond days\"\n\
         \x20 | ^\n\
         \x20 = кеңеш: Ар бир тамга так болушу үчүн файлды UTF-8 коддоосунда сактаңыз.\n\
         \n\
         Жакшы:\n\
         \n\
         \x20   title = \"Pond days\"\n\
         \x20   subtitle = \"Été à Paris\"\n",
        "",
        0,
    );
    check(
        &folder.kurultai(&["--lang", "ru", "check", "--explain", "too-many"]),
        "ошибка[too-many]\n\
         \n\
         Записей одного вида в программе больше, чем бывает у настоящих конференций:\n\
         обычно файл неверно записан другой программой. Показаны первые, до предела.\n\
         \n\
         Примера нет: такой файл слишком велик или не текстовый.\n",
        "",
        0,
    );
}

#[test]
fn a_code_may_be_written_as_check_prints_it() {
    let folder = Folder::new("explain-brackets");
    let expected = folder.kurultai(&["check", "--explain", "bad-time"]);
    assert_eq!(expected.code, Some(0));
    for written in ["[bad-time]", "error[bad-time]", "error[bad-time]:", "ката[bad-time"] {
        assert_eq!(folder.kurultai(&["check", "--explain", written]), expected, "{written}");
    }
    let sentence = "There is no code `error[bad-tiem]:`; did you mean `bad-time`?\n";
    check(&folder.kurultai(&["check", "--explain", "error[bad-tiem]:"]), "", sentence, 2);
}

#[test]
fn an_unknown_code_is_an_error() {
    let folder = Folder::new("explain-unknown");
    for (written, sentence) in [
        ("bad-tiem", "There is no code `bad-tiem`; did you mean `bad-time`?\n"),
        ("Room_Overlap", "There is no code `Room_Overlap`; did you mean `room-overlap`?\n"),
        (
            "frogs\u{1b}[31m",
            "There is no code `frogs\u{fffd}[31m`; `kurultai check` prints the code of each problem in brackets: `[bad-time]`.\n",
        ),
        (
            "",
            "There is no code ``; `kurultai check` prints the code of each problem in brackets: `[bad-time]`.\n",
        ),
    ] {
        check(&folder.kurultai(&["check", "--explain", written]), "", sentence, 2);
    }
    let ru = folder.kurultai(&["check", "--explain", "bad-tiem", "--ui-lang", "ru"]);
    check(&ru, "", "Нет кода `bad-tiem`; может быть, `bad-time`?\n", 2);
}

#[test]
fn a_code_and_a_file_exclude_each_other() {
    let folder = Folder::new("explain-file");
    folder.file("a.toml", "title = 'A'\n");
    for arguments in [&["check", "--explain", "bad-time", "a.toml"][..], &["check"], &["check", "--explain"]]
    {
        let result = folder.kurultai(arguments);
        assert_eq!((result.out.as_str(), result.code), ("", Some(2)), "{arguments:?}: {}", result.err);
    }
}
