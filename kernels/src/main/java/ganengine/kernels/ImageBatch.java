package ganengine.kernels;

/**
 * Sizes of a batch drawn from a data set of byte images that lies on the device: out [count,
 * pixels] with out[i, j] = image[indices[i]][j] * scale + shift.
 *
 * @param count images in the batch
 * @param height rows of an image
 * @param width columns of an image
 * @param channels bytes of a pixel (NHWC)
 * @param scale factor of a byte (0 to 255)
 * @param shift added afterwards; scale 2/255 with shift -1 gives [-1, 1]
 */
public record ImageBatch(
    int count, int height, int width, int channels, double scale, double shift) {

  /** Bytes of one image. */
  public int imageSize() {
    return height * width * channels;
  }
}
