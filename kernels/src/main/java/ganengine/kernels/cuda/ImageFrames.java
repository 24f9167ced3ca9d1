package ganengine.kernels.cuda;

import ganengine.kernels.Buffer;
import ganengine.kernels.Convolution;
import ganengine.kernels.ElementType;

/**
 * Moves images [batch, height, width, channels] into frames of another size and out again, with
 * zeros where there is no image ({@code image_frame.cu}).
 */
final class ImageFrames {
  private static final int MOST_THREADS = 256;
  private static final int MOST_ROWS = 65_535;
  private static final int WARP = 32;

  private final Cuda cuda;

  ImageFrames(Cuda cuda) {
    this.cuda = cuda;
  }

  /** x of {@code size}, at the place where the windows of {@code framed} look for it. */
  void frame(Convolution size, Convolution framed, ElementType type, Buffer x, Buffer frame) {
    place(size, framed, size.padTop(), size.padLeft(), type, x, frame);
  }

  /** The other way: x out of its frame, 0 where the frame doesn't reach. */
  void unframe(Convolution size, Convolution framed, ElementType type, Buffer frame, Buffer x) {
    place(framed, size, -size.padTop(), -size.padLeft(), type, frame, x);
  }

  private void place(
      Convolution from,
      Convolution to,
      int down,
      int right,
      ElementType type,
      Buffer image,
      Buffer placed) {
    int channels = from.inC();
    int fromRow = from.inW() * channels;
    int toRow = to.inW() * channels;
    int shift = right * channels;
    int vector = vectorLength(type);
    boolean vectors = fromRow % vector == 0 && toRow % vector == 0 && shift % vector == 0;
    int unit = vectors ? vector : 1;
    int items = toRow / unit;
    int rows = to.batch() * to.inH();
    int threads = Math.min(MOST_THREADS, (items + WARP - 1) / WARP * WARP);
    cuda.kernel("image_frame", vectors ? "frame_vectors" : "frame_reals", type)
        .grid((items + threads - 1) / threads, Math.min(rows, MOST_ROWS), threads)
        .numbers(rows, from.inH(), to.inH(), down, fromRow / unit, items, shift / unit)
        .buffer(image)
        .buffer(placed)
        .launch();
  }

  /** Elements of one 16-byte access. */
  private static int vectorLength(ElementType type) {
    return 16 / CudaBuffer.bytes(type);
  }
}
