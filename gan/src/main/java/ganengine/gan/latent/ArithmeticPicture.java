package ganengine.gan.latent;

import ganengine.gan.image.Captions;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.model.ImageShape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Vector arithmetic in one picture: for each concept a column with its samples and their mean
 * below, then the square of nine around the result, then what the same sum of pixels gives.
 *
 * @param image the size of an image
 */
public record ArithmeticPicture(ImageShape image) {
  private static final int SQUARE = 3;

  /** Draws it. */
  public BufferedImage draw(LatentArithmetic sum, ArithmeticImages images) {
    return Captions.besideEachOther(
        List.of(
            column("a", sum.a(), images.a(), images.means(), 0),
            column("b", sum.b(), images.b(), images.means(), 1),
            column("c", sum.c(), images.c(), images.means(), 2),
            Captions.around(
                grid(images.neighbours(), SQUARE, SQUARE), List.of("a - b + c"), List.of("=")),
            Captions.around(grid(images.pixels(), 1, 1), List.of("pixels"), List.of(""))));
  }

  private BufferedImage column(
      String name, Concept concept, float[] samples, float[] means, int number) {
    float[] whole = new float[samples.length + image.size()];
    System.arraycopy(samples, 0, whole, 0, samples.length);
    System.arraycopy(means, number * image.size(), whole, samples.length, image.size());
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < concept.vectors().count(); i++) {
      rows.add(concept.samples().isEmpty() ? "" : concept.samples().get(i).toString());
    }
    rows.add("mean");
    return Captions.around(grid(whole, rows.size(), 1), List.of(name), rows);
  }

  private BufferedImage grid(float[] images, int rows, int columns) {
    return ImageGrid.of(images, image.side(), image.side(), image.channels(), rows, columns);
  }
}
