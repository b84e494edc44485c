//! Export: an Artwork becomes the bytes of a rendition.
