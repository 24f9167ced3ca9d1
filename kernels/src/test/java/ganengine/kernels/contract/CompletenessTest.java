package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every method of every kernel family and every pointwise function stands in the table of cases.
 */
class CompletenessTest {
  @Test
  void everyKernelHasACase() {
    KernelCases.all().forEach(Judge::of);

    Set<String> kernels = new TreeSet<>();
    CallLog.families()
        .forEach(f -> Arrays.stream(f.getMethods()).map(CallLog::nameOf).forEach(kernels::add));
    Stream.of(UnaryFunction.values()).map(CallLog::nameOf).forEach(kernels::add);
    Stream.of(BinaryFunction.values()).map(CallLog::nameOf).forEach(kernels::add);

    assertThat(CallLog.families()).hasSize(9);
    assertThat(Judge.calls()).containsAll(kernels);
  }
}
