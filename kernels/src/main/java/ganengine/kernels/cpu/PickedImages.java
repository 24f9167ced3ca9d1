package ganengine.kernels.cpu;

import ganengine.kernels.ImageBatch;

/** Writes images of a data set into a batch, by a table of what each byte becomes. */
final class PickedImages {
  private final ImageBatch size;
  private final byte[] images;
  private final CpuBuffer out;
  private final float[] values = new float[256];

  PickedImages(ImageBatch size, byte[] images, CpuBuffer out) {
    this.size = size;
    this.images = images;
    this.out = out;
    for (int pixel = 0; pixel < values.length; pixel++) {
      values[pixel] = (float) (pixel * size.scale() + size.shift());
    }
  }

  /** The picked image numbered {@code at}: image {@code n}, or ~n mirrored. */
  void write(int at, long n) {
    int from = (int) (n < 0 ? ~n : n) * size.imageSize();
    if (size.stack() == 1 && n >= 0) {
      int to = out.offset + at * size.imageSize();
      for (int j = 0; j < size.imageSize(); j++) {
        out.reals[to + j] = values[images[from + j] & 0xFF];
      }
    } else {
      writePixels(at, from, n < 0);
    }
  }

  private void writePixels(int at, int from, boolean mirrored) {
    int channels = size.channels();
    int width = size.width();
    int image = at / size.stack();
    int to = out.offset + image * size.outputSize() + at % size.stack() * channels;
    for (int pixel = 0; pixel < size.height() * width; pixel++) {
      int x = pixel % width;
      int source = from + (mirrored ? pixel - x + width - 1 - x : pixel) * channels;
      int target = to + pixel * size.stack() * channels;
      for (int c = 0; c < channels; c++) {
        out.reals[target + c] = values[images[source + c] & 0xFF];
      }
    }
  }
}
