package ganengine.gan.onnx;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A network of the kinds of blocks that Inception v3 has: convolutions with batch normalisation,
 * branches with 1 x 7 and 7 x 1 filters, averages with and without their pads, all joined, then a
 * pool of {@value #FEATURES} features and logits.
 */
public final class SmallInception {
  /** How wide the pool is. */
  public static final int FEATURES = 28;

  private final ModelWriter model = new ModelWriter(13).input("image", 0, 3, 75, 75);
  private int convolutions;

  private SmallInception() {}

  /** With two outputs, {@code logits} and {@code pool}. */
  public static Path write(Path file) throws IOException {
    SmallInception network = new SmallInception();
    network.joined();
    network.model.node("GlobalAveragePool", "joined mean").node("Flatten", "mean pool");
    network.scores(FEATURES);
    return network.model.output("logits").output("pool").write(file);
  }

  /** With one output, {@code pool}, as wide as Inception's. */
  public static Path ofFid(Path file) throws IOException {
    return wide().model.output("pool").write(file);
  }

  /** The same with scores for its only output. */
  public static Path ofScores(Path file) throws IOException {
    SmallInception network = wide();
    network.scores(2048);
    return network.model.output("logits").write(file);
  }

  private static SmallInception wide() {
    SmallInception network = new SmallInception();
    network.joined();
    network.conv("joined", "widened", FEATURES, 2048, 1, 1);
    network.model.node("ReduceMean", "widened pool", "axes", new long[] {2, 3}, "keepdims", 0);
    return network;
  }

  private void scores(int features) {
    model.node("Gemm", "pool heads bias logits", "transB", 1);
    model.weights("heads", 10, features).weights("bias", 10);
  }

  private void joined() {
    conv("image", "stem1", 3, 8, 3, 3, "strides", new long[] {2, 2});
    conv("stem1", "stem2", 8, 8, 3, 3, "pads", new long[] {1, 1, 1, 1});
    model.node(
        "MaxPool", "stem2 stem", "kernel_shape", new long[] {3, 3}, "strides", new long[] {2, 2});
    conv("stem", "one", 8, 6, 1, 1);
    conv("stem", "seven1", 8, 6, 1, 7, "pads", new long[] {0, 3, 0, 3});
    conv("seven1", "seven", 6, 6, 7, 1, "pads", new long[] {3, 0, 3, 0});
    average("stem", "averaged", 0);
    conv("averaged", "pooled", 8, 6, 1, 1);
    average("stem", "counted", 1);
    model.node(
        "MaxPool",
        "stem largest",
        "kernel_shape",
        new long[] {3, 3},
        "pads",
        new long[] {1, 1, 1, 1});
    conv("largest", "large", 8, 2, 1, 1);
    model.node("Concat", "one seven pooled counted large joined", "axis", 1);
  }

  private void average(String from, String to, int countPads) {
    model.node(
        "AveragePool",
        from + " " + to,
        "kernel_shape",
        new long[] {3, 3},
        "pads",
        new long[] {1, 1, 1, 1},
        "count_include_pad",
        countPads);
  }

  private void conv(
      String from, String to, int in, int out, int rows, int columns, Object... attributes) {
    String n = "_" + convolutions++;
    model.node("Conv", "%s w%s c%s".formatted(from, n, n), attributes);
    model.node("BatchNormalization", "c# g# b# m# v# n#".replace("#", n));
    model.node("Relu", "n%s %s".formatted(n, to));
    model.weights("w" + n, out, in, rows, columns).positive("g" + n, out).weights("b" + n, out);
    model.weights("m" + n, out).positive("v" + n, out);
  }
}
