package ganengine.gan.train;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Weights;
import ganengine.engine.optim.Optimiser;
import ganengine.engine.tensor.Parameter;
import ganengine.gan.run.Checkpoint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Everything that a step changes and the next one reads: both networks, the moving average, both
 * optimisers. Written to a checkpoint and read back, a run goes on bit for bit.
 */
final class RunState {
  /** The prefix of the weights that samples are drawn from. */
  static final String AVERAGE = "average.";

  /** The prefix of the discriminator's weights. */
  static final String DISCRIMINATOR = "discriminator.";

  private final Map<String, Parameter> parameters = new LinkedHashMap<>();
  private final Map<String, Optimiser> optimisers = new LinkedHashMap<>();

  /** The tensors of one network in a checkpoint, by the network's own names. */
  static Map<String, HostTensor> part(Checkpoint checkpoint, String prefix) {
    return checkpoint.tensors().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
  }

  void addParameters(String prefix, Map<String, Parameter> state) {
    state.forEach((name, parameter) -> parameters.put(prefix + name, parameter));
  }

  void addOptimiser(String prefix, Optimiser optimiser) {
    optimisers.put(prefix, optimiser);
    addParameters(prefix, optimiser.state());
  }

  Map<String, HostTensor> save() {
    Map<String, HostTensor> tensors = new LinkedHashMap<>(Weights.save(parameters));
    optimisers.forEach(
        (prefix, optimiser) ->
            tensors.put(prefix + "steps", HostTensor.of(new int[0], optimiser.steps())));
    return tensors;
  }

  /** Overwrites all of it; errors as in {@link Weights#load}. */
  void load(Map<String, HostTensor> saved) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>(saved);
    Map<Optimiser, Long> steps = new LinkedHashMap<>();
    optimisers.forEach(
        (prefix, optimiser) -> {
          HostTensor count = tensors.remove(prefix + "steps");
          if (count == null) {
            throw new IllegalArgumentException("'" + prefix + "steps' is missing");
          }
          steps.put(optimiser, count.longs()[0]);
        });
    Weights.load(tensors, parameters);
    steps.forEach(Optimiser::steps);
  }
}
