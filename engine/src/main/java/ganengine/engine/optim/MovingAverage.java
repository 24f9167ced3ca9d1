package ganengine.engine.optim;

import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Buffer;
import ganengine.kernels.StridedCopy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An exponential moving average of a network's weights, which often makes better images than the
 * weights of any one step (Yazici et al. 2019). Running statistics are copied, not averaged: they
 * are averages already.
 */
public final class MovingAverage {
  private final double decay;
  private final Map<String, Parameter> source;
  private final Map<String, Parameter> averages;
  private final Buffer[] weights;
  private final Buffer[] averagedWeights;
  private ScheduledDecay scheduled;

  private MovingAverage(
      Map<String, Parameter> source, Map<String, Parameter> averages, double decay) {
    this.decay = decay;
    this.source = new LinkedHashMap<>(source);
    this.averages = Collections.unmodifiableMap(new LinkedHashMap<>(averages));
    Map<String, Parameter> trained = new LinkedHashMap<>();
    source.forEach(
        (name, parameter) -> {
          if (parameter.trainable()) {
            trained.put(name, parameter);
          }
        });
    weights = BufferedOptimiser.buffers(trained);
    averagedWeights =
        trained.keySet().stream().map(averages::get).map(Parameter::buffer).toArray(Buffer[]::new);
    source.keySet().forEach(this::copy);
  }

  /**
   * An average kept in parameters of its own, which start as copies and belong to the innermost
   * scope.
   *
   * @param decay share of the average that stays at each update, 0.999 for example
   */
  public static MovingAverage of(Map<String, Parameter> source, double decay) {
    Map<String, Parameter> own = new LinkedHashMap<>();
    source.forEach(
        (name, parameter) -> {
          Tensor value = Tensor.allocate(parameter.shape());
          own.put(
              name,
              parameter.trainable()
                  ? Parameter.trainable(name, value)
                  : Parameter.statistic(name, value));
        });
    return new MovingAverage(source, own, decay);
  }

  /**
   * An average kept in the parameters of a second network, which is overwritten with copies first
   * and can be run at any time.
   *
   * @throws IllegalArgumentException if the two networks' names or shapes differ
   */
  public static MovingAverage into(
      Map<String, Parameter> source, Map<String, Parameter> averages, double decay) {
    if (!source.keySet().equals(averages.keySet())) {
      throw new IllegalArgumentException(
          "a moving average needs two equal networks: parameters %s against %s"
              .formatted(source.keySet(), averages.keySet()));
    }
    source.forEach(
        (name, parameter) -> {
          if (!parameter.shape().equals(averages.get(name).shape())) {
            throw new IllegalArgumentException(
                "a moving average needs two equal networks: '%s' is %s against %s"
                    .formatted(name, parameter.shape(), averages.get(name).shape()));
          }
        });
    return new MovingAverage(source, averages, decay);
  }

  /**
   * From here on lets the decay grow to its value, so that the initial weights are forgotten soon:
   * it is min(decay, (1 + t) / (10 + t)) at update t. Without this it is the same from the start.
   *
   * @param updates t at the next update: 0 at the beginning, where it stopped when going on
   * @throws IllegalArgumentException if the decay is above 0.99999, which takes a million updates
   */
  public void warmUp(long updates) {
    scheduled = ScheduledDecay.warmUp(decay);
    scheduled.updates(updates);
  }

  /**
   * From here on the decay follows a schedule, update 0 being the next. Its buffers belong to the
   * innermost scope.
   *
   * @param updates how many decays the table on the device holds; later updates take the last
   */
  public void schedule(Schedule decays, int updates) {
    scheduled = new ScheduledDecay(decays, updates);
  }

  /** Goes on in a schedule as if there had been this many updates; without one, nothing changes. */
  public void updates(long done) {
    if (scheduled != null) {
      scheduled.updates(done);
    }
  }

  /** average = decay * average + (1 - decay) * weight; to be called after each update. */
  public void update() {
    if (scheduled != null) {
      scheduled.advance();
      source.forEach(
          (name, parameter) -> {
            if (parameter.trainable()) {
              scheduled.update(parameter, averages.get(name));
            }
          });
    } else if (weights.length > 0) {
      source
          .values()
          .iterator()
          .next()
          .device()
          .optimiser()
          .movingAverage(decay, weights, averagedWeights);
    }
    source.forEach(
        (name, parameter) -> {
          if (!parameter.trainable()) {
            copy(name);
          }
        });
  }

  /** The averaged weights and copied statistics, by the network's names. */
  public Map<String, Parameter> averages() {
    return averages;
  }

  private void copy(String name) {
    Parameter from = source.get(name);
    int[] size = {from.shape().elements()};
    StridedCopy whole = StridedCopy.of(size, new int[] {1}, 0, new int[] {1}, 0);
    from.device().layout().copy(whole, from.buffer(), averages.get(name).buffer());
  }
}
