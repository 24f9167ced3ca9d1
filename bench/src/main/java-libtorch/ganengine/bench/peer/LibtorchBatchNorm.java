package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** Batch norm with the batch's statistics, which also move the running ones. */
final class LibtorchBatchNorm implements LibtorchLayer {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  private final Tensor scale;
  private final Tensor shift;
  private final TensorOptional optionalScale;
  private final TensorOptional optionalShift;
  private final TensorOptional mean;
  private final TensorOptional variance;

  LibtorchBatchNorm(int channels) {
    scale = LibtorchTensors.normal(1, 0.02, channels);
    shift = LibtorchTensors.zeros(channels);
    optionalScale = new TensorOptional(scale);
    optionalShift = new TensorOptional(shift);
    mean = new TensorOptional(torch.zeros(channels));
    variance = new TensorOptional(torch.ones(channels));
  }

  @Override
  public Tensor forward(Tensor input) {
    return torch.batch_norm(
        input, optionalScale, optionalShift, mean, variance, true, MOMENTUM, EPSILON, false);
  }

  @Override
  public List<Tensor> parameters() {
    return List.of(scale, shift);
  }

  @Override
  public void load(Map<String, HostTensor> arrays, String prefix) {
    LibtorchTensors.copy(arrays.get(prefix + ".gamma"), scale);
    LibtorchTensors.copy(arrays.get(prefix + ".beta"), shift);
  }
}
