package ganengine.gan.model;

import ganengine.engine.tensor.Shape;

/**
 * The images a network makes or judges: square, NHWC.
 *
 * @param side height and width in pixels
 * @param channels 1 for grey, 3 for colour
 */
public record ImageShape(int side, int channels) {
  /** The shape of a batch of them: [count, side, side, channels]. */
  public Shape batch(int count) {
    return Shape.of(count, side, side, channels);
  }

  /** Numbers in one image. */
  public int size() {
    return side * side * channels;
  }
}
