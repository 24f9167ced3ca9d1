package ganengine.kernels.cuda;

import ganengine.kernels.ElementType;

/** Java arrays to and from the card; reals are rounded to what the buffer holds. */
final class Transfers {
  private final Staging staging;

  Transfers(Staging staging) {
    this.staging = staging;
  }

  void upload(float[] source, int from, int count, CudaBuffer target, long at) {
    if (target.type() == ElementType.BFLOAT16) {
      staging.upload(
          target,
          at,
          count,
          (half, first, end) -> {
            for (int i = first; i < end; i++) {
              half.putShort((i - first) * Short.BYTES, Bfloat16.of(source[from + i]));
            }
          });
      return;
    }
    staging.upload(
        target,
        at,
        count,
        (half, first, end) -> half.asFloatBuffer().put(source, from + first, end - first));
  }

  void upload(double[] source, int from, int count, CudaBuffer target, long at) {
    float[] rounded = new float[count];
    for (int i = 0; i < count; i++) {
      rounded[i] = (float) source[from + i];
    }
    upload(rounded, 0, count, target, at);
  }

  void upload(long[] source, int from, int count, CudaBuffer target, long at) {
    staging.upload(
        target,
        at,
        count,
        (half, first, end) -> half.asLongBuffer().put(source, from + first, end - first));
  }

  void upload(byte[] source, int from, int count, CudaBuffer target, long at) {
    staging.upload(
        target,
        at,
        count,
        (half, first, end) -> half.duplicate().put(source, from + first, end - first));
  }

  void download(CudaBuffer source, long at, float[] target, int to, int count) {
    if (source.type() == ElementType.BFLOAT16) {
      staging.download(
          source,
          at,
          count,
          (half, first, end) -> {
            for (int i = first; i < end; i++) {
              target[to + i] = Bfloat16.toFloat(half.getShort((i - first) * Short.BYTES));
            }
          });
      return;
    }
    staging.download(
        source,
        at,
        count,
        (half, first, end) -> half.asFloatBuffer().get(target, to + first, end - first));
  }

  void download(CudaBuffer source, long at, double[] target, int to, int count) {
    float[] floats = new float[count];
    download(source, at, floats, 0, count);
    for (int i = 0; i < count; i++) {
      target[to + i] = floats[i];
    }
  }

  void download(CudaBuffer source, long at, long[] target, int to, int count) {
    staging.download(
        source,
        at,
        count,
        (half, first, end) -> half.asLongBuffer().get(target, to + first, end - first));
  }
}
