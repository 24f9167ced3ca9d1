package ganengine.gan.cli;

import ganengine.engine.tensor.Scope;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.Decoding;
import ganengine.gan.evaluate.Evaluation;
import ganengine.gan.evaluate.EvaluationFile;
import ganengine.gan.evaluate.Evaluator;
import ganengine.gan.evaluate.Evaluators;
import ganengine.gan.evaluate.FeatureModel;
import ganengine.gan.evaluate.FeatureModelEvaluator;
import ganengine.gan.evaluate.RealData;
import ganengine.gan.onnx.OnnxModel;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import ganengine.gan.train.SamplerSource;
import ganengine.kernels.Device;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gan-engine evaluate}: measures how good a trained generator is. */
@Command(
    name = "evaluate",
    header = "Measure how good a trained generator is.",
    sortOptions = false,
    description = {
      "",
      "Takes the measures that fit the run's data set, each beside what real data get: stacked",
      "digits: modes and KL; ring and grid: modes, high quality, reverse KL; digits and fashion:",
      "Frechet and kernel distance, inception-style score, precision, recall, density, coverage,",
      "1-NN two-sample accuracy in the features of a classifier of ours, label accuracy; other",
      "images: sliced Wasserstein distance and neighbours on pixels. Same checkpoint, data, seed",
      "and device: same values. They go to evaluation.json in the run's folder too.",
      "With --inception also FID and KID, of any images."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine evaluate runs/digits-dcgan-0001",
      "  gan-engine evaluate runs/celeba-dcgan-0001 --data celeba --samples 1000",
      "  gan-engine evaluate runs/celeba-dcgan-0001 --inception inception.onnx --samples 10000",
      GanEngine.STANDS_FOR
    })
final class EvaluateCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "RUN",
      description = "The folder of a run (its newest checkpoint is taken), or a checkpoint file.")
  private Path run;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description =
          "How many to draw. Default: 26000 for stacked digits, 10000 for digits and fashion, 2500"
              + " for points, else 2000; distances take at most half as many as there are real images")
  private Integer samples;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder of the real data. Default: the one that the run was trained on")
  private String data;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of samples and choices. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the values here, not to evaluation.json in the run's folder.")
  private Path json;

  @Mixin private DeviceFlags flags;

  @Mixin private InceptionOptions inceptionOptions;

  @Override
  public void run() {
    WholeNumber.require("--samples", 2, samples == null ? 2 : samples);
    Supplier<Device> device = flags.chosen();
    Checkpoint checkpoint = StoredRun.checkpoint(run, this::warn);
    Path target = target();
    TrainConfig config = checkpoint.config();
    Optional<OnnxModel> inception = inceptionOptions.read();
    DataSet real = RealData.of(config, data == null ? config.data() : data, Decoding.standard());
    PrintWriter err = spec.commandLine().getErr();
    try (WorkPrinter progress = new WorkPrinter(err, Terminal.attached());
        Device opened = device.get();
        Scope scope = Scope.open(opened);
        Sampler sampler = new Sampler(checkpoint, opened);
        FeatureModel features =
            inception.map(model -> inceptionOptions.open(model, opened)).orElse(null)) {
      Evaluator evaluator =
          features == null ? Evaluators.of(real) : new FeatureModelEvaluator(real, features);
      int count = samples == null ? evaluator.standardSamples() : samples;
      Evaluation found =
          evaluator.measure(new SamplerSource(sampler), count, seed, progress::working);
      progress.close();
      EvaluationTable.lines(found).forEach(spec.commandLine().getOut()::println);
      EvaluationFile.write(target, checkpoint.step(), opened.description(), found);
      spec.commandLine().getOut().println("written to " + target);
    }
  }

  private Path target() {
    Path target = json == null ? StoredRun.folder(run).path().resolve("evaluation.json") : json;
    EvaluationFile.requireWritable(target);
    return target;
  }

  private void warn(String line) {
    spec.commandLine().getErr().println("gan-engine: " + line);
  }
}
