//! What surfaces a template is drawn for: shapes, and the proportions and least size of the room inside the margins.

use crate::format::{Format, Shape};

/// Surfaces a template is drawn for.
#[derive(Debug, Clone, PartialEq)]
pub struct Room {
    /// Shapes of the whole surface.
    pub shapes: Vec<Shape>,
    /// Least and greatest width of the safe area as a multiple of its height.
    pub aspect: Option<[f32; 2]>,
    /// Least width and height of the safe area, in rem.
    pub least: Option<[f32; 2]>,
    /// Least area of it, in square rem: what a template with much to say asks for.
    pub area: Option<f32>,
    /// Whether it may be shown on LED boards, where small words and thin lines are lost.
    pub led: bool,
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
    /// It is an LED board.
    Led,
}

impl Unfit {
    /// Its name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shape => "shape",
            Self::Aspect => "aspect",
            Self::Size => "size",
            Self::Led => "led",
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
        if format.snap && !self.led {
            return Err(Unfit::Led);
        }
        let aspect = safe.width / safe.height.max(1.0);
        if self.aspect.is_some_and(|[least, most]| aspect < least || aspect > most) {
            return Err(Unfit::Aspect);
        }
        let rem = format.rem.max(f32::MIN_POSITIVE);
        if self.least.is_some_and(|[width, height]| safe.width < width * rem || safe.height < height * rem) {
            return Err(Unfit::Size);
        }
        if self.area.is_some_and(|area| safe.width * safe.height < area * rem * rem) {
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
        let any = Room { shapes: vec![Shape::Wide, Shape::Tall], aspect: None, least: None, area: None, led: true };
        let room = Room { aspect: Some([1.5, 3.0]), least: Some([20.0, 14.0]), ..any.clone() };
        assert_eq!(takes(&room, "fb-link"), Ok(()));
        assert_eq!(takes(&room, "fb-square"), Err(Unfit::Shape));
        // A 16:9 banner whose safe area is a strip of 1546 × 423.
        assert_eq!(takes(&room, "yt-banner"), Err(Unfit::Aspect));
        assert_eq!(takes(&any, "yt-banner"), Ok(()));
        // 384 × 192 at 16 px a rem is 24 × 12 rem, less its margin.
        assert_eq!(takes(&room, "led-p10-384x192"), Err(Unfit::Size));
        assert_eq!(takes(&Room { led: false, ..any.clone() }, "led-p3-1920x960"), Err(Unfit::Led));
        // A story's overlays leave 23.8 × 24.5 rem of it.
        assert_eq!(takes(&Room { area: Some(580.0), ..any.clone() }, "fb-story"), Ok(()));
        assert_eq!(takes(&Room { area: Some(590.0), ..any }, "fb-story"), Err(Unfit::Size));
    }
}
