package ganengine.gan.latent;

import ganengine.gan.image.AnimatedGif;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * An interpolation as pictures.
 *
 * @param image the size of an image
 */
public record InterpolationPicture(ImageShape image) {
  /** A step stands a tenth of a second. */
  private static final int STEP_CENTISECONDS = 10;

  /** An end stands half a second. */
  private static final int END_CENTISECONDS = 50;

  /** A row for each pair. */
  public BufferedImage grid(Interpolation walked) {
    return ImageGrid.of(
        walked.images(),
        image.side(),
        image.side(),
        image.channels(),
        walked.rows(),
        walked.steps());
  }

  /** All pairs at once, from their first ends to their last and back. */
  public List<AnimatedGif.Frame> frames(Interpolation walked) {
    return walked.thereAndBack().stream().map(step -> frame(walked, step)).toList();
  }

  private AnimatedGif.Frame frame(Interpolation walked, int step) {
    boolean end = step == 0 || step == walked.steps() - 1;
    return new AnimatedGif.Frame(
        ImageGrid.of(walked.frame(step), image.side(), image.side(), image.channels()),
        end ? END_CENTISECONDS : STEP_CENTISECONDS);
  }
}
