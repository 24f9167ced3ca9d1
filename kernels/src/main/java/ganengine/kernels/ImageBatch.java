package ganengine.kernels;

/**
 * Sizes of a batch drawn from a data set of byte images that lies on the device. {@code stack}
 * images, side by side in their channels, make one of the batch: out [count, height, width, stack *
 * channels] with
 *
 * <pre>
 * out[i, y, x, s * channels + c] = image[n][y, x', c] * scale + shift, n = indices[i * stack + s]
 * </pre>
 *
 * where x' = x; where n is negative, image ~n is taken mirrored: x' = width - 1 - x. {@link
 * RandomKernels#mirror} mirrors half of a batch.
 *
 * @param count images in the batch
 * @param stack images of the data set that make one; 1 as a rule, 3 for stacked digits
 * @param height rows of an image
 * @param width columns of an image
 * @param channels bytes of a pixel in the data set (NHWC)
 * @param scale factor of a byte (0 to 255)
 * @param shift added afterwards; scale 2/255 with shift -1 gives [-1, 1]
 */
public record ImageBatch(
    int count, int stack, int height, int width, int channels, double scale, double shift) {

  /** One image of the data set each. */
  public ImageBatch(int count, int height, int width, int channels, double scale, double shift) {
    this(count, 1, height, width, channels, scale, shift);
  }

  /** Bytes of one image of the data set. */
  public int imageSize() {
    return height * width * channels;
  }

  /** Numbers in one image of the batch. */
  public int outputSize() {
    return stack * imageSize();
  }
}
