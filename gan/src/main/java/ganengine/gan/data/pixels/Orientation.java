package ganengine.gan.data.pixels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held, as EXIF's tag 0x0112 in a JPEG says (EXIF 2.3, section 4.6.4): 1 upright,
 * 2 mirrored, 3 upside down, 4 both, 5 to 8 lying on a side.
 *
 * @param tag 1 to 8
 */
record Orientation(int tag) {
  private static final int TAG = 0x0112;
  private static final Orientation UPRIGHT = new Orientation(1);

  /** What this file says; upright where it says nothing, or nothing sound. */
  static Orientation of(byte[] file) {
    int at = 2;
    while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
      int marker = file[at + 1] & 0xFF;
      int length = (file[at + 2] & 0xFF) << 8 | (file[at + 3] & 0xFF);
      if (marker == 0xDA || length < 2 || at + 2 + length > file.length) {
        break;
      }
      if (marker == 0xE1 && isExif(file, at + 4, length - 2)) {
        return ofTiff(ByteBuffer.wrap(file, at + 10, length - 8).slice());
      }
      at += 2 + length;
    }
    return UPRIGHT;
  }

  private static boolean isExif(byte[] file, int from, int length) {
    byte[] mark = {'E', 'x', 'i', 'f', 0, 0};
    boolean same = length >= mark.length + 8;
    for (int i = 0; same && i < mark.length; i++) {
      same = file[from + i] == mark[i];
    }
    return same;
  }

  /** EXIF data are a TIFF file; the tag stands in its first directory. */
  private static Orientation ofTiff(ByteBuffer tiff) {
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    long directory = tiff.getInt(4) & 0xFFFFFFFFL;
    if (directory + 2 > tiff.limit()) {
      return UPRIGHT;
    }
    int entries = tiff.getShort((int) directory) & 0xFFFF;
    for (int i = 0; i < entries; i++) {
      int entry = (int) directory + 2 + 12 * i;
      if (entry + 12 > tiff.limit()) {
        break;
      }
      if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
        int tag = tiff.getShort(entry + 8);
        return tag >= 1 && tag <= 8 ? new Orientation(tag) : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** The image as it should be seen. */
  RawImage upright(RawImage image) {
    if (tag == 1) {
      return image;
    }
    boolean lying = tag >= 5;
    int height = lying ? image.width() : image.height();
    int width = lying ? image.height() : image.width();
    int channels = image.channels();
    byte[] turned = new byte[image.bytes().length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int from = (row(y, x, image) * image.width() + column(y, x, image)) * channels;
        System.arraycopy(image.bytes(), from, turned, (y * width + x) * channels, channels);
      }
    }
    return new RawImage(height, width, channels, turned);
  }

  /** The stored row of an upright pixel. */
  private int row(int y, int x, RawImage stored) {
    int last = stored.height() - 1;
    return switch (tag) {
      case 3, 4 -> last - y;
      case 5, 6 -> tag == 5 ? x : last - x;
      case 7, 8 -> tag == 7 ? last - x : x;
      default -> y;
    };
  }

  /** The stored column of an upright pixel. */
  private int column(int y, int x, RawImage stored) {
    int last = stored.width() - 1;
    return switch (tag) {
      case 2, 3 -> last - x;
      case 5, 6 -> y;
      case 7, 8 -> last - y;
      default -> x;
    };
  }
}
