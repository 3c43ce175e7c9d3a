//! What somebody's plan means for a program: which sessions its picks are now, where they collide, what fits.
