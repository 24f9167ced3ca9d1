package ganengine.gan.data.pixels;

/**
 * One image, decoded.
 *
 * @param height rows
 * @param width columns
 * @param channels 1 for grey, 3 for red, green, blue
 * @param bytes [height, width, channels], from 0 (black) to 255
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
public record RawImage(int height, int width, int channels, byte[] bytes) {
  /** An image of its parts; the array is taken as it is. */
  public RawImage {
    if (bytes.length != (long) height * width * channels) {
      throw new IllegalArgumentException(
          "%d bytes are no image of %d x %d x %d".formatted(bytes.length, height, width, channels));
    }
  }

  /**
   * The same in grey or colour: grey is the luma of ITU-R BT.601, colour three times the grey.
   *
   * @param wanted 1 or 3
   */
  public RawImage withChannels(int wanted) {
    if (wanted == channels) {
      return this;
    }
    byte[] made = new byte[height * width * wanted];
    for (int i = 0; i < height * width; i++) {
      if (wanted == 3) {
        made[3 * i] = made[3 * i + 1] = made[3 * i + 2] = bytes[i];
      } else {
        made[i] = luma(bytes[3 * i] & 0xFF, bytes[3 * i + 1] & 0xFF, bytes[3 * i + 2] & 0xFF);
      }
    }
    return new RawImage(height, width, wanted, made);
  }

  private static byte luma(int red, int green, int blue) {
    return (byte) ((299 * red + 587 * green + 114 * blue + 500) / 1000);
  }
}
