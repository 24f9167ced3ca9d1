package ganengine.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Losses;
import ganengine.engine.tensor.Node;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Neighbours in a sequence that are computed together give what they give one by one. */
class FusionTest {
  private Device device;
  private Scope scope;
  private Sequential network;
  private Tensor images;

  @BeforeEach
  void open() {
    device = Devices.open("reference", DeviceOptions.DEFAULT);
    scope = Scope.open(device);
    RandomSource random = new RandomSource(8);
    Initialiser normal = Initialiser.normal(0, 0.3);
    network =
        Sequential.of(
            new Conv2d(2, 4, 4, ConvSpec.of(2, 1), true, normal, random),
            Activation.leakyRelu(0.2),
            new ConvTranspose2d(4, 3, 4, ConvSpec.of(2, 1), false, normal, random),
            new BatchNorm(3),
            Activation.relu(),
            new Flatten(),
            new Dense(3 * 8 * 8, 5, true, normal, random),
            Activation.tanh(),
            new Dense(5, 5, true, normal, random),
            Activation.softplus(),
            new Dense(5, 4, false, normal, random),
            Activation.sigmoid(),
            new Dense(4, 1, true, normal, random));
    for (Parameter parameter : network.parameters()) {
      if (!parameter.name().equals("weight")) {
        parameter.set(random.normal(parameter.shape(), 0.1, 0.3).toDoubles());
      }
    }
    images = random.normal(Shape.of(3, 8, 8, 2), 0, 1);
  }

  @AfterEach
  void close() {
    scope.close();
    device.close();
  }

  private Tensor oneByOne(Pass pass) {
    Tensor value = images;
    for (Module module : network.children().values()) {
      value = module.forward(value, pass);
    }
    return value;
  }

  @Test
  void theNumbersStay() {
    for (Pass pass : List.of(Pass.training(null), Pass.inference())) {
      assertThat(network.forward(images, pass).toDoubles())
          .containsExactly(oneByOne(pass).toDoubles(), within(1e-12));
    }
  }

  @Test
  void theGradientsStay() {
    Gradients fused = gradients(network.forward(images, Pass.training(null)));
    Gradients single = gradients(oneByOne(Pass.training(null)));
    for (Parameter parameter : network.parameters()) {
      assertThat(fused.get(parameter).toDoubles())
          .as(parameter.name())
          .containsExactly(single.get(parameter).toDoubles(), within(1e-12));
    }
  }

  private Gradients gradients(Tensor logits) {
    return Gradients.of(Losses.binaryCrossEntropy(logits, 0.9), network.parameters());
  }

  /** Softplus has no fused form, and a layer without a bias has no pass to share. */
  @Test
  void whatIsComputedTogether() {
    List<String> ops = new ArrayList<>();
    Tensor value = network.forward(images, Pass.training(null));
    for (Optional<Node> node = value.node(); node.isPresent(); ) {
      ops.add(0, node.get().rule().name());
      node = node.get().inputs()[0].node();
    }
    assertThat(ops)
        .containsExactly(
            "conv2d",
            "bias_activation",
            "conv_transpose2d",
            "batch_norm",
            "reshape",
            "matmul",
            "bias_activation",
            "matmul",
            "bias_activation",
            "softplus",
            "matmul",
            "sigmoid",
            "matmul",
            "bias_activation");
  }

  /** The derivative of these can't be told from the output. */
  @Test
  void slopesThatTurnTheSignAreNotFused() {
    assertThat(Activation.leakyRelu(-0.5).fused()).isEmpty();
    assertThat(Activation.leakyRelu(1.5).fused()).isEmpty();
    Tensor x = Tensor.of(Shape.of(2), -2.0, 4);
    assertThat(Activation.leakyRelu(-0.5).forward(x, Pass.inference()).toDoubles())
        .containsExactly(1, 4);
  }
}
