//! Tests of all themes: every role can be read.

use std::collections::{BTreeMap, BTreeSet};

use ratatui::style::{Color, Modifier, Style};

use super::palette::contrast;
use super::shipped::{Asset, THEMES, section};
use super::*;

/// The 16 colors of a terminal, in order.
type Sixteen = [[u8; 3]; 16];

const XTERM: Sixteen = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];
const VGA: Sixteen = [
    [0, 0, 0],
    [170, 0, 0],
    [0, 170, 0],
    [170, 85, 0],
    [0, 0, 170],
    [170, 0, 170],
    [0, 170, 170],
    [170, 170, 170],
    [85, 85, 85],
    [255, 85, 85],
    [85, 255, 85],
    [255, 255, 85],
    [85, 85, 255],
    [255, 85, 255],
    [85, 255, 255],
    [255, 255, 255],
];

/// Returns the RGB value of a color. `bright` replaces the first eight of the 16 by the others, as many terminals do in bold.
fn shown(color: Color, sixteen: &Sixteen, bright: bool) -> [u8; 3] {
    let number = match color {
        Color::Rgb(red, green, blue) => return [red, green, blue],
        Color::Indexed(index @ 16..=231) => {
            let level = |n: u8| [0, 95, 135, 175, 215, 255][usize::from(n % 6)];
            let n = index - 16;
            return [level(n / 36), level(n / 6), level(n)];
        }
        Color::Indexed(index @ 232..) => return [8 + 10 * (index - 232); 3],
        Color::Indexed(index) => usize::from(index),
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Reset => panic!("the terminal's own color"),
    };
    sixteen[if bright && number < 8 { number + 8 } else { number }]
}

/// Roles with intentionally low contrast, and roles that are not text.
const FAINT: [TextRole; 4] = [TextRole::Faint, TextRole::MarkerQuiet, TextRole::Rule, TextRole::Scrollbar];
/// Roles that never occur in a selected row.
const BESIDE: [TextRole; 2] = [TextRole::Rule, TextRole::Scrollbar];

/// Returns the roles with too little contrast. `background` and `text` are those of the terminal.
fn unreadable(palette: Palette, background: [u8; 3], text: [u8; 3], sixteen: &Sixteen) -> Vec<String> {
    unreadable_in(&Theme::for_palette(palette), [3.0, 4.5], background, text, sixteen)
}

/// Returns the roles of a theme with less contrast than `least` for faint roles and for all others.
fn unreadable_in(
    theme: &Theme,
    least: [f64; 2],
    background: [u8; 3],
    text: [u8; 3],
    sixteen: &Sixteen,
) -> Vec<String> {
    let palette = theme.palette;
    let own = |color: Option<Color>| color.filter(|color| *color != Color::Reset);
    let background = own(theme.screen.bg).map_or(background, |color| shown(color, sixteen, false));
    let text = own(theme.screen.fg).map_or(text, |color| shown(color, sixteen, false));
    let mut bad = Vec::new();
    let below = [None, Some(TextRole::Selected), Some(TextRole::SelectedQuiet)].map(|row| {
        let back = row.and_then(|row| theme.style(row).bg);
        (row, back.map_or(background, |color| shown(color, sixteen, false)))
    });
    for (role, style) in
        theme.styles.iter().map(|(role, style)| (*role, *style)).chain([(TextRole::Text, Style::new())])
    {
        let is_faint = FAINT.contains(&role) || matches!(role, TextRole::Track(_));
        let least = least[usize::from(!is_faint)];
        for (row, back) in below {
            if row.is_some() && BESIDE.contains(&role) {
                continue;
            }
            for bright in [false, style.add_modifier.contains(Modifier::BOLD)] {
                let mut front = style.fg.map_or(text, |color| shown(color, sixteen, bright));
                if style.add_modifier.contains(Modifier::DIM) {
                    let parts = [0, 1, 2].map(|at| (u16::from(front[at]) * 2 + u16::from(back[at])) / 3);
                    front = parts.map(|part| u8::try_from(part).unwrap());
                }
                // Reversing swaps both, which keeps the contrast.
                let contrast = contrast(front, back);
                if contrast < least {
                    bad.push(format!("{palette:?} {role:?} in {row:?} on {back:?}: {contrast:.2} < {least}"));
                }
            }
        }
    }
    bad
}

#[test]
fn everything_can_be_read_on_every_background() {
    let mut bad = Vec::new();
    let (black, white) = ([0; 3], [255; 3]);
    for palette in [Palette::True, Palette::Indexed, Palette::Basic] {
        for sixteen in [&XTERM, &VGA] {
            bad.extend(unreadable(palette(Background::Dark), black, sixteen[7], sixteen));
            bad.extend(unreadable(palette(Background::Light), white, black, sixteen));
        }
    }
    for palette in [Palette::True, Palette::Indexed] {
        for dark in [[0x1e, 0x1e, 0x1e], [0x00, 0x2b, 0x36]] {
            let faint = unreadable(palette(Background::Dark), dark, [0xd0; 3], &XTERM);
            bad.extend(faint.into_iter().filter(|bad| !bad.contains("Rule")));
        }
        for light in [[0xfd, 0xf6, 0xe3], [0xef, 0xf1, 0xf5]] {
            let faint = unreadable(palette(Background::Light), light, [0x38, 0x3a, 0x42], &XTERM);
            bad.extend(faint.into_iter().filter(|bad| !bad.contains("Rule") && !bad.contains("Scrollbar")));
        }
    }
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn every_theme_can_be_read() {
    let mut bad = Vec::new();
    for (name, base) in BaseTheme::NAMES {
        let least = if base == BaseTheme::HighContrast { [4.5, 7.0] } else { [3.0, 4.5] };
        for background in [Background::Dark, Background::Light] {
            for palette in
                [Palette::True(background), Palette::Indexed(background), Palette::Basic(background)]
            {
                let theme = Theme::new(base.into(), palette, None);
                let colors = theme.palette;
                let is_light = matches!(
                    colors,
                    Palette::True(Background::Light)
                        | Palette::Indexed(Background::Light)
                        | Palette::Basic(Background::Light)
                );
                let (back, text) = if is_light { ([255; 3], [0; 3]) } else { ([0; 3], XTERM[7]) };
                let least = if matches!(colors, Palette::Basic(_)) { [3.0, 4.5] } else { least };
                for sixteen in [&XTERM, &VGA] {
                    let found = unreadable_in(&theme, least, back, text, sixteen);
                    bad.extend(found.into_iter().map(|bad| format!("{name}: {bad}")));
                }
            }
        }
    }
    bad.sort_unstable();
    bad.dedup();
    assert_eq!(bad, Vec::<String>::new());
}

#[test]
fn every_theme_fills_every_role() {
    let themes: BTreeMap<String, Asset> = toml::from_str(THEMES).unwrap();
    let roles = |name: &str| {
        let roles = themes[name].roles.keys().filter(|role| **role != TextRole::Text);
        roles.collect::<Vec<_>>()
    };
    for name in themes.keys() {
        assert_eq!(roles(name), roles("dark"), "{name}");
        assert_eq!(themes[name].tracks.len(), TRACKS, "{name}");
    }
    for (name, theme) in &themes {
        let alone: Asset = toml::from_str(section(name)).unwrap();
        assert_eq!(alone.roles, theme.roles, "{name}");
        assert_eq!(alone.tracks, theme.tracks, "{name}");
        assert_eq!(alone.background, theme.background, "{name}");
    }
    assert_eq!(roles("dark").len(), TextRole::NAMES.len() - 1, "all but text");
    // Every section belongs to a theme.
    let mut used = BTreeSet::new();
    for (_, base) in BaseTheme::NAMES {
        for background in [Background::Dark, Background::Light] {
            for terminal in [Palette::Mono, Palette::Basic(background), Palette::True(background)] {
                let palette = base.palette(terminal);
                used.insert(base.section(palette).to_owned());
            }
        }
    }
    assert_eq!(used, themes.keys().cloned().collect());
}

#[test]
fn role_names_are_those_of_the_asset() {
    for (name, role) in TextRole::NAMES {
        let parsed: Asset = toml::from_str(&format!("tracks = []\n{name} = {{}}\n")).unwrap();
        assert_eq!(parsed.roles.into_keys().collect::<Vec<_>>(), [role], "{name}");
        assert_eq!(TextRole::from_name(name), Some(role));
    }
}

#[test]
fn mono_has_no_color_and_shows_the_selection() {
    let mono = Theme::for_palette(Palette::Mono);
    for style in mono.styles.values() {
        assert_eq!((style.fg, style.bg), (None, None));
    }
    let backgrounds = [Background::Dark, Background::Light];
    let colored = backgrounds.into_iter().flat_map(|background| {
        [Palette::Basic(background), Palette::Indexed(background), Palette::True(background)]
    });
    for palette in colored.chain([Palette::Mono]) {
        for (name, base) in BaseTheme::NAMES {
            let theme = Theme::new(base.into(), palette, None);
            assert_ne!(theme.style(TextRole::Selected), theme.style(TextRole::Text), "{name} {palette:?}");
            assert_ne!(
                theme.style(TextRole::Selected),
                theme.style(TextRole::SelectedQuiet),
                "{name} {palette:?}"
            );
        }
    }
}

#[test]
fn a_terminal_is_followed_that_can_be_asked() {
    let (colors, term) = (Palette::True(Background::Dark), Some("xterm-256color"));
    let theme = |base: BaseTheme, palette, terminal| Theme::new(base.into(), palette, terminal);
    let follows = |base, palette, terminal| theme(base, palette, terminal).follows_terminal();
    assert!(follows(BaseTheme::Auto, colors, term));
    assert!(follows(BaseTheme::HighContrast, colors, term));
    assert!(follows(BaseTheme::Auto, Palette::Basic(Background::Dark), Some("xterm")));
    for base in [BaseTheme::Light, BaseTheme::Dark, BaseTheme::Monochrome, BaseTheme::GruvboxDark] {
        assert!(!follows(base, colors, term), "{base:?}");
    }
    assert!(!follows(BaseTheme::Auto, Palette::Mono, term));
    for terminal in [None, Some(""), Some("dumb"), Some("linux")] {
        assert!(!follows(BaseTheme::Auto, colors, terminal), "{terminal:?}");
    }
    let light = Theme::for_palette(Palette::True(Background::Light));
    assert_eq!(theme(BaseTheme::Light, colors, term).styles, light.styles);
    let followed = theme(BaseTheme::Auto, colors, term).on(Background::Light);
    assert!(followed.follows_terminal());
    assert_eq!(followed.styles, light.styles);
}

#[test]
fn changes_keep_the_rest_of_a_theme() {
    let dark = Palette::True(Background::Dark);
    let change = |role: &str, spec: &str| {
        let spec: StyleSpec = toml::from_str(spec).unwrap();
        (TextRole::from_name(role).unwrap(), spec)
    };
    let roles = [
        change("selected", "bg = '#112233'"),
        change("title", "bold = false\nfg = '#ffffff'"),
        change("link", "fg = 'cyan'"),
    ];
    let changes = Styles { background: Paint::parse("#101010"), roles: roles.into_iter().collect() };
    let definition = ThemeDefinition { base: BaseTheme::Auto, changes };
    let theme = Theme::new(definition.clone(), dark, None);
    assert_eq!(theme.style(TextRole::Selected), Style::new().bg(Color::Rgb(0x11, 0x22, 0x33)).bold());
    assert_eq!(theme.style(TextRole::Title), Style::new().fg(Color::Rgb(255, 255, 255)));
    assert_eq!(theme.style(TextRole::Dim), Theme::for_palette(dark).style(TextRole::Dim));
    assert_eq!(theme.screen(), Style::reset().bg(Color::Rgb(0x10, 0x10, 0x10)));
    // With 16 colors, only the terminal's own are used, and without colors none.
    let basic = Theme::new(definition.clone(), Palette::Basic(Background::Dark), None);
    assert_eq!((basic.screen(), basic.style(TextRole::Title)), (Style::reset(), Style::new()));
    assert_eq!(basic.style(TextRole::Link).fg, Some(Color::Cyan));
    assert_eq!(basic.style(TextRole::Selected), Style::new().reversed());
    assert_eq!(Theme::new(definition, Palette::Mono, None).style(TextRole::Link).fg, None);
}

#[test]
fn track_colors_of_a_schedule_are_used_where_they_can_be_read() {
    let palettes = [Palette::True(Background::Dark), Palette::True(Background::Light)];
    let [dark, light] = palettes.map(Theme::for_palette);
    let (yellow, navy, orange) = ([0xff, 0xff, 0], [0, 0, 0x80], [0xd0, 0x60, 0x10]);
    let color = |theme: &Theme, color: [u8; 3]| theme.style(TextRole::track(9, Some(color))).fg;
    let own = |[red, green, blue]: [u8; 3]| Some(Color::Rgb(red, green, blue));
    assert_eq!((color(&dark, yellow), color(&light, navy)), (own(yellow), own(navy)));
    assert_eq!((color(&dark, orange), color(&light, orange)), (own(orange), own(orange)));
    assert_eq!(color(&light, yellow), light.style(TextRole::Track(1)).fg);
    assert_eq!(color(&dark, navy), dark.style(TextRole::Track(1)).fg);
    let basic = Theme::for_palette(Palette::Basic(Background::Dark));
    assert_eq!(color(&basic, yellow), basic.style(TextRole::Track(1)).fg);
    assert_eq!(
        color(&Theme::for_palette(Palette::Indexed(Background::Dark)), yellow),
        Some(Color::Indexed(226))
    );
}

#[test]
fn texts_on_tinted_blocks_can_be_read() {
    let mut count = 0;
    for (name, base) in BaseTheme::NAMES {
        for background in [Background::Dark, Background::Light] {
            let theme = Theme::new(base.into(), Palette::True(background), None);
            let own = [[0xff, 0, 0xff], [0, 0x72, 0xb2], [0xff; 3], [0; 3], [0xd0, 0x60, 0x10]];
            let own = own.map(|color| TextRole::track(0, Some(color)));
            let roles = (0..TRACKS).map(|number| TextRole::track(number, None)).chain(own);
            for role in roles.chain([TextRole::Pick, TextRole::Bad]) {
                let Some(tint) = theme.tint(role) else { continue };
                let tint = shown(tint, &XTERM, false);
                for (text, least) in
                    [(role, 3.0), (TextRole::Dim, 4.5), (TextRole::Faint, 3.0), (TextRole::Pick, 4.5)]
                {
                    let text_color = shown(theme.style(text).fg.unwrap(), &XTERM, false);
                    let contrast = contrast(text_color, tint);
                    assert!(contrast >= least, "{name} {role:?} {text:?} on {tint:?}: {contrast:.2}");
                    count += 1;
                }
            }
        }
    }
    assert!(count > 300, "{count} pairs");
    let dark = Theme::for_palette(Palette::True(Background::Dark));
    assert!((0..TRACKS).all(|number| dark.tint(TextRole::track(number, None)).is_some()));
    for palette in [Palette::Indexed(Background::Dark), Palette::Basic(Background::Dark), Palette::Mono] {
        assert_eq!(Theme::for_palette(palette).tint(TextRole::track(0, None)), None, "{palette:?}");
    }
}
