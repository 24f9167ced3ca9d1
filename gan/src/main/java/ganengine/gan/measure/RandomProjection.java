package ganengine.gan.measure;

import ganengine.engine.op.MatMul;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import java.util.Arrays;

/**
 * Features that nobody learnt: pixels projected on fixed random directions, which keeps distances
 * about as they are (Johnson and Lindenstrauss 1984). They see what pixels see, no meaning.
 */
public final class RandomProjection {
  /** Directions. */
  public static final int WIDTH = 64;

  private static final int BATCH = 256;

  private RandomProjection() {}

  /**
   * Features of images, [count, {@value #WIDTH}], on the innermost scope's device.
   *
   * @param images [count, size]
   * @param size numbers in an image
   * @param seed of the directions: the same for all that is compared
   */
  public static Features of(float[] images, int size, long seed) {
    int count = images.length / size;
    float[] features = new float[count * WIDTH];
    try (Scope scope = Scope.inference()) {
      Tensor directions =
          new RandomSource(seed).normal(Shape.of(WIDTH, size), 0, 1 / Math.sqrt(WIDTH));
      for (int from = 0; from < count; from += BATCH) {
        int take = Math.min(BATCH, count - from);
        try (Scope batch = Scope.inference()) {
          Tensor pixels =
              Tensor.of(
                  Shape.of(take, size),
                  Arrays.copyOfRange(images, from * size, (from + take) * size));
          float[] values = MatMul.matMul(pixels, directions, false, true).toFloats();
          System.arraycopy(values, 0, features, from * WIDTH, values.length);
        }
      }
    }
    return new Features(features, count, WIDTH);
  }
}
