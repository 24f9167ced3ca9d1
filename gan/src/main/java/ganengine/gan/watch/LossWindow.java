package ganengine.gan.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What training measured since the last look. */
final class LossWindow {
  private final List<Figures> lines = new ArrayList<>();

  /**
   * One reading.
   *
   * @param lossD the discriminator's loss
   * @param lossG the generator's loss
   * @param dReal D(x)
   * @param dFake D(G(z))
   */
  record Figures(double lossD, double lossG, double dReal, double dFake) {}

  void add(Figures line) {
    lines.add(line);
  }

  void clear() {
    lines.clear();
  }

  /** How many readings. */
  int count() {
    return lines.size();
  }

  /** Not a number of no reading. */
  double mean(ToDoubleFunction<Figures> figure) {
    return lines.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  /** Standard deviation over the mean's size: how much a loss moves, whatever its scale. */
  double movement(ToDoubleFunction<Figures> figure) {
    double mean = mean(figure);
    double variance =
        lines.stream()
            .mapToDouble(figure)
            .map(value -> (value - mean) * (value - mean))
            .average()
            .orElse(Double.NaN);
    return Math.sqrt(variance) / Math.max(Math.abs(mean), SMALLEST_LOSS);
  }

  /** A loss that trembles around 0 within this is still. */
  private static final double SMALLEST_LOSS = 1e-3;
}
