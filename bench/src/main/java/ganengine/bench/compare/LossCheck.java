package ganengine.bench.compare;

import ganengine.bench.peer.PeerNetworks;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether two libraries compute the same losses from the same weights, images and z. */
final class LossCheck {
  /** Largest difference over the loss. */
  static final double TOLERANCE = 1e-3;

  private LossCheck() {}

  /** Runs both libraries and prints what came out; whether all losses agree. */
  static boolean run(List<PeerNetworks> networks, Path folder, PrintStream output)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of(folder.resolve("weights").toString()));
    networks.forEach(each -> arguments.add(each.name().toLowerCase(Locale.ROOT)));
    Object[] words = arguments.toArray();
    Map<String, double[]> ours =
        parse(output(Commands.ours("ganengine.bench.peer.FirstLosses", words), Map.of()));
    Map<String, double[]> theirs =
        parse(
            output(
                Commands.libtorch(true, "ganengine.bench.peer.LibtorchLosses", words),
                Commands.libtorchEnvironment(1)));
    boolean agree = true;
    for (String network : arguments.subList(1, arguments.size())) {
      double difference = difference(ours.get(network), theirs.get(network));
      agree &= difference <= TOLERANCE;
      output.printf(
          Locale.ROOT,
          "%s: losses of the first steps differ by at most %.1e of the loss (tolerance %.0e)%n",
          network,
          difference,
          TOLERANCE);
    }
    return agree;
  }

  private static Stream<String> output(List<String> command, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
    builder.environment().putAll(environment);
    Process process = builder.start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
  }

  /** By network, what follows its name in a line. */
  static Map<String, double[]> parse(Stream<String> lines) {
    Map<String, double[]> losses = new LinkedHashMap<>();
    lines
        .map(line -> line.split(" ", -1))
        .forEach(
            words ->
                losses.put(
                    words[0], Stream.of(words).skip(1).mapToDouble(Double::parseDouble).toArray()));
    return losses;
  }

  /** The largest difference over the first one's loss; infinite where either has none. */
  static double difference(double[] ours, double[] theirs) {
    if (ours == null || theirs == null || ours.length != theirs.length) {
      return Double.POSITIVE_INFINITY;
    }
    return IntStream.range(0, ours.length)
        .mapToDouble(i -> Math.abs(ours[i] - theirs[i]) / Math.abs(ours[i]))
        // A loss that is not a number agrees with nothing.
        .map(share -> Double.isNaN(share) ? Double.POSITIVE_INFINITY : share)
        .max()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
