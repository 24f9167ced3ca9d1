package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** A weight N(0, 0.02) and, if the layer has one, a bias that begins at 0. */
final class LibtorchWeights {
  private final Tensor weight;
  private final Tensor bias;
  private final TensorOptional optionalBias;

  /**
   * @param biases 0 for none
   */
  LibtorchWeights(int biases, long... shape) {
    weight = LibtorchTensors.normal(0, 0.02, shape);
    bias = biases > 0 ? LibtorchTensors.zeros(biases) : null;
    optionalBias = bias == null ? new TensorOptional() : new TensorOptional(bias);
  }

  Tensor weight() {
    return weight;
  }

  TensorOptional bias() {
    return optionalBias;
  }

  List<Tensor> all() {
    return bias == null ? List.of(weight) : List.of(weight, bias);
  }

  void load(Map<String, HostTensor> arrays, String prefix) {
    LibtorchTensors.copy(arrays.get(prefix + ".weight"), weight);
    if (bias != null) {
      LibtorchTensors.copy(arrays.get(prefix + ".bias"), bias);
    }
  }
}
