//! schedule.xml: pentabarf, frab, pretalx, wafer, EMF.

mod corpus;
mod damage;
mod facts;
mod published;
mod strict;
