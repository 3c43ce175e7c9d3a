//! [`Themed`]: a widget with the theme that it is drawn in.

use crate::theme::Theme;

/// A widget whose roles get their styles from a theme when it is drawn, so that it can be kept over a change of theme.
#[derive(Debug)]
pub(in crate::tui) struct Themed<'a, W: ?Sized> {
    pub(in crate::tui) widget: &'a W,
    pub(in crate::tui) theme: &'a Theme,
}
