package ganengine.gan.cli;

import ganengine.engine.nn.Module;
import ganengine.engine.nn.Summary;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.model.ImageShape;
import ganengine.gan.model.Networks;
import ganengine.gan.train.Conditions;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.List;

/** What {@code train} says before the first step: where, on what, with which networks. */
final class RunStart {
  private RunStart() {}

  static List<String> lines(
      TrainConfig settings, DeviceChoice choice, Device device, DataSet data) {
    List<String> lines = new ArrayList<>();
    lines.add(Report.line("device", device.description() + choice.notTaken()));
    lines.add(Report.line("data set", data.toString()));
    ImageShape image = ImageShape.of(data);
    int classes = Conditions.classes(settings, data);
    try (Scope scope = Scope.open(device)) {
      Networks networks =
          Networks.create(settings, image, classes, new RandomSource(settings.seed()));
      lines.addAll(
          network("generator", networks.generator(), Networks.generatorInput(settings, classes)));
      lines.addAll(
          network(
              "discriminator",
              networks.discriminator(),
              Networks.discriminatorInput(settings, image, classes)));
    }
    return lines;
  }

  private static List<String> network(String name, Module network, Shape input) {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    Summary.of(network, input).lines().forEach(line -> lines.add("  " + line));
    return lines;
  }
}
