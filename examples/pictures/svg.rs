//! Screens as SVG. Each text has a fixed width, so columns align in any font.

use kurultai_schedule::text::width;
use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use crate::color::{BACKGROUND, Look};
use crate::shapes::Shape;

/// The width of a cell in points. Odd, so that centered one-point lines are sharp.
pub(crate) const WIDTH: u16 = 9;
pub(crate) const HEIGHT: u16 = 19;

/// The margin around the screen.
const MARGIN: u16 = 16;
/// The distance from the top of a cell to the baseline.
const BASELINE: u16 = 14;
const FONT: &str = "ui-monospace, 'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace";

/// Cells of a row to draw together.
struct Run {
    column: u16,
    columns: u16,
    text: String,
    look: Look,
}

/// Draws a screen.
pub(crate) fn draw(buffer: &Buffer, caption: &str) -> String {
    let (columns, rows) = (buffer.area.width, buffer.area.height);
    let (wide, high) = (columns * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {wide} {high}\" width=\"{wide}\" height=\"{high}\" \
         role=\"img\">\n<title>{}</title>\n<rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\" \
         fill=\"{BACKGROUND}\" stroke=\"#3a4048\"/>\n<g font-family=\"{FONT}\" font-size=\"15\">\n",
        escape(caption),
        wide - 1,
        high - 1,
    );
    // Crisp edges leave no gap between rows at any scale.
    svg += "<g shape-rendering=\"crispEdges\">\n";
    for row in 0..rows {
        for run in runs(buffer, row, same_paper) {
            svg += &paper(&run, row);
        }
    }
    for row in 0..rows {
        for run in runs(buffer, row, same_drawing) {
            svg += &shape(&run, row).unwrap_or_default();
        }
    }
    svg += "</g>\n";
    for row in 0..rows {
        for run in runs(buffer, row, same_drawing) {
            svg += &text(&run, row);
        }
    }
    svg += "</g>\n</svg>\n";
    svg
}

/// Splits a row into runs. `joins` decides if a symbol continues a run.
fn runs(buffer: &Buffer, row: u16, joins: fn(&Run, &str, &Look) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let (symbol, look) = (cell.symbol(), Look::of(cell));
        // A wide character also covers the next cell.
        let columns = u16::try_from(width(symbol)).unwrap_or(1).max(1);
        match runs.last_mut() {
            Some(run) if joins(run, symbol, &look) => {
                run.text.push_str(symbol);
                run.columns += columns;
            }
            _ => runs.push(Run { column, columns, text: symbol.to_owned(), look }),
        }
        column += columns;
    }
    runs
}

fn same_paper(run: &Run, _: &str, look: &Look) -> bool {
    run.look.paper == look.paper
}

/// Joins texts with the same style across gaps of up to two blanks, and parts of one line. Wide characters
/// are separate.
fn same_drawing(run: &Run, symbol: &str, look: &Look) -> bool {
    if run.look != *look {
        return false;
    }
    let last = run.text.chars().next_back().map(String::from).unwrap_or_default();
    match (Shape::of(&last), Shape::of(symbol)) {
        (Some(before), Some(shape)) => before == shape && shape.joins(),
        (None, None) => {
            let is_gap = run.text == " " || (last == " " && symbol == " ");
            !is_gap && width(&last) < 2 && width(symbol) < 2
        }
        _ => false,
    }
}

fn at(run: &Run, row: u16) -> (u16, u16) {
    (MARGIN + run.column * WIDTH, MARGIN + row * HEIGHT)
}

fn paper(run: &Run, row: u16) -> String {
    let Some(paper) = &run.look.paper else { return String::new() };
    let (x, y) = at(run, row);
    let wide = run.columns * WIDTH;
    format!("<rect x=\"{x}\" y=\"{y}\" width=\"{wide}\" height=\"{HEIGHT}\" fill=\"{paper}\"/>\n")
}

/// Returns the shape of a run of line or block characters.
fn shape(run: &Run, row: u16) -> Option<String> {
    let shape = Shape::of(&run.text.chars().next()?.to_string())?;
    let (path, ink) = (shape.path(at(run, row), run.columns), &run.look.ink);
    let dim = if run.look.modifier.contains(Modifier::DIM) { " opacity=\"0.66\"" } else { "" };
    Some(if shape.is_filled() {
        format!("<path d=\"{path}\" fill=\"{ink}\"{dim}/>\n")
    } else {
        format!("<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\"{dim}/>\n")
    })
}

fn text(run: &Run, row: u16) -> String {
    let text = run.text.trim_end();
    if text.is_empty() || shape(run, row).is_some() {
        return String::new();
    }
    let (x, y) = at(run, row);
    let long = u16::try_from(width(text)).unwrap_or(0) * WIDTH;
    let (ink, attributes) = (&run.look.ink, run.look.attributes());
    format!(
        "<text x=\"{x}\" y=\"{}\" textLength=\"{long}\" lengthAdjust=\"spacingAndGlyphs\" \
         fill=\"{ink}\"{attributes}>{}</text>\n",
        y + BASELINE,
        escape(text),
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    /// Returns the body of a picture with its window.
    fn body(line: &str, style: Style) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, line, style);
        let svg = draw(&buffer, "a <caption>");
        assert!(svg.contains("<title>a &lt;caption&gt;</title>"));
        let (_, body) = svg.split_once("crispEdges\">\n").unwrap();
        body.strip_suffix("</g>\n</svg>\n").unwrap().replace("</g>\n", "")
    }

    #[test]
    fn texts_are_parted_by_gaps_and_say_how_wide_they_are() {
        let text = |x: u16, long: u16, text: &str| {
            format!(
                "<text x=\"{x}\" y=\"30\" textLength=\"{long}\" lengthAdjust=\"spacingAndGlyphs\" \
                 fill=\"#d8dbe0\">{text}</text>\n"
            )
        };
        assert_eq!(body("a b  <&>", Style::new()), text(16, 27, "a b") + &text(61, 27, "&lt;&amp;&gt;"));
        assert_eq!(body("日 x", Style::new()), text(16, 18, "日") + &text(43, 9, "x"));
        assert_eq!(body("", Style::new()), "");
    }

    #[test]
    fn lines_are_one_path() {
        assert_eq!(
            body("──┬─ x", Style::new()),
            "<path d=\"M16 25.5H34\" fill=\"none\" stroke=\"#d8dbe0\"/>\n\
             <path d=\"M38.5 35V25.5M34 25.5H43\" fill=\"none\" stroke=\"#d8dbe0\"/>\n\
             <path d=\"M43 25.5H52\" fill=\"none\" stroke=\"#d8dbe0\"/>\n\
             <text x=\"61\" y=\"30\" textLength=\"9\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#d8dbe0\">x</text>\n"
        );
    }

    #[test]
    fn weights_and_papers() {
        let style = Style::new().add_modifier(Modifier::BOLD | Modifier::DIM | Modifier::REVERSED);
        assert_eq!(
            body("x", style),
            "<rect x=\"16\" y=\"16\" width=\"9\" height=\"19\" fill=\"#d8dbe0\"/>\n\
             <text x=\"16\" y=\"30\" textLength=\"9\" lengthAdjust=\"spacingAndGlyphs\" fill=\"#15181c\" \
             font-weight=\"bold\" opacity=\"0.66\">x</text>\n"
        );
    }
}
