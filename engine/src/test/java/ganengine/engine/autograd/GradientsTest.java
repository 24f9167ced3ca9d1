package ganengine.engine.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Reshape;
import ganengine.engine.op.Sum;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.ShapeException;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveMemoryExtension.class)
class GradientsTest {
  @Test
  void sumsOverAllUses(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.scalar(3);
      // x^2 + 2 x + x + x
      Tensor y = Binary.add(Binary.multiply(x, x), Unary.affine(x, 2, 0));
      Tensor loss = Binary.add(y, Binary.add(x, x));
      assertThat(Gradients.of(loss, List.of(x)).get(x).item()).isEqualTo(10);
    }
  }

  @Test
  void ofWhatIsNotConnectedAreZeros(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.scalar(3);
      Tensor other = Tensor.full(Shape.of(2, 2), 5);
      Gradients gradients = Gradients.of(Unary.square(x), List.of(x, other));
      assertThat(gradients.get(other).shape()).isEqualTo(Shape.of(2, 2));
      assertThat(gradients.get(other).toDoubles()).containsOnly(0);
    }
  }

  @Test
  void ofResultsOnTheWay(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.of(Shape.of(2), 1.0, 2);
      Tensor middle = Unary.square(x);
      Tensor loss = Sum.sum(Unary.square(middle));
      Gradients gradients = Gradients.of(loss, List.of(x, middle, loss));
      assertThat(gradients.get(middle).toDoubles()).containsExactly(2, 8);
      assertThat(gradients.get(x).toDoubles()).containsExactly(4, 32);
      assertThat(gradients.get(loss).item()).isEqualTo(1);
    }
  }

  @Test
  void passThroughViews(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.of(Shape.of(4), 1.0, 2, 3, 4);
      Tensor weights = Tensor.of(Shape.of(2, 2), 5.0, 6, 7, 8);
      Tensor loss = Sum.sum(Binary.multiply(Reshape.reshape(x, 2, 2), weights));
      assertThat(Gradients.of(loss, List.of(x)).get(x).toDoubles()).containsExactly(5, 6, 7, 8);
    }
  }

  @Test
  void haveMemoryOfTheirOwn(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor a = Tensor.scalar(1);
      Tensor b = Tensor.scalar(2);
      Gradients gradients = Gradients.of(Binary.add(a, b), List.of(a, b));
      assertThat(gradients.get(a).sharesMemoryWith(gradients.get(b))).isFalse();
      assertThat(gradients.get(a).item()).isEqualTo(1);
      assertThat(gradients.get(b).item()).isEqualTo(1);
    }
  }

  @Test
  void canBeDifferentiatedAgain(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.scalar(2);
      Tensor cube = Binary.multiply(x, Unary.square(x));
      Tensor first = Gradients.differentiable(cube, List.of(x)).get(x);
      Tensor second = Gradients.differentiable(first, List.of(x)).get(x);
      Tensor third = Gradients.of(second, List.of(x)).get(x);
      assertThat(first.item()).isEqualTo(12);
      assertThat(second.item()).isEqualTo(12);
      assertThat(third.item()).isEqualTo(6);
      assertThat(third.node()).isEmpty();
    }
  }

  @Test
  void recordsAgainInsideInference(Device device) {
    try (Scope scope = Scope.open(device)) {
      try (Scope inference = Scope.inference()) {
        try (Scope again = Scope.recordingAgain()) {
          Tensor x = Tensor.scalar(2);
          Gradients gradients = Gradients.of(Unary.square(x), List.of(x));
          assertThat(gradients.get(x).item()).isEqualTo(4);
        }
      }
    }
  }

  @Test
  void ofGraphsDeeperThanTheStack(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.scalar(1);
      Tensor y = x;
      for (int i = 0; i < 20_000; i++) {
        y = Unary.negate(y);
      }
      assertThat(Gradients.of(y, List.of(x)).get(x).item()).isEqualTo(1);
    }
  }

  @Test
  void areOfScalarsOnly(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.full(Shape.of(2), 1);
      Tensor y = Unary.exp(x);
      assertThatThrownBy(() -> Gradients.of(y, List.of(x)))
          .isInstanceOf(ShapeException.class)
          .hasMessage("gradients are of a scalar, this loss is [2]; hint: take its mean or sum");
    }
  }

  @Test
  void areOnlyThoseAskedFor(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.scalar(1);
      Tensor y = Tensor.scalar(2);
      Gradients gradients = Gradients.of(Binary.multiply(x, y), List.of(x));
      assertThatThrownBy(() -> gradients.get(y))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("was not among the targets");
    }
  }
}
