package ganengine.engine.io;

import ganengine.engine.optim.Optimiser;
import ganengine.engine.tensor.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parameters, and optimisers' state, to and from the heap, bit for bit in their device's own
 * precision.
 */
public final class Weights {
  private static final int[] SCALAR = {};

  private Weights() {}

  /** Copies of all values: F64 from a device that computes in double, F32 from others. */
  public static Map<String, HostTensor> save(Map<String, Parameter> parameters) {
    Map<String, HostTensor> tensors = new LinkedHashMap<>();
    parameters.forEach((name, parameter) -> tensors.put(name, hostTensor(parameter)));
    return tensors;
  }

  /** An optimiser's whole state: its buffers, {@code <name>.steps} and its learning rate. */
  public static Map<String, HostTensor> save(Optimiser optimiser) {
    Map<String, HostTensor> tensors = save(optimiser.state());
    tensors.put(steps(optimiser), HostTensor.of(SCALAR, optimiser.steps()));
    tensors.put(learningRate(optimiser), HostTensor.of(SCALAR, optimiser.learningRate()));
    return tensors;
  }

  /**
   * Puts an optimiser where the saved one was.
   *
   * @throws IllegalArgumentException as {@link #load(Map, Map)}
   */
  public static void load(Map<String, HostTensor> tensors, Optimiser optimiser) {
    Map<String, HostTensor> buffers = new LinkedHashMap<>(tensors);
    HostTensor steps = buffers.remove(steps(optimiser));
    HostTensor rate = buffers.remove(learningRate(optimiser));
    if (!isScalar(steps, StoredType.I64) || !isScalar(rate, StoredType.F64)) {
      throw new IllegalArgumentException(
          "these tensors don't fit: %s must be one I64, %s one F64"
              .formatted(steps(optimiser), learningRate(optimiser)));
    }
    load(buffers, optimiser.state());
    optimiser.steps(steps.longs()[0]);
    optimiser.learningRate(rate.doubles()[0]);
  }

  private static String steps(Optimiser optimiser) {
    return optimiser.name() + ".steps";
  }

  private static String learningRate(Optimiser optimiser) {
    return optimiser.name() + ".learningRate";
  }

  private static boolean isScalar(HostTensor tensor, StoredType type) {
    return tensor != null && tensor.type() == type && tensor.elements() == 1;
  }

  private static HostTensor hostTensor(Parameter parameter) {
    int[] shape = parameter.shape().toArray();
    return parameter.device().realBytes() == Double.BYTES
        ? HostTensor.of(shape, parameter.toDoubles())
        : HostTensor.of(shape, parameter.toFloats());
  }

  /**
   * Overwrites the parameters with these values, F32 or F64, converted to the device's precision.
   * Nothing is written if anything does not fit.
   *
   * @throws IllegalArgumentException if names are missing or left over, or a type or shape differs;
   *     one line
   */
  public static void load(Map<String, HostTensor> tensors, Map<String, Parameter> parameters) {
    checkNames(tensors, parameters);
    parameters.forEach((name, parameter) -> check(name, tensors.get(name), parameter));
    parameters.forEach(
        (name, parameter) -> {
          HostTensor tensor = tensors.get(name);
          if (tensor.type() == StoredType.F32) {
            parameter.set(tensor.floats());
          } else {
            parameter.set(tensor.doubles());
          }
        });
  }

  private static void checkNames(
      Map<String, HostTensor> tensors, Map<String, Parameter> parameters) {
    List<String> missing = new ArrayList<>(parameters.keySet());
    missing.removeAll(tensors.keySet());
    List<String> extra = new ArrayList<>(tensors.keySet());
    extra.removeAll(parameters.keySet());
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new IllegalArgumentException(
          "these tensors don't fit: %s, %s"
              .formatted(listed("lacking", missing), listed("left over", extra)));
    }
  }

  private static String listed(String what, List<String> names) {
    int shown = Math.min(3, names.size());
    return "%d %s%s%s"
        .formatted(
            names.size(),
            what,
            shown == 0 ? "" : " (" + String.join(", ", names.subList(0, shown)),
            shown == 0 ? "" : names.size() > shown ? ", ...)" : ")");
  }

  private static void check(String name, HostTensor tensor, Parameter parameter) {
    boolean real = tensor.type() == StoredType.F32 || tensor.type() == StoredType.F64;
    if (!real || !Arrays.equals(tensor.shape(), parameter.shape().toArray())) {
      throw new IllegalArgumentException(
          "these tensors don't fit: '%s' is %s, expected F32 or F64 of shape %s"
              .formatted(name, tensor, parameter.shape()));
    }
  }
}
