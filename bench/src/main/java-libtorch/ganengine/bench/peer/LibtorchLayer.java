package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** One layer as libtorch runs it: a function with weights of its own. */
interface LibtorchLayer {
  /** The output; it may be the input, changed in place. */
  Tensor forward(Tensor input);

  /** What an optimiser trains; none by default. */
  default List<Tensor> parameters() {
    return List.of();
  }

  /** Takes its weights from ours, which are called {@code <prefix>.<parameter>}. */
  default void load(Map<String, HostTensor> arrays, String prefix) {}
}
