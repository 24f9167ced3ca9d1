package ganengine.gan.features;

import ganengine.gan.model.ImageShape;

/**
 * How much pixels of boxed samples changed on average; 1 is from black to white.
 *
 * @param inside those in boxes
 * @param outside the others
 */
record BoxChange(double inside, double outside) {
  /**
   * Measures.
   *
   * @param before [count, side, side, channels] in [-1, 1]
   * @param after of the same shape
   */
  static BoxChange of(ObjectBoxes boxes, ImageShape image, float[] before, float[] after) {
    double[] change = new double[2];
    int[] pixels = new int[2];
    for (int sample : boxes.samples()) {
      for (int i = 0; i < image.size(); i++) {
        int column = i / image.channels() % image.side();
        int row = i / image.channels() / image.side();
        int at = sample * image.size() + i;
        int kind = boxes.holds(sample, column, row) ? 0 : 1;
        change[kind] += Math.abs(after[at] - before[at]) / 2;
        pixels[kind]++;
      }
    }
    return new BoxChange(change[0] / Math.max(1, pixels[0]), change[1] / Math.max(1, pixels[1]));
  }
}
