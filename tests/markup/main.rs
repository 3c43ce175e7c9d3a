//! Descriptions as people write them, each with its whole parsed form; and that no text, however hostile,
//! takes more than linear time.

#![cfg(test)]

mod any;
mod shown;

use kurultai_schedule::markup::{Block, Kind, Mark, Style, read};

/// Returns the blocks of a text, one per line: `p`, `h`, `code` or `rule`, after a `>` for each quote and the
/// list item that the block begins (`-`, `3.`) or continues (`+`), each with its depth. `*…*` is strong,
/// `/…/` emphasis, `` `…` `` code, `{…}` a link with the index of its URL, and `¶` a hard line break.
fn described(text: &str) -> String {
    let markup = read(text);
    let mut described: Vec<String> = markup.blocks.iter().map(block).collect();
    described.extend(markup.links.iter().enumerate().map(|(n, address)| format!("{n}: {address}")));
    described.join("\n")
}

fn block(block: &Block) -> String {
    let mut described = ">".repeat(block.quote);
    if let Some(item) = block.item {
        let mark = match item.mark {
            _ if !item.begins => "+".to_owned(),
            Mark::Bullet => "-".to_owned(),
            Mark::Number(number) => format!("{number}."),
        };
        described.push_str(&format!("{mark}{} ", item.depth));
    }
    described.push_str(match block.kind {
        Kind::Paragraph => "p ",
        Kind::Heading => "h ",
        Kind::Code => "code ",
        Kind::Rule => "rule",
    });
    for span in &block.spans {
        let sign = match span.style {
            Style::Plain => "",
            Style::Strong => "*",
            Style::Emphasis => "/",
            Style::Code => "`",
        };
        let text = span.text.replace('\n', "¶");
        match span.link {
            Some(link) => described.push_str(&format!("{{{link} {sign}{text}{sign}}}")),
            None => described.push_str(&format!("{sign}{text}{sign}")),
        }
    }
    described
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(described(text), expected.join("\n"), "{text:?}");
}

#[test]
fn a_star_inside_of_a_word_stays_one() {
    let check_plain = |text: &str| check(text, &[&format!("p {text}")]);
    check_plain("Aktivist*innen treffen Aktivist*innen");
    check_plain("2*3*4, 2**3**4, a_b_c und Aktivist_innen mit Aktivist_innen");
    check_plain("Жумушчу*лар жана студент*тер, 5 * 3 * 2");
    check("*Bürger*innen*, **Bürger*innen**", &["p /Bürger*innen/, *Bürger*innen*"]);
    check("Leser*innen und *alle* Leser*innen", &["p Leser*innen und /alle/ Leser*innen"]);
    check("`2*3*4` und 2*3*4 in <b>2*3*4</b>", &["p `2*3*4` und 2*3*4 in *2*3*4*"]);
    check("    2*3*4", &["p 2*3*4"]);
    check("- a*b*c\n\n```\na*b*c\n```", &["-1 p a*b*c", "code a*b*c"]);
    check(
        "https://a.example/a*b*c, a*b*c",
        &["p {0 https://a.example/a*b*c}, a*b*c", "0: https://a.example/a*b*c"],
    );
    check("[a*b*c](https://a.example/a*b*c)", &["p {0 a*b*c}", "0: https://a.example/a*b*c"]);
    check("<p>Leser*innen und Leser*innen</p>", &["p Leser*innen und Leser*innen"]);
    // All other emphasis is unchanged.
    check("*a* **b** ***c***, (*d*), „*e*“, *f*: **g**!", &["p /a/ *b* *c*, (/d/), „/e/“, /f/: *g*!"]);
    check("**N**ame, wort**teil**wort, 这是*重点*文字", &["p *N*ame, wort*teil*wort, 这是/重点/文字"]);
}

#[test]
fn markdown_is_read() {
    check("One *way*, **two** and `three`.\n\nNext.", &["p One /way/, *two* and `three`.", "p Next."]);
    check("# Head\ntext\n\nHead\n====\n- - -", &["h Head", "p text", "h Head", "rule"]);
    check("- a\n- b\n\n  more\n  - c\n- d", &["-1 p a", "-1 p b", "+1 p more", "-2 p c", "-1 p d"]);
    check("3. a\n4. b\n   * c\n\n   rest", &["3.1 p a", "4.1 p b", "-2 p c", "+1 p rest"]);
    check("> said\n> > before\n\nnow", &[">p said", ">>p before", "p now"]);
    check("```\nfn a() {\n\tb\n}\n```", &["code `fn a() {¶    b¶}`".replace('`', "").as_str()]);
    check(
        "[the *map*](https://a.example/ \"t\"), <https://b.example>, <salam@c.example>",
        &[
            "p {0 the }{0 /map/}, {1 https://b.example}, {2 salam@c.example}",
            "0: https://a.example/",
            "1: https://b.example",
            "2: mailto:salam@c.example",
        ],
    );
    check("![a picture](https://a.example/x.png) of it", &["p a picture of it"]);
    check("| a | b |\n|---|---|\n| c | **d** |", &["p a | b¶c | *d*"]);
    check("two  \nlines\\\nthree", &["p two¶lines¶three"]);
    check("~~cancelled~~", &["p ~~cancelled~~"]);
}

#[test]
fn html_is_read() {
    check(
        "<p>One <em>way</em>,\n  <b>two</b> &amp; <code>three</code>.</p>\n\n<p>Next.</p>",
        &["p One /way/, *two* & `three`.", "p Next."],
    );
    check("<h2>Head</h2><p>text</p><hr>", &["h Head", "p text", "rule"]);
    check(
        "<ul><li>a</li><li><p>b</p><p>more</p><ol start=3><li>c</ol></li></ul>after",
        &["-1 p a", "-1 p b", "+1 p more", "3.2 p c", "p after"],
    );
    check("<blockquote><p>said</p></blockquote>now", &[">p said", "p now"]);
    check("<pre><code>fn a() {\n  b &lt; c\n}</code></pre>", &["code fn a() {¶  b < c¶}"]);
    check(
        "<p>The <a href=\"https://a.example/?b&amp;c\">m<i>a</i>p</a></p>",
        &["p The {0 m}{0 /a/}{0 p}", "0: https://a.example/?b&c"],
    );
    check("<p>a<br>b<br/><br>c", &["p a¶b", "p c"]);
    check("<table><tr><th>a<th>b<tr><td>c<td>d</table>", &["p a | b¶c | d"]);
    check("<p><img src=x alt='a picture'> of it, <strike>yes</strike>", &["p a picture of it, ~~yes~~"]);
    check("<div><p>&nbsp;</p><p></p><ul><li></li></ul></div>", &[]);
}

#[test]
fn html_and_plain_text_mix() {
    check(
        "The main areas:\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n\nAll tools\nwill be there.\n\nThe end.",
        &["p The main areas:", "-1 p one", "-1 p two", "p All tools will be there.", "p The end."],
    );
    check("A <b>bold</b> word\n- and\n- a list", &["p A *bold* word", "-1 p and", "-1 p a list"]);
    check("one<br>two, **three**", &["p one¶two, *three*"]);
    check("**Who:** all\n\n<ul><li>a</li></ul>", &["p *Who:* all", "-1 p a"]);
    check("Vec<T> and <yawn>, 1 < 2, a<b", &["p Vec<T> and <yawn>, 1 < 2, a<b"]);
}

#[test]
fn plain_text_keeps_its_lines() {
    check(
        "Karaoke returns!\nWe aim to keep it friendly.",
        &["p Karaoke returns!¶We aim to keep it friendly."],
    );
    check(
        "Friday: 18:30 - 20:00\nSaturday: 13:00-15:00\nSunday: 12:30-14:00",
        &["p Friday: 18:30 - 20:00¶Saturday: 13:00-15:00¶Sunday: 12:30-14:00"],
    );
    check(
        "You need:\n• a laptop\n• patience\n\nand\n◦time",
        &["p You need:", "-1 p a laptop", "-1 p patience", "p and", "-1 p time"],
    );
    check(
        "It is hard to argue that energy is not the very heart of humankind's\n\
         major challenge. Up to now it is largely unscratched by a digital\n\
         revolution.",
        &["p It is hard to argue that energy is not the very heart of humankind's major challenge. \
          Up to now it is largely unscratched by a digital revolution."],
    );
    check("A line.\r\nAnother.\r\n\r\nA paragraph.", &["p A line.¶Another.", "p A paragraph."]);
    check("👉🏽 one\n👉🏽 two", &["p 👉🏽 one¶👉🏽 two"]);
}

#[test]
fn pasted_indentation_is_not_code() {
    let indented = "First.\n\n                    Learn what it says.\n                    Understand why.\n                ";
    check(indented, &["p First.", "p Learn what it says.¶Understand why."]);
    check("    All of it\n    stands in.", &["p All of it¶stands in."]);
    let long = format!("First.\n\n    {}", "A long paragraph that stands in. ".repeat(5));
    assert_eq!(read(&long).blocks[1].kind, Kind::Paragraph);
}

#[test]
fn a_line_below_a_paragraph_makes_no_head_of_it() {
    let paragraph = "A paragraph of some length that somebody parted from the next one by a line.";
    check(&format!("{paragraph}\n---\nNext."), &[&format!("p {paragraph}"), "rule", "p Next."]);
}

#[test]
fn bare_urls_are_links_everywhere() {
    check(
        "See https://a.example/b_c_d, (www.b.example) and **http://c.example**!",
        &[
            "p See {0 https://a.example/b_c_d}, ({1 www.b.example}) and {2 *http://c.example*}!",
            "0: https://a.example/b_c_d",
            "1: https://www.b.example",
            "2: http://c.example",
        ],
    );
    check(
        "https://a.example/_b_/*c* and *d*",
        &["p {0 https://a.example/_b_/*c}* and /d/", "0: https://a.example/_b_/*c"],
    );
    check("`https://a.example/_b_`", &["p {0 `https://a.example/_b_`}", "0: https://a.example/_b_"]);
    check("<p>On https://a.example.</p>", &["p On {0 https://a.example}.", "0: https://a.example"]);
    check("As [0] says.\n\n[0]: https://a.example", &["p As {0 [0]} says.", "0: https://a.example"]);
    check(
        "Nobody asks.\n\n[1]: https://a.example",
        &["p Nobody asks.", "p [1]: {0 https://a.example}", "0: https://a.example"],
    );
}

#[test]
fn unsafe_links_stay_text() {
    for text in [
        "[click](javascript:alert(1))",
        "[click](data:text/html,x)",
        "[click](file:///etc/passwd)",
        "<p><a href=\"javascript:alert(1)\" onclick=\"x()\">click</a></p>",
        "<p><a href=\" jAvAsCrIpT:alert(1)\">click</a></p>",
        "<p><a name=x>click</a></p>",
        "[click](https://a.example%2eb.example/)",
    ] {
        check(text, &["p click"]);
    }
}

#[test]
fn nothing_of_scripts_is_left() {
    check("<p>a<script>alert('<b>')</script><style>p { }</style>b</p>", &["p ab"]);
    check("a <script>alert(1)</script> b\n\nc", &["p a  b", "p c"]);
    check("<p>a<svg><animate onbegin=x><text>t</text></svg>b<!-- c --></p>", &["p ab"]);
    check("<script>alert(1)", &[]);
}

#[test]
fn decoded_entities_are_sanitized() {
    check("<p>a&#27;[31mb&#x80;c&#x202e;d</p>", &["p a\u{fffd}[31mb€c\u{fffd}d"]);
    check("a&#27;]0;x&#7;b", &["p a\u{fffd}]0;x\u{fffd}b"]);
    check("`a\u{1b}b`", &["p `a\u{fffd}b`"]);
    check("[x](https://a.example/&#27;)", &["p x"]);
}

#[test]
fn unclosed_tags_lose_little() {
    check("<p><b>loud<p>not</p>", &["p *loud*", "p not"]);
    check("<p><a href='https://a.example'>here<p>not</p>", &["p {0 here}", "p not", "0: https://a.example"]);
    check("<li>one<li>two</ul></p></li>three", &["-1 p one", "-1 p two", "p three"]);
    check("loud <b>words\n\nand others", &["p loud *words*", "p and others"]);
}
