package ganengine.kernels.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Activation;
import ganengine.kernels.BinaryFunction;
import ganengine.kernels.UnaryFunction;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every method of every kernel family (with every activation, if it takes one) and every pointwise
 * function stands in the table of cases.
 */
class CompletenessTest {
  @Test
  void everyKernelHasACase() {
    KernelCases.all().forEach(Judge::of);

    Set<String> kernels = new TreeSet<>();
    CallLog.families()
        .forEach(
            f ->
                Arrays.stream(f.getMethods())
                    .flatMap(CompletenessTest::callsOf)
                    .forEach(kernels::add));
    Stream.of(UnaryFunction.values()).map(CallLog::nameOf).forEach(kernels::add);
    Stream.of(BinaryFunction.values()).map(CallLog::nameOf).forEach(kernels::add);

    assertThat(CallLog.families()).hasSize(10);
    assertThat(Judge.calls()).containsAll(kernels);
  }

  private static Stream<String> callsOf(Method kernel) {
    Stream<String> alone = Stream.of(CallLog.nameOf(kernel));
    return List.of(kernel.getParameterTypes()).contains(Activation.class)
        ? Stream.concat(
            alone, Stream.of(Activation.Kind.values()).map(kind -> CallLog.nameOf(kernel, kind)))
        : alone;
  }
}
