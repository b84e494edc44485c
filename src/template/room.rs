//! What surfaces a template is drawn for: shapes, and the proportions and least size of the room inside the margins.

use crate::format::{Format, Shape};

/// Surfaces a template is drawn for.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Room {
    /// Shapes of the whole surface.
    pub shapes: Vec<Shape>,
    /// Least and greatest width of the safe area as a multiple of its height.
    pub aspect: Option<[f32; 2]>,
    /// Least width and height of the safe area, in rem.
    pub least: Option<[f32; 2]>,
}

/// Why a surface is not one the template is drawn for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Another shape.
    Shape,
    /// Its safe area is too slim or too broad.
    Aspect,
    /// Its safe area is too small.
    Size,
}

impl Unfit {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::Aspect => "aspect",
            Self::Size => "size",
        }
    }
}

impl Room {
    /// Whether the template is drawn for a surface.
    ///
    /// # Errors
    /// Why it is not.
    pub fn takes(&self, format: &Format) -> Result<(), Unfit> {
        let safe = format.safe_box();
        if !self.shapes.contains(&format.shape) {
            return Err(Unfit::Shape);
        }
        let aspect = safe.width / safe.height.max(1.0);
        if self.aspect.is_some_and(|[least, most]| aspect < least || aspect > most) {
            return Err(Unfit::Aspect);
        }
        let rem = format.rem.max(f32::MIN_POSITIVE);
        if self.least.is_some_and(|[width, height]| safe.width < width * rem || safe.height < height * rem) {
            return Err(Unfit::Size);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Formats;

    fn takes(room: &Room, name: &str) -> Result<(), Unfit> {
        room.takes(Formats::built_in().get(name).unwrap())
    }

    #[test]
    fn a_room_says_which_surfaces_it_takes() {
        let room = Room { shapes: vec![Shape::Wide], aspect: Some([1.5, 3.0]), least: Some([20.0, 14.0]) };
        assert_eq!(takes(&room, "fb-link"), Ok(()));
        assert_eq!(takes(&room, "fb-square"), Err(Unfit::Shape));
        // A 16:9 banner whose safe area is a strip of 1546 × 423.
        assert_eq!(takes(&room, "yt-banner"), Err(Unfit::Aspect));
        // 384 × 192 at 16 px a rem is 24 × 12 rem, less its margin.
        assert_eq!(takes(&room, "led-p10-384x192"), Err(Unfit::Size));
        assert_eq!(takes(&Room { shapes: vec![Shape::Wide], ..Room::default() }, "yt-banner"), Ok(()));
    }
}
