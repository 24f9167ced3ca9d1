package ganengine.gan.data.pixels;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Takes the bytes out of a picture of Java's. */
final class PictureBytes {
  private PictureBytes() {}

  /** Grey pictures as one channel, all others as three, on white where they are transparent. */
  static RawImage of(BufferedImage picture) {
    ColorModel model = picture.getColorModel();
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    return grey ? grey(picture) : colour(picture);
  }

  /** Levels as they stand in the file: Java's own conversion from grey bends them. */
  private static RawImage grey(BufferedImage picture) {
    Raster raster = picture.getRaster();
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] levels = raster.getSamples(0, 0, width, height, 0, (int[]) null);
    boolean transparent = raster.getNumBands() > 1;
    int[] alpha = transparent ? raster.getSamples(0, 0, width, height, 1, (int[]) null) : levels;
    int largest = largest(picture);
    byte[] bytes = new byte[width * height];
    for (int i = 0; i < bytes.length; i++) {
      int level = (levels[i] * 255 + largest / 2) / largest;
      bytes[i] = (byte) (transparent ? onWhite(level, alpha[i] * 255 / largest) : level);
    }
    return new RawImage(height, width, 1, bytes);
  }

  private static int largest(BufferedImage picture) {
    boolean wide = picture.getRaster().getDataBuffer().getDataType() != DataBuffer.TYPE_BYTE;
    int bits = wide ? 16 : picture.getColorModel().getComponentSize(0);
    return (1 << bits) - 1;
  }

  private static RawImage colour(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] row = new int[width];
    byte[] bytes = new byte[width * height * 3];
    int at = 0;
    for (int y = 0; y < height; y++) {
      picture.getRGB(0, y, width, 1, row, 0, width);
      for (int pixel : row) {
        int alpha = pixel >>> 24;
        bytes[at++] = (byte) onWhite(pixel >> 16 & 0xFF, alpha);
        bytes[at++] = (byte) onWhite(pixel >> 8 & 0xFF, alpha);
        bytes[at++] = (byte) onWhite(pixel & 0xFF, alpha);
      }
    }
    return new RawImage(height, width, 3, bytes);
  }

  private static int onWhite(int level, int alpha) {
    return (level * alpha + 255 * (255 - alpha) + 127) / 255;
  }
}
