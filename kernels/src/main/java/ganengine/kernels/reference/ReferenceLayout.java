package ganengine.kernels.reference;

import ganengine.kernels.Buffer;
import ganengine.kernels.ImageBatch;
import ganengine.kernels.LayoutKernels;
import ganengine.kernels.StridedCopy;
import java.util.Arrays;

/** Moving elements about, one at a time. */
final class ReferenceLayout implements LayoutKernels {
  @Override
  public void copy(StridedCopy size, Buffer from, Buffer to) {
    double[] source = ReferenceBuffer.reals(from);
    double[] target = ReferenceBuffer.reals(to);
    for (int i = 0; i < size.sizes().product(); i++) {
      int at = size.toOffset() + Offsets.of(size.sizes(), size.toStrides(), i);
      target[at] = source[size.fromOffset() + Offsets.of(size.sizes(), size.fromStrides(), i)];
    }
  }

  @Override
  public void cast(Buffer x, Buffer out) {
    double[] source = ReferenceBuffer.reals(x);
    System.arraycopy(source, 0, ReferenceBuffer.reals(out), 0, source.length);
  }

  @Override
  public void gather(int width, Buffer x, Buffer indices, Buffer out) {
    double[] source = ReferenceBuffer.reals(x);
    long[] rows = ReferenceBuffer.integers(indices);
    double[] target = ReferenceBuffer.reals(out);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        target[i * width + j] = source[(int) rows[i] * width + j];
      }
    }
  }

  @Override
  public void scatterAdd(int width, Buffer x, Buffer indices, Buffer out) {
    double[] source = ReferenceBuffer.reals(x);
    long[] rows = ReferenceBuffer.integers(indices);
    double[] target = ReferenceBuffer.reals(out);
    Arrays.fill(target, 0);
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        target[(int) rows[i] * width + j] += source[i * width + j];
      }
    }
  }

  @Override
  public void oneHot(int classes, Buffer indices, Buffer out) {
    long[] hot = ReferenceBuffer.integers(indices);
    double[] target = ReferenceBuffer.reals(out);
    Arrays.fill(target, 0);
    for (int i = 0; i < hot.length; i++) {
      target[i * classes + (int) hot[i]] = 1;
    }
  }

  @Override
  public void imageBatch(ImageBatch size, Buffer images, Buffer indices, Buffer out) {
    byte[] source = ReferenceBuffer.bytes(images);
    long[] which = ReferenceBuffer.integers(indices);
    double[] target = ReferenceBuffer.reals(out);
    int channels = size.channels();
    for (int i = 0; i < target.length; i++) {
      int channel = i % (size.stack() * channels);
      int x = i / (size.stack() * channels) % size.width();
      int y = i / (size.stack() * channels) / size.width() % size.height();
      long n = which[i / size.outputSize() * size.stack() + channel / channels];
      int column = n < 0 ? size.width() - 1 - x : x;
      int row = (int) (n < 0 ? ~n : n) * size.height() + y;
      int pixel = source[(row * size.width() + column) * channels + channel % channels];
      target[i] = Byte.toUnsignedInt((byte) pixel) * size.scale() + size.shift();
    }
  }

  @Override
  public void window(int count, Buffer from, Buffer counter, Buffer out) {
    long[] source = ReferenceBuffer.integers(from);
    int turn = (int) (ReferenceBuffer.integers(counter)[0] % (source.length / count));
    System.arraycopy(source, turn * count, ReferenceBuffer.integers(out), 0, count);
  }

  @Override
  public void entry(Buffer table, Buffer counter, Buffer out) {
    double[] source = ReferenceBuffer.reals(table);
    long at = Math.min(ReferenceBuffer.integers(counter)[0], source.length - 1);
    ReferenceBuffer.reals(out)[0] = source[(int) at];
  }
}
