package ganengine.gan.project;

import java.util.List;

/**
 * An image to project.
 *
 * @param name where it comes from: a file, or a data set and a number
 * @param label its class where that is known; else -1
 * @param pixels [side, side, channels] in [-1, 1]
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
public record Target(String name, int label, float[] pixels) {
  /** The pixels of all, one behind the other: [targets, side, side, channels]. */
  public static float[] pixels(List<Target> targets) {
    int size = targets.get(0).pixels().length;
    float[] all = new float[Math.multiplyExact(targets.size(), size)];
    for (int i = 0; i < targets.size(); i++) {
      System.arraycopy(targets.get(i).pixels(), 0, all, i * size, size);
    }
    return all;
  }

  /** Of bytes, from 0 to 255. */
  static float[] floats(byte[] bytes) {
    float[] floats = new float[bytes.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (bytes[i] & 0xFF) / 127.5f - 1;
    }
    return floats;
  }
}
