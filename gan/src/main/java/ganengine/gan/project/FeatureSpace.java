package ganengine.gan.project;

import ganengine.gan.measure.Features;

/** In which images are compared. */
interface FeatureSpace {
  /** What it is called: {@code pixels}. */
  String name();

  /** A row for each image, [count, side, side, channels] in [-1, 1]. */
  Features of(float[] images);

  /** Pixels as they are, [side, side, channels] numbers of each image. */
  static FeatureSpace pixels(int size) {
    return new FeatureSpace() {
      @Override
      public String name() {
        return "pixels";
      }

      @Override
      public Features of(float[] images) {
        return new Features(images, images.length / size, size);
      }
    };
  }
}
