package ganengine.gan.cli;

import ganengine.gan.data.DataSet;
import ganengine.gan.data.ImageSet;
import ganengine.gan.image.ImageGrid;
import ganengine.gan.image.PngFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What {@code dataset info} says of a data set, and what it shows. */
final class DataSetReport {
  /** Images drawn. */
  private static final int DRAWN = 64;

  /** Classes listed one by one. */
  private static final int LISTED = 20;

  private DataSetReport() {}

  static List<String> lines(DataSet set) {
    List<String> lines = new ArrayList<>();
    lines.add(Report.line("data set", set.toString()));
    if (set instanceof ImageSet images) {
      images.origin().ifPresent(origin -> lines.add(Report.line("made from", origin)));
      lines.add(Report.line("classes", classes(images)));
    }
    return lines;
  }

  private static String classes(ImageSet images) {
    if (images.labels() == null) {
      return "none";
    }
    int[] counts = new int[images.classes()];
    for (int label : images.labels()) {
      counts[label]++;
    }
    List<Integer> shown =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(
                counts.length <= LISTED
                    ? Comparator.naturalOrder()
                    : Comparator.comparing(label -> -counts[label]))
            .limit(LISTED)
            .toList();
    return "%,d: ".formatted(counts.length)
        + shown.stream()
            .map(label -> "%s %,d".formatted(images.classNames().get(label), counts[label]))
            .collect(Collectors.joining(", "))
        + (shown.size() < counts.length ? ", ..." : "");
  }

  /** Some images, evenly from the first to the last. */
  static void draw(ImageSet images, Path file) {
    int count = Math.min(DRAWN, images.count());
    int size = images.imageSize();
    byte[] image = new byte[size];
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      long number = (long) i * images.count() / count;
      images.store().copy(number * size, image, 0, size);
      for (int j = 0; j < size; j++) {
        values[i * size + j] = (image[j] & 0xFF) / 127.5f - 1;
      }
    }
    PngFile.write(ImageGrid.of(values, images.height(), images.width(), images.channels()), file);
  }
}
