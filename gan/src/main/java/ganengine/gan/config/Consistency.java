package ganengine.gan.config;

import ganengine.gan.UserError;
import ganengine.gan.data.DataSets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which settings go together. */
final class Consistency {
  private Consistency() {}

  /**
   * Checks all of it.
   *
   * @throws UserError at the first thing that doesn't fit
   */
  static void check(TrainConfig config) {
    checkImageSize(config);
    if (!config.penalty().equals("none") && config.normD().equals("batch")) {
      throw new UserError(
          "penalty %s is of each sample's own gradient, which batch norm mixes with the others'; give normD layer or none"
              .formatted(config.penalty()));
    }
    if (config.schedule().equals("per-epoch")) {
      checkPerEpoch(config);
    }
    boolean prepared = config.crop() != null || config.colour() != null;
    if (prepared && !DataSets.holdsSingleImages(config.dataset())) {
      throw new UserError(
          "%s: '%s' holds no single images that could be changed so; leave it out"
              .formatted(config.crop() != null ? "crop" : "colour", config.dataset()));
    }
    checkBurnIn(config);
    if (config.labelFake() >= config.labelReal()) {
      throw new UserError(
          "labelFake %s: expected less than labelReal, which is %s"
              .formatted(config.labelFake(), config.labelReal()));
    }
  }

  private static void checkImageSize(TrainConfig config) {
    switch (config.model()) {
      case "dcgan", "tiny" -> ImageSides.of(config.imageSize(), config.startSize());
      case "resnet" -> ImageSides.exact(config.imageSize());
      case "cnn" -> {
        if (config.imageSize() % 4 != 0 || config.imageSize() < 8) {
          throw new UserError(
              "imageSize: model cnn halves an image twice; expected a multiple of 4 from 8, found "
                  + config.imageSize());
        }
      }
      default -> {
        // The others take any side.
      }
    }
  }

  private static void checkBurnIn(TrainConfig config) {
    Map<String, Optional<Double>> starts =
        Map.of(
            "rateGStart", Optional.ofNullable(config.rateGStart()),
            "rateDStart", Optional.ofNullable(config.rateDStart()),
            "beta2Start", Optional.ofNullable(config.beta2Start()),
            "penaltyWeightStart", Optional.ofNullable(config.penaltyWeightStart()),
            "averageDecayStart", Optional.ofNullable(config.averageDecayStart()));
    List<String> given =
        starts.entrySet().stream()
            .filter(start -> start.getValue().isPresent())
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    if (config.burnIn() == 0 && !given.isEmpty()) {
      throw new UserError(
          "%s: burnIn says over how many images it moves to its value; expected above 0, found 0"
              .formatted(given.get(0)));
    }
    if (config.beta2Start() != null && !config.optimiser().equals("adam")) {
      throw new UserError("beta2Start: optimiser %s has no beta2".formatted(config.optimiser()));
    }
    if (config.burnIn() > 0 && config.criticWarmUp()) {
      throw new UserError(
          "burnIn needs as many updates of D in every step; leave criticWarmUp out");
    }
  }

  private static void checkPerEpoch(TrainConfig config) {
    if (config.stepsD() > 1 || config.stepsG() > 1 || config.criticWarmUp()) {
      throw new UserError(
          "schedule per-epoch updates one network a step; leave stepsD and stepsG at 1 and criticWarmUp out");
    }
    if (config.loss().equals("relativistic")) {
      throw new UserError(
          "loss relativistic compares with real images, which G's epochs of schedule per-epoch don't see; expected per-batch");
    }
  }
}
