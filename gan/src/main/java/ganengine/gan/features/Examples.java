package ganengine.gan.features;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Problem;
import ganengine.gan.UserError;

/** Labelled rows of numbers as liblinear takes them, each with a 1 at its end for the bias. */
final class Examples {
  /** Of a number: the node, aligned, and the reference to it. */
  private static final long BYTES = 28;

  /** The share of the heap that they may take. */
  private static final double SHARE = 0.7;

  static {
    // It would print its iterations on standard output.
    Linear.disableDebugOutput();
  }

  private Examples() {}

  /**
   * A problem of these rows.
   *
   * @param rows [labels, width]
   * @param labels the class of each
   */
  static Problem of(float[] rows, int[] labels) {
    int width = rows.length / labels.length;
    Problem problem = new Problem();
    problem.l = labels.length;
    problem.n = width + 1;
    problem.bias = 1;
    problem.x = new Feature[labels.length][];
    problem.y = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      Feature[] row = new Feature[width + 1];
      for (int j = 0; j < width; j++) {
        row[j] = new FeatureNode(j + 1, rows[i * width + j]);
      }
      row[width] = new FeatureNode(width + 1, 1);
      problem.x[i] = row;
      problem.y[i] = labels[i];
    }
    return problem;
  }

  /**
   * Before they are made: that they fit into memory.
   *
   * @param option that says how many examples there are, for the message
   * @throws UserError if not
   */
  static void requireRoom(String option, int count, int width) {
    double bytes = (double) count * width * (BYTES + Float.BYTES);
    boolean countable = (long) count * width <= Integer.MAX_VALUE - 16;
    if (bytes > SHARE * Runtime.getRuntime().maxMemory() || !countable) {
      throw new UserError(
          "%s: %,d images of %,d features take %.1f GB, more than %s; use fewer%s"
              .formatted(
                  option,
                  count,
                  width,
                  bytes / 1e9,
                  countable ? "Java's heap has room for" : "an array of Java holds",
                  countable ? more(bytes) : ""));
    }
  }

  private static String more(double bytes) {
    return ", or give it more: java -Xmx%.0fg -jar gan-engine.jar ..."
        .formatted(Math.ceil(bytes / SHARE / (1 << 30)));
  }
}
