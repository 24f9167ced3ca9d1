package ganengine.bench.start;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.bench.compare.Commands;
import ganengine.bench.peer.PeerNetworks;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Real starts, judged by what a busy machine does not change: what is allocated, and which
 * compilations are given up. Times are {@code tools/bench-starts}' business.
 */
@EnabledOnOs(OS.LINUX)
class FreshProcessIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"));
  private static final int BATCH = 4;
  private static final int STEPS = 300;

  /**
   * A quarter of a megabyte is common. Any loop over vectors that stays without vector instructions
   * allocates tens of megabytes a step at least, a product's many gigabytes.
   */
  private static final double MOST_BYTES = 2e6;

  /** What -XX:+PrintCompilation says when a method of ours can't be compiled at some level. */
  private static final Pattern GIVEN_UP =
      Pattern.compile("ganengine\\..*COMPILE SKIPPED.*\\((not retryable|retry at different tier)");

  @RepeatedTest(2)
  void noLoopStaysWithoutItsVectorInstructions() throws IOException {
    FreshProcess process = FreshProcess.run(JAVA, PeerNetworks.DCGAN32, BATCH, 1, 0, STEPS);
    assertThat(process.start().marks()).hasSize(STEPS + 1);
    assertThat(process.start().bytesPerStep()).isLessThan(MOST_BYTES);
  }

  /**
   * A method that the first compiler gives up stays slow for good if the second one was too busy
   * when its turn came: which start that hits is a race.
   */
  @Test
  void noMethodIsTooLargeForACompiler() throws IOException {
    List<String> command = Commands.ours("ganengine.bench.peer.OurSteps", "mlp", BATCH, 1, 0, 1000);
    command.add(1, "-XX:+PrintCompilation");
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(output).contains("ganengine.kernels.cpu");
    assertThat(output.lines().filter(line -> GIVEN_UP.matcher(line).find())).isEmpty();
  }
}
