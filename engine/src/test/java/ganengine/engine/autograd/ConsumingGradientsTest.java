package ganengine.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.nn.Activation;
import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Conv2d;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Flatten;
import ganengine.engine.nn.LayerNorm;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.Binary;
import ganengine.engine.op.ConvSpec;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Gradients at the last use of a computation: the same numbers, in the memory of its results. */
@ExtendWith(LiveMemoryExtension.class)
class ConsumingGradientsTest {
  @Test
  void areTheSameNumbers(Device device) {
    try (Scope scope = Scope.open(device)) {
      RandomSource random = new RandomSource(5);
      Sequential network =
          Sequential.of(
              new Conv2d(2, 4, 4, ConvSpec.of(2, 1), random),
              Activation.leakyRelu(0.2),
              new BatchNorm(4),
              Activation.relu(),
              new Flatten(),
              new LayerNorm(4 * 4 * 4),
              Activation.tanh(),
              new Dense(4 * 4 * 4, 3, random),
              Activation.softplus(),
              new Dense(3, 1, random));
      Tensor images = random.normal(Shape.of(5, 8, 8, 2), 0, 1);

      List<double[]> kept = gradients(network, images, Gradients::of);
      List<double[]> consumed = gradients(network, images, Gradients::consuming);

      assertThat(consumed).usingRecursiveComparison().isEqualTo(kept);
      assertThat(kept).hasSize(10);
    }
  }

  /** Of a loss with a penalty on the slope with respect to the images: gradients of gradients. */
  private static List<double[]> gradients(
      Sequential network,
      Tensor images,
      BiFunction<Tensor, Collection<Parameter>, Gradients> gradients) {
    try (Scope step = Scope.open()) {
      Tensor leaf = images.view(images.shape());
      Tensor logits = network.forward(leaf, Pass.inference());
      Tensor slope = Gradients.differentiable(Sum.sum(logits), List.<Tensor>of(leaf)).get(leaf);
      Tensor loss =
          Binary.add(
              Losses.binaryCrossEntropy(logits, 1),
              Sum.sum(Unary.square(Reshape.reshape(slope, -1))));
      Gradients found = gradients.apply(loss, network.parameters());
      assertThat(loss.item()).isPositive();
      return network.parameters().stream().map(p -> found.get(p).toDoubles()).toList();
    }
  }

  @Test
  void giveResultsBackButNotTheLossTheTargetsAndWhatDependsOnNone(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.of(Shape.of(2), 1.0, 2);
      Tensor other = Unary.square(x.view(x.shape()));
      Tensor target = Unary.square(x);
      Tensor between = Unary.exp(target);
      Tensor seen = Reshape.reshape(between, 1, 2);
      Tensor loss = Sum.sum(Binary.multiply(Reshape.reshape(seen, 2), other));
      Gradients gradients = Gradients.consuming(loss, List.of(x, target));

      assertThat(gradients.get(target).toDoubles()).containsExactly(Math.exp(1), 4 * Math.exp(4));
      assertThat(loss.item()).isEqualTo(Math.exp(1) + 4 * Math.exp(4));
      assertThat(target.toDoubles()).containsExactly(1, 4);
      assertThat(other.toDoubles()).containsExactly(1, 4);
      for (Tensor spent : List.of(between, seen)) {
        assertThatThrownBy(spent::toDoubles)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("or after gradients had consumed it");
      }
    }
  }

  @Test
  void takeResultsFromTheScopesAround(Device device) {
    try (Scope step = Scope.open(device)) {
      Tensor x = Tensor.full(Shape.of(1000), 1);
      Tensor outside = Unary.square(x);
      long before = device.memory().liveBytes();
      try (Scope inner = Scope.open()) {
        Gradients.consuming(Sum.sum(Unary.exp(outside)), List.of(x));
      }
      assertThat(before - device.memory().liveBytes()).isEqualTo(1000 * Double.BYTES);
    }
  }
}
