package ganengine.engine.optim;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.tensor.Indices;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Buffer;
import ganengine.kernels.OptimiserKernels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all optimisers share: the arrays of buffers that a kernel takes, made once, and the learning
 * rate and step counter, which lie on the device so that a captured step can be replayed.
 */
abstract class BufferedOptimiser implements Optimiser {
  private final String name;
  private final Map<String, Parameter> trained = new LinkedHashMap<>();
  private final Map<String, Parameter> state = new LinkedHashMap<>();
  private final Parameter rateOnDevice;
  private final Indices steps = Indices.of(0);
  private double learningRate;
  private ScheduledRates scheduled;
  private final Buffer[] gradients;
  private final Buffer[] parameters;

  /**
   * @param parameters of a network by name; those that are not trainable are left alone
   */
  BufferedOptimiser(String name, Map<String, Parameter> parameters, double learningRate) {
    this.name = name;
    parameters.forEach(
        (key, parameter) -> {
          if (parameter.trainable()) {
            trained.put(key, parameter);
          }
        });
    if (trained.isEmpty()) {
      throw new IllegalArgumentException(name + " was given no trainable parameter");
    }
    this.learningRate = learningRate;
    this.rateOnDevice = Parameter.statistic("learningRate", Tensor.scalar(learningRate));
    this.parameters = buffers(trained);
    this.gradients = new Buffer[this.parameters.length];
  }

  static Buffer[] buffers(Map<String, Parameter> parameters) {
    return parameters.values().stream().map(Parameter::buffer).toArray(Buffer[]::new);
  }

  /** A zero for every number trained, kept in the state under this name. */
  final Buffer[] zeros(String kind) {
    Map<String, Parameter> made = new LinkedHashMap<>();
    trained.forEach(
        (key, parameter) -> {
          String full = name + "." + kind + "." + key;
          made.put(full, Parameter.statistic(full, Tensor.full(parameter.shape(), 0)));
        });
    state.putAll(made);
    return buffers(made);
  }

  /**
   * Takes what else is scheduled for the next update.
   *
   * @param steps how many updates there have been, on the device
   */
  void takeScheduled(Indices steps) {
    // Nothing but the rate, by default.
  }

  /** One call of the device's kernel; arrays run in parallel, {@code step} is 1 at the first. */
  abstract void update(
      OptimiserKernels kernels, Buffer rate, Buffer step, Buffer[] gradients, Buffer[] parameters);

  @Override
  public final void step(Gradients given) {
    int i = 0;
    for (Parameter parameter : trained.values()) {
      gradients[i++] = given.get(parameter).buffer();
    }
    if (scheduled != null) {
      scheduled.write(steps, rateOnDevice);
    }
    takeScheduled(steps);
    steps.device().random().advance(steps.buffer(), 1);
    update(
        steps.device().optimiser(), rateOnDevice.buffer(), steps.buffer(), gradients, parameters);
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final double learningRate() {
    return scheduled == null ? learningRate : scheduled.rate(steps());
  }

  @Override
  public final void learningRate(double rate) {
    if (rate != learningRate || scheduled != null) {
      learningRate = rate;
      scheduled = null;
      rateOnDevice.set(new double[] {rate});
    }
  }

  @Override
  public final void schedule(Schedule schedule, int count) {
    scheduled = new ScheduledRates(schedule, count);
  }

  @Override
  public final long steps() {
    return steps.toLongs()[0];
  }

  @Override
  public final void steps(long count) {
    steps.set(count);
  }

  @Override
  public final Map<String, Parameter> state() {
    return Collections.unmodifiableMap(state);
  }
}
