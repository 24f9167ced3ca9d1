package ganengine.gan.onnx;

import ganengine.engine.tensor.Tensor;

/** What goes from one operation to the next. */
sealed interface Value {
  /**
   * Real numbers on a device.
   *
   * @param tensor of rank 4: in the order that {@link ChannelsLast} says
   */
  record Reals(Tensor tensor) implements Value {}

  /**
   * Whole numbers on the host: shapes, axes, positions.
   *
   * @param rank 0 for a single one, else 1
   */
  @SuppressWarnings("ArrayRecordComponent") // Computed with, never compared.
  record Integers(int rank, long... values) implements Value {
    static Integers list(long... values) {
      return new Integers(1, values);
    }
  }
}
