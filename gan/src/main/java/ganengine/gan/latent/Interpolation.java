package ganengine.gan.latent;

import ganengine.gan.train.Sampler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Images on the way from each latent vector of a series to the next, as in the DCGAN paper's figure
 * 4 (Radford et al. 2015): a row for each pair of neighbours, both ends included.
 *
 * @param images [rows * steps, side, side, channels] in [-1, 1]
 * @param rows pairs
 * @param steps images in a row
 * @param labels [rows], the class of each row; empty without classes
 */
@SuppressWarnings("ArrayRecordComponent") // Drawn and measured, never compared.
public record Interpolation(float[] images, int rows, int steps, int[] labels) {
  /**
   * Walks from each vector to the next.
   *
   * @param series at least two vectors
   * @param steps images in a row, at least 2
   * @param labels one for each pair, so one fewer than vectors; empty without classes
   * @throws ganengine.gan.UserError if the generator has no such class
   */
  public static Interpolation along(
      Sampler sampler, LatentSet series, LatentPath path, int steps, int[] labels) {
    int rows = series.count() - 1;
    if (rows < 1 || steps < 2 || labels.length != (sampler.classes() == 0 ? 0 : rows)) {
      throw new IllegalArgumentException(
          "%d vectors, %d steps, %d labels: expected 2 or more, 2 or more, a label a pair or none"
              .formatted(series.count(), steps, labels.length));
    }
    float[] z = new float[rows * steps * series.length()];
    int[] ofEach = new int[rows * steps];
    for (int row = 0; row < rows; row++) {
      float[] from = series.vector(row);
      float[] to = series.vector(row + 1);
      for (int step = 0; step < steps; step++) {
        int image = row * steps + step;
        float[] between = path.between(from, to, step / (steps - 1.0));
        System.arraycopy(between, 0, z, image * series.length(), series.length());
        ofEach[image] = labels.length == 0 ? 0 : labels[row];
      }
    }
    return new Interpolation(sampler.images(z, ofEach), rows, steps, labels);
  }

  /** The images of one row, [steps, side, side, channels], copied. */
  public float[] row(int row) {
    int size = images.length / rows;
    return Arrays.copyOfRange(images, row * size, (row + 1) * size);
  }

  /**
   * The images of one step of all rows, [rows, side, side, channels]: a moving picture's frame.
   *
   * @param step from 0
   */
  public float[] frame(int step) {
    int size = images.length / (rows * steps);
    float[] frame = new float[rows * size];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(images, (row * steps + step) * size, frame, row * size, size);
    }
    return frame;
  }

  /** The steps of a walk there and back that can begin anew without a jump: 0, 1, 2, 1 for 3. */
  public List<Integer> thereAndBack() {
    List<Integer> order = new ArrayList<>();
    for (int step = 0; step < steps; step++) {
      order.add(step);
    }
    for (int step = steps - 2; step > 0; step--) {
      order.add(step);
    }
    return order;
  }

  /**
   * The straight cross-fade from a row's first image to its last, [steps, side, side, channels].
   */
  public float[] crossFade(int row) {
    float[] faded = row(row);
    int size = faded.length / steps;
    float[] first = Arrays.copyOf(faded, size);
    float[] last = Arrays.copyOfRange(faded, faded.length - size, faded.length);
    for (int step = 0; step < steps; step++) {
      float[] between = LatentPath.LINEAR.between(first, last, step / (steps - 1.0));
      System.arraycopy(between, 0, faded, step * size, size);
    }
    return faded;
  }
}
