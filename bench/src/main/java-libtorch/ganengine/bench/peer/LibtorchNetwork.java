package ganengine.bench.peer;

import ganengine.engine.io.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Layers one after another, numbered as those of {@link PeerNetworks} are. */
final class LibtorchNetwork {
  private static final Scalar LEAK = new Scalar(0.2);

  private final List<LibtorchLayer> layers = new ArrayList<>();

  private LibtorchNetwork() {}

  static LibtorchNetwork generator(PeerNetworks networks) {
    LibtorchNetwork made = new LibtorchNetwork();
    switch (networks) {
      case DCGAN64 -> made.dcganGenerator(512);
      case DCGAN32 -> made.dcganGenerator(256);
      case PACDCGAN2 -> made.stackedGenerator();
      case MLP -> made.dense(100, 256, 512, 1024, 784).add(torch::tanh);
    }
    return made;
  }

  /** Gives [n, 1] or [n, 1, 1, 1]. */
  static LibtorchNetwork discriminator(PeerNetworks networks) {
    LibtorchNetwork made = new LibtorchNetwork();
    switch (networks) {
      case DCGAN64 -> made.dcganDiscriminator(512);
      case DCGAN32 -> made.dcganDiscriminator(256);
      case PACDCGAN2 -> made.stackedDiscriminator();
      case MLP -> made.dense(784, 512, 256, 1);
    }
    return made;
  }

  private void dcganGenerator(int widest) {
    add(LibtorchTransposed.square(100, widest, 1, 0));
    int width = widest;
    for (; width > 64; width /= 2) {
      add(new LibtorchBatchNorm(width)).add(LibtorchNetwork::relu);
      add(LibtorchTransposed.square(width, width / 2, 2, 1));
    }
    add(new LibtorchBatchNorm(width)).add(LibtorchNetwork::relu);
    add(LibtorchTransposed.square(width, 3, 2, 1)).add(torch::tanh);
  }

  private void dcganDiscriminator(int widest) {
    add(LibtorchConvolution.square(3, 64, 2, 1)).add(LibtorchNetwork::leakyRelu);
    for (int width = 64; width < widest; width *= 2) {
      add(LibtorchConvolution.square(width, 2 * width, 2, 1));
      add(new LibtorchBatchNorm(2 * width)).add(LibtorchNetwork::leakyRelu);
    }
    add(LibtorchConvolution.square(widest, 1, 1, 0));
  }

  private void stackedGenerator() {
    // Dense rows are NHWC images, which libtorch calls [n, c, h, w] with channels last.
    add(new LibtorchDense(100, 2048)).add(x -> x.view(-1, 2, 2, 512).permute(0, 3, 1, 2));
    int width = 512;
    for (int side : new int[] {4, 7, 14}) {
      add(new LibtorchBatchNorm(width)).add(LibtorchNetwork::relu);
      add(LibtorchTransposed.same(width, width / 2, side));
      width /= 2;
    }
    add(new LibtorchBatchNorm(width)).add(LibtorchNetwork::relu);
    add(LibtorchTransposed.same(width, 3, 28)).add(torch::tanh);
  }

  private void stackedDiscriminator() {
    add(LibtorchConvolution.same(6, 64, 28)).add(LibtorchNetwork::leakyRelu);
    int width = 64;
    for (int side : new int[] {14, 7, 4}) {
      add(LibtorchConvolution.same(width, 2 * width, side));
      width *= 2;
      add(new LibtorchBatchNorm(width)).add(LibtorchNetwork::leakyRelu);
    }
    add(x -> x.permute(0, 2, 3, 1).reshape(-1, 2048)).add(new LibtorchDense(2048, 1));
  }

  private LibtorchNetwork dense(int... widths) {
    for (int i = 1; i < widths.length; i++) {
      add(new LibtorchDense(widths[i - 1], widths[i]));
      if (i < widths.length - 1) {
        add(LibtorchNetwork::leakyRelu);
      }
    }
    return this;
  }

  private LibtorchNetwork add(LibtorchLayer layer) {
    layers.add(layer);
    return this;
  }

  private static Tensor relu(Tensor input) {
    torch.relu_(input);
    return input;
  }

  private static Tensor leakyRelu(Tensor input) {
    torch.leaky_relu_(input, LEAK);
    return input;
  }

  /** Only what gradients need stays alive. */
  @SuppressWarnings("ReferenceEquality") // Whether a layer gave back the very object it took.
  Tensor forward(Tensor input) {
    Tensor value = input;
    for (LibtorchLayer layer : layers) {
      Tensor next = layer.forward(value);
      if (value != input && value != next) {
        value.close();
      }
      value = next;
    }
    return value;
  }

  List<Tensor> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Whether its weights get gradients; without, only what flows through it does. */
  void train(boolean on) {
    parameters().forEach(parameter -> parameter.set_requires_grad(on));
  }

  /** Takes our weights, called {@code <prefix>.<layer>.<parameter>}. */
  void load(Map<String, HostTensor> arrays, String prefix) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).load(arrays, prefix + "." + i);
    }
  }
}
