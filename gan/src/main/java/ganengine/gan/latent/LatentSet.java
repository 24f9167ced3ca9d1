package ganengine.gan.latent;

import ganengine.engine.io.DamagedFileException;
import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.gan.AtomicFile;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Latent vectors as they stand in a file for NumPy (.npz): array {@code z}, float32 [count,
 * latent], and perhaps {@value #LABEL}, int64 [count], the class that each belongs to.
 *
 * @param z [count, length]
 * @param length numbers in one z
 * @param labels [count]; empty for none
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record LatentSet(float[] z, int length, int[] labels) {
  private static final String Z = "z";
  private static final String LABEL = "label";

  /** Checks the sizes. */
  public LatentSet {
    if (length < 1
        || z.length % length != 0
        || (labels.length != 0 && labels.length != z.length / length)) {
      throw new IllegalArgumentException(
          "%d numbers and %d labels are no vectors of %d"
              .formatted(z.length, labels.length, length));
    }
  }

  /** How many vectors. */
  public int count() {
    return z.length / length;
  }

  /** The first so many of them. */
  public LatentSet first(int some) {
    return new LatentSet(
        Arrays.copyOf(z, some * length),
        length,
        labels.length == 0 ? labels : Arrays.copyOf(labels, some));
  }

  /** One of them, copied. */
  public float[] vector(int number) {
    return Arrays.copyOfRange(z, number * length, (number + 1) * length);
  }

  /**
   * Reads a file.
   *
   * @param length numbers that a z of the run has
   * @throws UserError if it can't be read, holds no z of that length, or labels that don't match
   */
  public static LatentSet read(Path file, int length) {
    Map<String, HostTensor> arrays;
    try {
      arrays = Npz.read(file);
    } catch (DamagedFileException e) {
      throw new UserError(e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw new UserError(
          "%s: there is no such file; expected one that 'project --npz' writes".formatted(file), e);
    } catch (IOException e) {
      throw new UserError(
          "%s: cannot be read as .npz: %s".formatted(file, AtomicFile.reason(e)), e);
    }
    HostTensor z = arrays.get(Z);
    if (z == null || z.shape().length != 2) {
      throw new UserError(
          "%s: expected an array 'z' of vectors [count, %d], found %s"
              .formatted(file, length, arrays));
    }
    if (z.shape()[1] != length || z.shape()[0] == 0) {
      throw new UserError(
          "%s: its array 'z' is %d vectors of %d numbers, expected at least one of %d, as this run's are"
              .formatted(file, z.shape()[0], z.shape()[1], length));
    }
    return new LatentSet(floats(file, z), length, labels(file, arrays.get(LABEL), z.shape()[0]));
  }

  private static float[] floats(Path file, HostTensor z) {
    float[] values;
    try {
      values = z.floats();
    } catch (IllegalStateException e) {
      throw new UserError("%s: 'z' is %s, expected floats".formatted(file, z), e);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserError("%s: 'z' holds %s, which is no number".formatted(file, value));
      }
    }
    return values;
  }

  private static int[] labels(Path file, HostTensor label, int count) {
    if (label == null) {
      return new int[0];
    }
    try {
      if (Arrays.equals(label.shape(), new int[] {count})) {
        return Arrays.stream(label.longs()).mapToInt(Math::toIntExact).toArray();
      }
    } catch (IllegalStateException | ArithmeticException e) {
      throw new UserError("%s: 'label' is %s, expected int64 classes".formatted(file, label), e);
    }
    throw new UserError(
        "%s: 'label' is %s, expected one for each of %d vectors".formatted(file, label, count));
  }

  /**
   * Writes or overwrites a file.
   *
   * @throws RuntimeException that {@link AtomicFile#failure} makes if it cannot be written
   */
  public void write(Path file) {
    Map<String, HostTensor> arrays = new LinkedHashMap<>();
    arrays.put(Z, HostTensor.of(new int[] {count(), length}, z));
    if (labels.length > 0) {
      long[] longs = Arrays.stream(labels).asLongStream().toArray();
      arrays.put(LABEL, HostTensor.of(new int[] {count()}, longs));
    }
    try {
      Npz.write(file, arrays);
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }
}
