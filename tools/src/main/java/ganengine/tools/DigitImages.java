package ganengine.tools;

import ganengine.engine.io.HostTensor;
import ganengine.engine.io.Npz;
import ganengine.engine.io.StoredType;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;

/** Reads 28 x 28 grey images, each to 784 numbers in [0, 1]. */
final class DigitImages {
  private static final int SIDE = 28;
  private static final int SIZE = SIDE * SIDE;
  private static final int IDX_IMAGES = 2051;

  private DigitImages() {}

  /** All images of a folder of PNG files, or of an NPZ file. */
  static List<float[]> samples(Path samples) throws IOException {
    return Files.isDirectory(samples) ? folder(samples) : npz(samples);
  }

  private static List<float[]> folder(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files = entries.filter(file -> file.toString().endsWith(".png")).sorted().toList();
    }
    List<float[]> images = new ArrayList<>(files.size());
    for (Path file : files) {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null || image.getWidth() != SIDE || image.getHeight() != SIDE) {
        throw new IOException(
            "%s is %s; the judge reads single images of 28 x 28"
                .formatted(
                    file, image == null ? "no PNG" : image.getWidth() + " x " + image.getHeight()));
      }
      images.add(grey(image.getRaster()));
    }
    return images;
  }

  private static float[] grey(Raster raster) {
    float[] pixels = new float[SIZE];
    for (int i = 0; i < SIZE; i++) {
      pixels[i] = raster.getSample(i % SIDE, i / SIDE, 0) / 255f;
    }
    return pixels;
  }

  /** The first array that holds whole images: bytes, or numbers in [-1, 1] as generators make. */
  private static List<float[]> npz(Path file) throws IOException {
    for (Map.Entry<String, HostTensor> entry : Npz.read(file).entrySet()) {
      HostTensor array = entry.getValue();
      if (array.shape().length > 1 && array.elements() == array.shape()[0] * SIZE) {
        return split(array.type() == StoredType.U8 ? bytes(array.bytes()) : unit(array.floats()));
      }
    }
    throw new IOException(file + " holds no array of 28 x 28 grey images, [count, 28, 28, 1]");
  }

  private static float[] unit(float[] values) {
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (values[i] + 1) / 2;
    }
    return unit;
  }

  /** All images of a gzipped IDX file, as MNIST comes. */
  static List<float[]> idx(Path file) throws IOException {
    try (DataInputStream in =
        new DataInputStream(
            new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
      if (in.readInt() != IDX_IMAGES) {
        throw new IOException(file + " holds no images in IDX format");
      }
      int count = in.readInt();
      int height = in.readInt();
      int width = in.readInt();
      if (height != SIDE || width != SIDE) {
        throw new IOException(file + " holds images of another size than 28 x 28");
      }
      byte[] pixels = new byte[count * SIZE];
      in.readFully(pixels);
      return split(bytes(pixels));
    }
  }

  private static float[] bytes(byte[] bytes) {
    float[] unit = new float[bytes.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (bytes[i] & 0xFF) / 255f;
    }
    return unit;
  }

  private static List<float[]> split(float[] pixels) {
    List<float[]> images = new ArrayList<>(pixels.length / SIZE);
    for (int from = 0; from < pixels.length; from += SIZE) {
      images.add(Arrays.copyOfRange(pixels, from, from + SIZE));
    }
    return images;
  }
}
