package ganengine.gan.train;

import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;

/**
 * Where z comes from.
 *
 * @param length numbers in one z
 * @param distribution {@code normal}: N(0, 1); {@code uniform}: [-1, 1]
 */
public record Latents(int length, String distribution) {
  /** Draws [count, length]. */
  public Tensor draw(int count, RandomSource random) {
    Shape shape = Shape.of(count, length);
    return distribution.equals("uniform")
        ? random.uniform(shape, -1, 1)
        : random.normal(shape, 0, 1);
  }
}
