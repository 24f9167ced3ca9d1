package ganengine.gan.data.pixels;

/** The bytes of many images, in memory or in a file, and more than an array can hold. */
public interface Pixels {
  /** How many bytes. */
  long size();

  /** Copies the bytes [from, from + count) to target[at..]; any thread may. */
  void copy(long from, byte[] target, int at, int count);

  /** All of them where they are one array anyway; else null. */
  default byte[] array() {
    return null;
  }

  /** These bytes, not copied: nobody writes to them. */
  static Pixels of(byte[] bytes) {
    return new Pixels() {
      @Override
      public long size() {
        return bytes.length;
      }

      @Override
      public byte[] array() {
        return bytes;
      }

      @Override
      public void copy(long from, byte[] target, int at, int count) {
        System.arraycopy(bytes, Math.toIntExact(from), target, at, count);
      }
    };
  }
}
