package ganengine.gan.latent;

/**
 * Spherical linear interpolation (Shoemake 1985): the direction turns at a constant rate on the
 * great circle, while the length goes linearly from one end's to the other's.
 */
final class Slerp {
  /** Below this sine two directions are the same or opposite, as far as floats can tell. */
  private static final double NO_ANGLE = 1e-6;

  private Slerp() {}

  /**
   * The vector at a share of the way; exactly an end at 0 and 1.
   *
   * <p>Where no great circle is given: between parallel vectors, and from or to zero, it is the
   * straight line; opposite vectors turn by way of the coordinate axis that is farthest from them.
   */
  static float[] between(float[] from, float[] to, double share) {
    if (share == 0 || share == 1) {
      return (share == 0 ? from : to).clone();
    }
    double fromLength = length(from);
    double toLength = length(to);
    if (fromLength == 0 || toLength == 0) {
      return line(from, to, share);
    }
    double[] start = scaled(from, 1 / fromLength);
    double[] end = scaled(to, 1 / toLength);
    double cosine = dot(start, end);
    double[] across = rest(end, start);
    double sine = Math.sqrt(dot(across, across));
    if (sine < NO_ANGLE) {
      if (cosine > 0) {
        return line(from, to, share);
      }
      across = rest(farthestAxis(start), start);
    }
    double width = Math.sqrt(dot(across, across));
    double angle = share * Math.atan2(sine, cosine);
    double length = (1 - share) * fromLength + share * toLength;
    float[] between = new float[from.length];
    for (int i = 0; i < between.length; i++) {
      between[i] =
          (float) (length * (Math.cos(angle) * start[i] + Math.sin(angle) * across[i] / width));
    }
    return between;
  }

  /** The straight line. */
  static float[] line(float[] from, float[] to, double share) {
    float[] between = new float[from.length];
    for (int i = 0; i < between.length; i++) {
      between[i] = (float) ((1 - share) * from[i] + share * to[i]);
    }
    return between;
  }

  /** What is left of a vector without its part along a unit vector. */
  private static double[] rest(double[] vector, double[] unit) {
    double along = dot(vector, unit);
    double[] rest = new double[vector.length];
    for (int i = 0; i < rest.length; i++) {
      rest[i] = vector[i] - along * unit[i];
    }
    return rest;
  }

  private static double[] farthestAxis(double[] unit) {
    int farthest = 0;
    for (int i = 1; i < unit.length; i++) {
      if (Math.abs(unit[i]) < Math.abs(unit[farthest])) {
        farthest = i;
      }
    }
    double[] axis = new double[unit.length];
    axis[farthest] = 1;
    return axis;
  }

  private static double[] scaled(float[] vector, double factor) {
    double[] scaled = new double[vector.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = vector[i] * factor;
    }
    return scaled;
  }

  private static double length(float[] vector) {
    double[] exact = scaled(vector, 1);
    return Math.sqrt(dot(exact, exact));
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
