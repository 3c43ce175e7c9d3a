//! The markup of prose is rendered in every output.

use super::*;

/// The prose fields of an event file, as lines with a gap for the text.
const FIELDS: [(&str, &str); 8] = [
    ("description", ""),
    ("abstract", "[[agenda]]\ntitle = 'A'\n"),
    ("description", "[[agenda]]\ntitle = 'A'\nabstract = 'Short.'\n"),
    ("content_note", "[[agenda]]\ntitle = 'A'\n"),
    ("bio", "[[people]]\nname = 'Anna'\n"),
    ("description", "[[sponsors]]\nname = 'Mill'\n"),
    ("description", "[[rooms]]\nname = 'Hall'\n"),
    ("text", "[[info]]\ntitle = 'Wi-Fi'\n"),
];

/// Prose in its written and its rendered form.
const PROSE: [(&str, &[&str]); 5] = [
    ("<p>Rivers &amp; <b>dams</b></p><p>Ice</p>", &["Rivers & dams", "Ice"]),
    ("**Rivers** and _dams_\n\n- ice\n- fog", &["Rivers and dams", "– ice", "– fog"]),
    (
        "# Rivers\n\nSee [the map](https://example.org/map) &amp; go.",
        &["Rivers", "See the map (https://example.org/map) & go."],
    ),
    ("<ul><li>Ice</li><li>Fog &lt;&gt;</li></ul>", &["– Ice", "– Fog <>"]),
    ("Ice<br>Fog &quot;here&quot;", &["Ice", "Fog \"here\""]),
];

#[test]
fn show_prints_no_markup() {
    let folder = Folder::new("markup");
    for (field, head) in FIELDS {
        for (written, read) in PROSE {
            folder.file("a.toml", format!("title = 'T'\n{head}{field} = '''\n{written}'''\n"));
            let result = folder.kurultai(&["show", "a.toml"]).out;
            for line in read {
                assert!(
                    result.lines().any(|shown| shown.trim() == *line),
                    "no {line:?} of {field}:\n{result}"
                );
            }
            for mark in ["<p>", "<b>", "<li>", "<br>", "&amp;", "&lt;", "&quot;", "**", "](", "# "] {
                assert!(!result.contains(mark), "{mark} of {head}{field}:\n{result}");
            }
        }
    }
}

#[test]
fn other_ways_out_have_no_foreign_markup() {
    let folder = Folder::new("markup-export");
    for (field, head) in FIELDS {
        let text =
            format!("title = 'T'\ndate = 2026-05-01\n{head}{field} = '<p>Rivers &amp; <b>dams</b></p>'\n");
        folder.file("a.toml", text);
        for format in ["md", "csv", "ics"] {
            let result = folder.kurultai(&["export", "--to", format, "a.toml"]).out;
            for mark in ["<p>", "<b>", "&amp;"] {
                assert!(!result.contains(mark), "{mark} of {field} in {format}:\n{result}");
            }
        }
        let result = folder.kurultai(&["export", "--to", "html", "a.toml"]).out;
        assert!(result.contains("Rivers &amp; <strong>dams</strong>"), "{result}");
        let result = folder.kurultai(&["search", "dams", "a.toml"]).out;
        assert!(result.contains("  Rivers & dams\n"), "{result}");
    }
}
