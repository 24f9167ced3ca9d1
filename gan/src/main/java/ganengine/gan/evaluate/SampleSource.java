package ganengine.gan.evaluate;

/** A generator as measures see it. */
public interface SampleSource {
  /** Rows and columns of an image; 1 for points. */
  int side();

  /** 1 for grey, 3 for colour, 2 for points in the plane. */
  int channels();

  /** Whether it takes labels. */
  boolean conditional();

  /** Images [count, side, side, channels] in [-1, 1], a function of the seed. */
  float[] draw(int count, long seed);

  /**
   * An image of each of these labels.
   *
   * @throws UnsupportedOperationException if it takes none
   */
  float[] draw(int[] labels, long seed);
}
