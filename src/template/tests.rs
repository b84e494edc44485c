//! Templates from source to markup, the nasty ones included.

use super::*;
