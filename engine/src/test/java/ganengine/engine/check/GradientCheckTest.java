package ganengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.op.Binary;
import ganengine.engine.op.Unary;
import ganengine.engine.tensor.LiveMemoryExtension;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(LiveMemoryExtension.class)
class GradientCheckTest {
  static List<OpCase> lines() {
    return OpCases.all();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void gradientsAreThoseOfFiniteDifferences(OpCase line, Device device) {
    assertThat(new GradientCheck(line, device, 1).run()).allMatch(CheckResult::passed);
  }

  @ParameterizedTest
  @MethodSource("lines")
  void theCpuAgreesWithTheReference(OpCase line, Device reference) {
    try (Device cpu = Devices.open("cpu", new DeviceOptions(2))) {
      assertThat(new DeviceCheck(line, cpu, reference, 1).run()).allMatch(CheckResult::passed);
      assertThat(cpu.memory().liveBytes()).isZero();
    }
  }

  @Test
  void aWrongFirstDerivativeIsFound(Device device) {
    // x * x, but the rule sees only one of the two.
    OpCase wrong = line(OpCase.curved(Domain.between(1, 2), 3), x -> Binary.multiply(x, forget(x)));
    assertThat(failed(wrong, device)).contains("order 1", "jacobian", "order 2");
  }

  @Test
  void aWrongSecondDerivativeIsFound(Device device) {
    // x^2, written so that the first derivative, 2 x, is right but does not know that it has x in
    // it.
    OpCase wrong =
        line(
            OpCase.curved(Domain.between(1, 2), 3),
            x -> Binary.multiply(forget(Unary.affine(x, 2, 0)), Binary.subtract(x, half(x))));
    assertThat(failed(wrong, device)).containsExactly("order 2");
  }

  @Test
  void aWrongAdjointIsFound(Device device) {
    OpCase wrong = line(OpCase.linear(3), x -> Binary.add(x, forget(Unary.affine(x, 1e-11, 0))));
    assertThat(failed(wrong, device)).containsExactly("adjoint 1");
  }

  @Test
  void floatDevicesAreRefused() {
    try (Device cpu = Devices.open("cpu", DeviceOptions.DEFAULT)) {
      OpCase line = OpCases.all().get(0);
      assertThatThrownBy(() -> new GradientCheck(line, cpu, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("finite differences need a double device, cpu is float");
    }
  }

  private static List<String> failed(OpCase line, Device device) {
    return new GradientCheck(line, device, 1)
        .run().stream().filter(result -> !result.passed()).map(CheckResult::check).toList();
  }

  private static OpCase line(OpCase.Input x, java.util.function.UnaryOperator<Tensor> body) {
    return new OpCase(
        "wrong", "on purpose", List.of(x), inputs -> new Tensor[] {body.apply(inputs[0])});
  }

  private static Tensor half(Tensor x) {
    return forget(Unary.affine(x, 0.5, 0));
  }

  private static Tensor forget(Tensor x) {
    return x.view(x.shape());
  }
}
