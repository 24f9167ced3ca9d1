package ganengine.gan.launch;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.cli.Cli;
import ganengine.gan.config.Presets;
import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.CacheFolder;
import ganengine.gan.run.MetricsLine;
import ganengine.gan.run.MetricsLog;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every preset trains for a moment on its real data set, on the CPU, and {@code sample} draws from
 * what it leaves. A process takes seconds to start, so only one preset of each data set has one of
 * its own; the others share this one.
 */
final class PresetRunIT {
  private static final Set<String> IN_A_PROCESS =
      Set.of(
          "digits-collapse",
          "mnist-wgan",
          "fashion-cnn",
          "stacked-pac2",
          "stacked-tiny",
          "celeba-112",
          "lfw-dcgan",
          "lsun-dcgan",
          "ring-pac2",
          "grid-gan");

  private static final Set<String> PLANE = Set.of("ring", "grid");
  private static final Set<String> GREY = Set.of("digits", "mnist", "fashion-mnist");

  @TempDir private Path folder;

  @BeforeEach
  void keepDecodedImagesHere() {
    System.setProperty(CacheFolder.PROPERTY, folder.resolve("cache").toString());
  }

  @AfterEach
  void forgetThem() {
    System.clearProperty(CacheFolder.PROPERTY);
  }

  @ParameterizedTest
  @FieldSource("ganengine.gan.config.Presets#NAMES")
  void trainsAndCanBeDrawnFrom(String preset) throws Exception {
    check(preset, Presets.dataset(preset).orElseThrow(), IN_A_PROCESS.contains(preset));
  }

  /** No preset is for SVHN: a system for digits takes it in place of its own. */
  @Test
  void svhnTrainsByTheSettingsForDigits() throws Exception {
    check("mnist-dcgan", "svhn", true);
  }

  @Test
  void eachDataSetHasAPresetInAProcess() {
    assertThat(IN_A_PROCESS)
        .extracting(preset -> Presets.dataset(preset).orElseThrow())
        .containsAll(
            Presets.NAMES.stream()
                .map(preset -> Presets.dataset(preset).orElseThrow())
                .collect(Collectors.toSet()));
  }

  private void check(String preset, String dataset, boolean inAProcess) throws Exception {
    Path run = folder.resolve("run");
    List<String> line = new ArrayList<>(List.of("train", "--preset", preset, "--steps", "3"));
    line.addAll(List.of("--dataset", dataset, "--out", run.toString(), "--device", "cpu"));
    line.addAll(List.of("--batch", "4", "--log-every", "1", "--critic-warm-up", "false"));
    // Threads wait for each other by spinning, which a busy machine makes slow.
    line.addAll(List.of("--threads", "1"));
    line.addAll(List.of("--channels", preset.startsWith("stacked-tiny") ? "2" : "16"));
    PresetData.of(dataset, folder)
        .ifPresent(data -> line.addAll(List.of("--data", data.toString())));
    train(line.toArray(String[]::new), inAProcess);

    List<MetricsLine> lines = MetricsLog.read(run.resolve("metrics.jsonl"));
    assertThat(lines).extracting(MetricsLine::step).containsExactly(1L, 2L, 3L);
    for (MetricsLine step : lines) {
      assertThat(List.of(step.lossD(), step.lossG(), step.dReal(), step.dFake()))
          .as(step.toString())
          .allMatch(Double::isFinite);
    }
    TrainConfig config =
        Settings.resolve(Optional.of(preset), Optional.of(run.resolve("config.yaml")), Map.of());
    checkGrid(run.resolve("samples/step-0000003.png"), config);
    checkSamples(run, config);
  }

  private void train(String[] line, boolean inAProcess) throws InterruptedException {
    if (inAProcess) {
      try (GanProcess train =
          new GanProcess.Start(folder)
              .environment("GAN_ENGINE_CACHE", folder.resolve("cache").toString())
              .run(line)) {
        assertThat(train.exitCode()).as(train.out() + train.err()).isZero();
        assertThat(train.err()).isEmpty();
      }
    } else {
      Cli train = Cli.run(line);
      assertThat(train.code()).as(train.out() + train.err()).isZero();
      assertThat(train.err()).isEmpty();
    }
  }

  /** 64 images in a square, or 8 of each class in a row; enlarged to at most 64 pixels, 2 apart. */
  private static void checkGrid(Path file, TrainConfig config) throws IOException {
    BufferedImage grid = ImageIO.read(file.toFile());
    if (PLANE.contains(config.dataset())) {
      assertThat(List.of(grid.getWidth(), grid.getHeight())).containsExactly(512, 512);
    } else {
      int cell = config.imageSize() * Math.max(1, 64 / config.imageSize()) + 2;
      int rows = config.conditional().equals("none") ? 8 : 10;
      assertThat(List.of(grid.getWidth(), grid.getHeight()))
          .containsExactly(8 * cell + 2, rows * cell + 2);
    }
    // The colour around them, and more than one of theirs; dots have one.
    assertThat(colours(grid)).isGreaterThanOrEqualTo(PLANE.contains(config.dataset()) ? 2 : 3);
  }

  private static long colours(BufferedImage picture) {
    int width = picture.getWidth();
    return IntStream.range(0, width * picture.getHeight())
        .map(i -> picture.getRGB(i % width, i / width))
        .distinct()
        .count();
  }

  private void checkSamples(Path run, TrainConfig config) throws IOException {
    Path numbers = folder.resolve("drawn.npz");
    String[] line = {"sample", run.toString(), "--device", "cpu", "--count", "3"};
    List<String> sample = new ArrayList<>(List.of(line));
    sample.addAll(List.of("--npz", numbers.toString()));
    Cli drawn = Cli.run(sample.toArray(String[]::new));
    assertThat(drawn.code()).as(drawn.err()).isZero();
    HostTensor samples = Npz.read(numbers).get("samples");
    int side = config.imageSize();
    int channels = GREY.contains(config.dataset()) ? 1 : 3;
    int[] shape =
        PLANE.contains(config.dataset())
            ? new int[] {3, 1, 1, 2}
            : new int[] {3, side, side, channels};
    assertThat(samples.shape()).isEqualTo(shape);
    assertThat(samples.floats()).doesNotContain(Float.NaN);
    assertThat(samples.floats()[0]).isNotEqualTo(samples.floats()[samples.floats().length / 3]);
  }
}
