package ganengine.bench.start;

import ganengine.bench.compare.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The starts on one Java.
 *
 * @param processes in the order started, one or more
 */
record JavaStarts(List<FreshProcess> processes) {
  /** A start whose steady rate is below this share of the median start's is slow. */
  static final double SLOW = 0.8;

  JavaStarts {
    processes = List.copyOf(processes);
  }

  /** Its version. */
  String java() {
    return processes.get(0).java();
  }

  /** One figure of each start. */
  List<Double> each(ToDoubleFunction<Start> figure) {
    return processes.stream().map(each -> figure.applyAsDouble(each.start())).toList();
  }

  /** One figure over the starts. */
  Spread spread(ToDoubleFunction<Start> figure) {
    return Spread.of(each(figure));
  }

  /** Load from others during each start, in processors. */
  List<Double> otherCores() {
    return processes.stream().map(FreshProcess::otherCores).toList();
  }

  /** How many starts never become as fast as the others. */
  long slow() {
    double median = spread(Start::secondsPerStep).median();
    return each(Start::secondsPerStep).stream().filter(one -> median / one < SLOW).count();
  }
}
