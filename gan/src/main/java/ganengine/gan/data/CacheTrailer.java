package ganengine.gan.data;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a cache file says of its images, behind them: their number is known only when the last is
 * decoded.
 *
 * @param sizes count, height, width, channels
 * @param labels of each image; null if it has none
 * @param classNames what the labels stand for
 * @param origin one line on the images as they came
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
record CacheTrailer(int[] sizes, int[] labels, List<String> classNames, String origin) {

  /** Bytes of the images. */
  long pixels() {
    long product = 1;
    for (int size : sizes) {
      product *= size;
    }
    return product;
  }

  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    for (int size : sizes) {
      out.writeInt(size);
    }
    out.writeBoolean(labels != null);
    if (labels != null) {
      for (int label : labels) {
        out.writeInt(label);
      }
    }
    out.writeInt(classNames.size());
    for (String name : classNames) {
      out.writeUTF(name);
    }
    out.writeUTF(origin);
    return bytes.toByteArray();
  }

  /** Of bytes whose checksum is right. */
  static CacheTrailer of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int[] sizes = new int[4];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = in.readInt();
    }
    int[] labels = null;
    if (in.readBoolean()) {
      labels = new int[sizes[0]];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = in.readInt();
      }
    }
    int classes = in.readInt();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      names.add(in.readUTF());
    }
    return new CacheTrailer(sizes, labels, List.copyOf(names), in.readUTF());
  }
}
