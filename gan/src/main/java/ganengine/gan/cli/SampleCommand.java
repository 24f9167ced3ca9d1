package ganengine.gan.cli;

import ganengine.gan.UserError;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.kernels.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine sample}: draws images from a trained generator. */
@Command(
    name = "sample",
    header = "Draw images from a trained generator.",
    sortOptions = false,
    description = {
      "",
      "Same checkpoint, seed and device: same images; the first ones are the same whatever the",
      "count. At least one of --out, --grid and --npz says where they go."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine sample runs/digits-dcgan-0001 --grid grid.png",
      "  gan-engine sample runs/mnist-mlp-0001 --label 7 --grid sevens.png",
      "  gan-engine sample runs/digits-dcgan-0001 --count 10000 --out drawn --npz drawn.npz",
      GanEngine.STANDS_FOR
    })
final class SampleCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "The folder of a run (its newest checkpoint is taken), or a checkpoint file.")
  private Path run;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many. Default: ${DEFAULT-VALUE}")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random vectors. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--label",
      paramLabel = "CLASS",
      description = {
        "All of this class, from 0, where labels condition the generator. Default: each in turn, a",
        "row for each in the grid"
      })
  private Integer label;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "One file an image: 000000.png, ...; the folder must be new or empty.")
  private Path out;

  @Option(names = "--grid", paramLabel = "FILE", description = "All in one picture, a PNG file.")
  private Path grid;

  @Option(
      names = "--npz",
      paramLabel = "FILE",
      description = "As numbers for NumPy: 'samples', float32 [count, height, width, channels].")
  private Path npz;

  @Mixin private DeviceFlags flags;

  @Override
  public void run() {
    WholeNumber.require("--count", 1, count);
    List<SampleTarget> targets = targets();
    Supplier<Device> device = flags.chosen();
    Checkpoint checkpoint = StoredRun.checkpoint(run, this::warn);
    if (out != null && checkpoint.config().model().equals("points")) {
      throw new UserError("--out: this run makes points, not images; expected --grid or --npz");
    }
    targets.forEach(SampleTarget::check);
    try (Device opened = device.get();
        Sampler sampler = new Sampler(checkpoint, opened)) {
      requireRoom((long) count * sampler.image().size());
      float[] images = draw(sampler);
      int classes = label == null ? sampler.classes() : 0;
      for (SampleTarget target : targets) {
        target.write(images, sampler.image(), classes);
        spec.commandLine().getOut().println(target.describe(count));
      }
    }
  }

  private float[] draw(Sampler sampler) {
    if (label == null) {
      return sampler.draw(count, seed);
    }
    int[] labels = new int[count];
    Arrays.fill(labels, label);
    return sampler.draw(labels, seed);
  }

  private List<SampleTarget> targets() {
    List<SampleTarget> targets = new ArrayList<>();
    if (out != null) {
      targets.add(new SampleFolder(out));
    }
    if (grid != null) {
      targets.add(new SampleGrid(grid));
    }
    if (npz != null) {
      targets.add(new SampleNumbers(npz));
    }
    if (targets.isEmpty()) {
      throw new UserError("say where the samples go: --out DIR, --grid FILE.png or --npz FILE.npz");
    }
    return targets;
  }

  private static void requireRoom(long numbers) {
    if (numbers > Integer.MAX_VALUE - 8) {
      throw new UserError("--count: so many images are more than one array holds; draw fewer");
    }
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("gan-engine: " + line);
  }
}
