package ganengine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.kernels.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveMemoryExtension.class)
class TensorTest {
  @Test
  void holdsWhatItWasGiven(Device device) {
    try (Scope scope = Scope.open(device)) {
      assertThat(Tensor.of(Shape.of(2, 2), 1f, 2f, 3f, 4f).toDoubles()).containsExactly(1, 2, 3, 4);
      assertThat(Tensor.of(Shape.of(3), 0.1, 0.2, 0.3).toFloats()).containsExactly(.1f, .2f, .3f);
      assertThat(Tensor.scalar(7).item()).isEqualTo(7);
    }
  }

  @Test
  void countsTheValues(Device device) {
    try (Scope scope = Scope.open(device)) {
      assertThatThrownBy(() -> Tensor.of(Shape.of(2, 2), 1f, 2f, 3f))
          .isInstanceOf(ShapeException.class)
          .hasMessage("tensor of shape [2, 2] has 4 elements, but 3 values were given");
      assertThatThrownBy(() -> Tensor.full(Shape.of(2), 1).item())
          .isInstanceOf(ShapeException.class)
          .hasMessageContaining("this tensor is [2]");
      assertThatThrownBy(() -> Tensor.full(Shape.of(2), 1).view(Shape.of(3)))
          .isInstanceOf(ShapeException.class)
          .hasMessage("reshape: [2] has 2 elements, [3] has 3");
    }
  }

  @Test
  void viewsShareMemory(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor x = Tensor.of(Shape.of(2, 3), 1f, 2f, 3f, 4f, 5f, 6f);
      Tensor view = x.view(Shape.of(3, 2));
      assertThat(view.sharesMemoryWith(x)).isTrue();
      assertThat(view.toDoubles()).containsExactly(1, 2, 3, 4, 5, 6);
      assertThat(view.sharesMemoryWith(Tensor.scalar(1))).isFalse();
    }
  }

  @Test
  void parametersAreWrittenInPlace(Device device) {
    try (Scope scope = Scope.open(device)) {
      Parameter weight = Parameter.trainable("weight", Tensor.full(Shape.of(2), 0));
      weight.set(new double[] {1, 2});
      assertThat(weight.toDoubles()).containsExactly(1, 2);
      weight.set(new float[] {3, 4});
      assertThat(weight.toDoubles()).containsExactly(3, 4);
      assertThat(weight).hasToString("Parameter weight [2]");
    }
  }

  @Test
  void indicesHoldLongs(Device device) {
    try (Scope scope = Scope.open(device)) {
      Indices indices = Indices.of(3, 1L << 40);
      assertThat(indices.toLongs()).containsExactly(3, 1L << 40);
      indices.set(0, -1);
      assertThat(indices.toLongs()).containsExactly(0, -1);
    }
  }

  @Test
  void randomNumbersAreAFunctionOfSeedStepAndDraw(Device device) {
    try (Scope scope = Scope.open(device)) {
      Shape shape = Shape.of(5);
      RandomSource random = new RandomSource(1);
      double[] first = random.normal(shape, 0, 1).toDoubles();
      double[] second = random.normal(shape, 0, 1).toDoubles();
      random.nextStep();
      double[] next = random.normal(shape, 0, 1).toDoubles();
      assertThat(second).isNotEqualTo(first);
      assertThat(next).isNotEqualTo(first).isNotEqualTo(second);

      RandomSource again = new RandomSource(1);
      again.step(1);
      assertThat(again.normal(shape, 0, 1).toDoubles()).isEqualTo(next);
      assertThat(new RandomSource(2).normal(shape, 0, 1).toDoubles()).isNotEqualTo(first);
    }
  }

  @Test
  void shapesAreChecked() {
    assertThatThrownBy(() -> Shape.of(2, 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage("a tensor's sizes are at least 1, found [2, 0]");
    assertThatThrownBy(() -> Shape.of(65536, 32768))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("at most 2^31 - 1 elements");
    assertThat(Shape.of()).isSameAs(Shape.SCALAR);
    assertThat(Shape.of(2, 3).size(-1)).isEqualTo(3);
    assertThat(Shape.of(2, 3).with(-2, 5)).isEqualTo(Shape.of(5, 3)).hasToString("[5, 3]");
  }
}
