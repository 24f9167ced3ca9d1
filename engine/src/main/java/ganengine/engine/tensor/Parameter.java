package ganengine.engine.tensor;

/**
 * A named tensor that is written in place: a weight that an optimiser trains, or (trainable false)
 * a running statistic that a layer keeps. Belongs to the scope it was made in.
 */
public final class Parameter extends Tensor {
  private final String name;
  private final boolean trainable;

  private Parameter(String name, boolean trainable, Tensor value) {
    super(value.shape(), value.storage());
    this.name = name;
    this.trainable = trainable;
  }

  /** A weight, taking over the value's memory. */
  public static Parameter trainable(String name, Tensor value) {
    return new Parameter(name, true, value);
  }

  /** A running statistic, taking over the value's memory. */
  public static Parameter statistic(String name, Tensor value) {
    return new Parameter(name, false, value);
  }

  /** Its name within its layer: {@code weight}, {@code gamma}. Networks say whose it is. */
  public String name() {
    return name;
  }

  /** Whether an optimiser updates it. */
  public boolean trainable() {
    return trainable;
  }

  /** Writes all values, row-major. */
  public void set(float[] values) {
    device().upload(values, 0, shape().elements(), buffer(), 0);
  }

  /** Writes all values, row-major. */
  public void set(double[] values) {
    device().upload(values, 0, shape().elements(), buffer(), 0);
  }

  @Override
  public String toString() {
    return "Parameter " + name + " " + shape();
  }
}
