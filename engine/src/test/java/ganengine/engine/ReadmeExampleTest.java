package ganengine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.nn.Activation;
import ganengine.engine.nn.Dense;
import ganengine.engine.nn.Pass;
import ganengine.engine.nn.Sequential;
import ganengine.engine.op.Losses;
import ganengine.engine.op.Unary;
import ganengine.engine.optim.Adam;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's example of a network of one's own is this code, and it learns. */
@SuppressWarnings("try") // Scopes work by being open.
class ReadmeExampleTest {
  private static final Path README = Path.of("..", "README.md");
  private static final String MARKER = "<!-- example -->";

  // README-BEGIN
  /** Learns exclusive or; gives the probability of "true" for each of the four inputs. */
  static float[] learnXor(String deviceName) {
    try (Device device = Devices.open(deviceName, DeviceOptions.DEFAULT);
        Scope model = Scope.open(device)) {
      RandomSource random = new RandomSource(7);
      Sequential network =
          Sequential.of(
              new Dense(2, 16, random),
              Activation.relu(),
              new Dense(16, 16, random),
              Activation.relu(),
              new Dense(16, 1, random));
      Adam adam = new Adam(network.state(), 0.01);
      Tensor inputs = Tensor.of(Shape.of(4, 2), 0f, 0, 0, 1, 1, 0, 1, 1);
      Tensor targets = Tensor.of(Shape.of(4, 1), 0f, 1, 1, 0);
      for (int i = 0; i < 300; i++) {
        try (Scope step = Scope.open()) {
          Tensor logits = network.forward(inputs, Pass.training(random));
          Tensor loss = Losses.binaryCrossEntropy(logits, targets);
          adam.step(Gradients.of(loss, network.parameters()));
        }
      }
      return Unary.sigmoid(network.forward(inputs, Pass.inference())).toFloats();
    }
  }

  // README-END

  @ParameterizedTest
  @ValueSource(strings = {"reference", "cpu"})
  void learns(String device) {
    float[] probabilities = learnXor(device);
    assertThat(probabilities[0]).isLessThan(0.05f);
    assertThat(probabilities[1]).isGreaterThan(0.95f);
    assertThat(probabilities[2]).isGreaterThan(0.95f);
    assertThat(probabilities[3]).isLessThan(0.05f);
  }

  @Test
  void readmeShowsThisCode() throws IOException {
    assumeTrue(Files.exists(README) && Files.readString(README).contains(MARKER), "no example yet");
    Path source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");
    String shown = between(Files.readString(README), MARKER + "\\s*```java\n(.*?)```");
    String code = between(Files.readString(source), "// README-BEGIN\n(.*?)// README-END");
    assertThat(shown.strip()).isEqualTo(code.stripIndent().strip());
  }

  @Test
  void theExampleIsShort() throws IOException {
    Path source = Path.of("src/test/java", getClass().getName().replace('.', '/') + ".java");
    String code = between(Files.readString(source), "// README-BEGIN\n(.*?)// README-END");
    assertThat(code.strip().lines()).hasSizeLessThanOrEqualTo(25);
  }

  private static String between(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
