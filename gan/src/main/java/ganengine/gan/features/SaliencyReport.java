package ganengine.gan.features;

import java.util.List;

/**
 * What a layer's strongest features answer to.
 *
 * @param dataset of the images
 * @param layer counted from 1, from the image on
 * @param maps features in that layer
 * @param rows of a feature's map
 * @param columns of a feature's map
 * @param among how many images were looked at
 * @param trained the strongest features of the trained discriminator, the strongest first
 * @param random those of the same network with random weights
 */
public record SaliencyReport(
    String dataset,
    int layer,
    int maps,
    int rows,
    int columns,
    int among,
    List<Feature> trained,
    List<Feature> random) {

  /**
   * One feature.
   *
   * @param feature its number in the layer, from 0
   * @param peaks the images it answers to most, the strongest first
   */
  public record Feature(int feature, List<Peak> peaks) {}

  /**
   * An image that a feature answers to.
   *
   * @param label what it shows; null if unknown
   * @param response the feature's largest value
   * @param row where in its map
   * @param column where in its map
   * @param part what it answers to there: the box around the pixels whose guided gradient is at
   *     least a tenth of the largest
   */
  public record Peak(Integer label, double response, int row, int column, Box part) {}

  /**
   * Pixels of an image.
   *
   * @param x0 first column
   * @param y0 first row
   * @param x1 after the last column
   * @param y1 after the last row
   */
  public record Box(int x0, int y0, int x1, int y1) {}
}
