package ganengine.gan.features;

import ganengine.engine.tensor.Shape;
import ganengine.gan.UserError;
import ganengine.gan.data.Shuffle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A layer's activations where the object is and where it isn't, for a regression to tell apart.
 *
 * @param rows [present, features]: each activation of a whole sample where classes tell of samples,
 *     one place in all maps where boxes tell of places
 * @param present whether the object is there
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
record Evidence(float[] rows, boolean[] present) {
  /** Where both kinds are. */
  Evidence {
    int there = 0;
    for (boolean one : present) {
      there += one ? 1 : 0;
    }
    if (there == 0 || there == present.length) {
      throw new UserError(
          "the object is in %s of %,d samples; take more (--count, --held-out), or another --seed"
              .formatted(there == 0 ? "none" : "all", present.length));
    }
  }

  /**
   * Places, as in the paper: those of a map whose middle lies in a box, and as many others of the
   * same samples, drawn by seed.
   *
   * @param values [samples, height, width, maps]
   * @param shape [1, height, width, maps]
   * @param side of a sample in pixels
   * @throws UserError if no place is in a box, or all are
   */
  static Evidence ofPlaces(float[] values, Shape shape, ObjectBoxes boxes, int side, long seed) {
    int height = shape.size(1);
    int width = shape.size(2);
    int maps = shape.size(3);
    List<Integer> inside = new ArrayList<>();
    List<Integer> outside = new ArrayList<>();
    for (int sample : boxes.samples()) {
      for (int cell = 0; cell < height * width; cell++) {
        int column = (2 * (cell % width) + 1) * side / (2 * width);
        int row = (2 * (cell / width) + 1) * side / (2 * height);
        (boxes.holds(sample, column, row) ? inside : outside).add(sample * height * width + cell);
      }
    }
    if (inside.isEmpty() || outside.isEmpty()) {
      throw new UserError(
          inside.isEmpty()
              ? "--boxes: no box holds the middle of one of the layer's %d x %d places; expected"
                      .formatted(height, width)
                  + " larger boxes, or a later --layer"
              : "--boxes: they cover their samples; expected places without the object too");
    }
    int[] order = Shuffle.order(seed, 0, outside.size());
    int others = Math.min(inside.size(), outside.size());
    float[] rows = new float[(inside.size() + others) * maps];
    boolean[] present = new boolean[inside.size() + others];
    Arrays.fill(present, 0, inside.size(), true);
    for (int i = 0; i < present.length; i++) {
      int place = i < inside.size() ? inside.get(i) : outside.get(order[i - inside.size()]);
      System.arraycopy(values, place * maps, rows, i * maps, maps);
    }
    return new Evidence(rows, present);
  }
}
