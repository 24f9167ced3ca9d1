package ganengine.engine.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.check.GradientCheckSuite.Options;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradientCheckSuiteTest {
  @Test
  void checksOneOpOnEveryDevice() {
    List<CheckResult> results = new ArrayList<>();
    boolean passed =
        GradientCheckSuite.run(new Options("all", Optional.of("tanh"), 5), results::add);
    assertThat(passed).isTrue();
    assertThat(results).extracting(CheckResult::op).containsOnly("tanh");
    assertThat(results).extracting(CheckResult::device).contains("reference", "cpu");
    assertThat(results).extracting(CheckResult::seed).containsOnly(5L);
  }

  @Test
  void aNamedDeviceIsTheOnlyOneReported() {
    List<CheckResult> results = new ArrayList<>();
    GradientCheckSuite.run(new Options("cpu", Optional.of("matmul"), 1), results::add);
    assertThat(results).extracting(CheckResult::device).containsOnly("cpu");
  }

  @Test
  void autoIsTheBestDevice() {
    List<CheckResult> results = new ArrayList<>();
    GradientCheckSuite.run(new Options("auto", Optional.of("exp"), 1), results::add);
    assertThat(results).extracting(CheckResult::device).doesNotContain("reference", "auto");
    assertThat(results).isNotEmpty();
  }

  @Test
  void unknownNamesAreListed() {
    assertThatThrownBy(
            () -> GradientCheckSuite.run(new Options("all", Optional.of("conv3d"), 1), r -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no op 'conv3d'; there are abs, add,")
        .hasMessageContaining("conv2d");
    assertThatThrownBy(
            () -> GradientCheckSuite.run(new Options("tpu", Optional.empty(), 1), r -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no device 'tpu'");
  }

  @Test
  void theTableNamesEveryFailure() {
    StringWriter text = new StringWriter();
    CheckTable table = new CheckTable(new PrintWriter(text));
    table.accept(new CheckResult("reference", "tanh", "a", "order 1", 1e-9, 1e-6, 1));
    table.accept(new CheckResult("reference", "exp", "b", "order 2", Double.NaN, 1e-6, 7));
    table.summary();
    assertThat(text.toString().lines())
        .hasSize(5)
        .anyMatch(line -> line.contains("tanh") && line.endsWith("ok"))
        .contains("2 checks of 2 ops: 1 failed")
        .contains(
            "reference: op exp, case b, order 2: worst error NaN, tolerance 1e-06, seed 7: FAILED");
  }
}
