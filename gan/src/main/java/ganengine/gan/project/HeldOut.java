package ganengine.gan.project;

import ganengine.gan.UserError;
import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.data.ImageSet;
import ganengine.gan.data.Part;
import ganengine.gan.data.Shuffle;
import ganengine.gan.evaluate.RealData;
import ganengine.gan.model.ImageShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Images of a data set that a run has not seen, and what the simplest guess at them is worth. */
public final class HeldOut {
  private static final String DIGITS = "digits";

  private HeldOut() {}

  /**
   * Some images of the part that is for tests. The digits in the jar are MNIST's test images: to a
   * run that was trained on them, those to learn from are the unseen ones.
   *
   * @param dataset whose images
   * @param data its folder; null for the digits in the jar
   * @param seed of the choice
   * @throws UserError if there are fewer, or the set holds no single images, or can't be read
   */
  public static List<Target> of(
      TrainConfig run,
      ImageShape image,
      String dataset,
      String data,
      int count,
      long seed,
      Decoding decoding) {
    boolean turned = run.dataset().equals(DIGITS) && dataset.equals("mnist");
    Part part = turned ? Part.TRAIN : Part.TEST;
    ImageRecipe recipe =
        (dataset.equals(run.dataset()) ? run.recipe() : DataSets.recipe(dataset))
            .withSide(image.side())
            .withChannels(image.channels());
    ImageSet images = DataSets.images(dataset, data, part, recipe, decoding);
    if (count < 1 || count > images.count()) {
      throw new UserError(
          "--count: expected 1 to %d, so many images are there, found %d"
              .formatted(images.count(), count));
    }
    int[] order = Shuffle.order(seed, 0, images.count());
    List<Target> targets = new ArrayList<>();
    byte[] bytes = new byte[images.imageSize()];
    for (int number : IntStream.of(order).limit(count).toArray()) {
      images.store().copy((long) number * bytes.length, bytes, 0, bytes.length);
      targets.add(
          new Target(
              dataset + " " + number,
              images.labels() == null ? -1 : images.labels()[number],
              Target.floats(bytes)));
    }
    return targets;
  }

  /** Whether a run was trained on what {@link #of} gives. */
  public static boolean seenBy(TrainConfig run, String dataset) {
    return run.dataset().equals(DIGITS) && dataset.equals(DIGITS);
  }

  /**
   * The mean of all images that a run is trained on, [side, side, channels]: of all constants the
   * nearest to images of the kind, so what a projection must beat.
   *
   * @param data the folder of the run's data
   * @throws UserError if the run's data are no single images, or can't be read
   */
  public static float[] mean(TrainConfig run, String data, Decoding decoding) {
    DataSet set = RealData.of(run, data, decoding);
    if (!(set instanceof ImageSet images)) {
      throw new UserError("data set %s holds no single images".formatted(set.name()));
    }
    byte[] image = new byte[images.imageSize()];
    double[] sums = new double[image.length];
    for (int i = 0; i < images.count(); i++) {
      images.store().copy((long) i * image.length, image, 0, image.length);
      for (int j = 0; j < image.length; j++) {
        sums[j] += image[j] & 0xFF;
      }
    }
    float[] mean = new float[sums.length];
    for (int j = 0; j < mean.length; j++) {
      mean[j] = (float) (sums[j] / images.count() / 127.5 - 1);
    }
    return mean;
  }
}
