package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A fully connected layer with a bias, [n, in] to [n, out]. */
final class LibtorchDense implements LibtorchLayer {
  private final LibtorchWeights weights;

  LibtorchDense(int in, int out) {
    weights = new LibtorchWeights(out, out, in);
  }

  @Override
  public Tensor forward(Tensor input) {
    return torch.linear(input, weights.weight(), weights.bias());
  }

  @Override
  public List<Tensor> parameters() {
    return weights.all();
  }

  @Override
  public void load(Map<String, HostTensor> arrays, String prefix) {
    weights.load(arrays, prefix);
  }
}
