package ganengine.gan.run;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.gan.config.Settings;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.image.PngFile;
import ganengine.gan.watch.Look;
import ganengine.gan.watch.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  private RunFolder run(TrainConfig config) {
    return RunFolder.create(Optional.of(folder.resolve("this & that")), config, "cpu <8 lanes>");
  }

  @Test
  void isOnePageThatNeedsNoOtherFile() throws IOException {
    RunFolder run = run(Runs.CONFIG);
    for (int step = 500; step <= 10_000; step += 500) {
      PngFile.write(ImageGrid.of(new float[784], 28, 28, 1), run.sample(step));
    }
    try (MetricsLog log = MetricsLog.open(run.metrics(), 0)) {
      log.append(Runs.line(9990));
      log.append(
          Runs.line(10_000)
              .with(new Look(0.1, 0.9, null, List.of(Verdict.MODE_COLLAPSE, Verdict.FROZEN))));
    }
    assertThat(LossPlot.write(MetricsLog.read(run.metrics()), run.lossPlot())).isEmpty();
    Report.write(run, Runs.CONFIG);
    String page = Files.readString(run.report());
    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n")
        .contains("<title>this &amp; that</title>")
        .contains("<td>cpu &lt;8 lanes></td>")
        .contains("<th>latent</th><td>%d</td>".formatted(Runs.CONFIG.latent()))
        .contains("<th>steps</th><td>10,000</td>")
        .contains("<th>loss of the discriminator</th><td>0.3333</td>")
        .contains(
            "<th>steps 10,000 to 10,000</th><td>samples are near-identical: mode collapse; both")
        .doesNotContain("http", "None yet")
        .containsOnlyOnce("<figcaption>step 500<")
        .contains("<figcaption>step 10,000<");
    assertThat(page.split("src=\"data:image/png;base64,", -1))
        .as("newest, losses, six over time, and what stands before them")
        .hasSize(1 + 1 + 1 + 6);
    assertThat(page.split("src=", -1)).hasSize(9);
  }

  @Test
  void saysSoIfThereIsNothingYet() throws IOException {
    TrainConfig config =
        Settings.resolve(Optional.empty(), Map.of("dataset", "mnist", "data", "a<b"));
    RunFolder run = run(config);
    Report.write(run, config);
    assertThat(Files.readString(run.report())).contains("None yet").contains("<td>a&lt;b</td>");
  }
}
