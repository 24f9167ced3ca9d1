package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.pixels.Size;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CheckedOutputStream;

/**
 * Writes the images of a source into a cache file: this thread reads and writes, others decode
 * ahead of it, and the images stay in the source's order. Up to one in a hundred may be unusable.
 */
final class ImageDecoding {
  private static final int TOLERATED = 100;

  private final ImageSource source;
  private final ImageRecipe recipe;
  private final Decoding decoding;
  private final List<Integer> labels = new ArrayList<>();
  private Size smallest;
  private Size largest;
  private int done;
  private int unusable;
  private String firstFault;

  /** By a recipe whose channels are settled. */
  ImageDecoding(ImageSource source, ImageRecipe recipe, Decoding decoding) {
    this.source = source;
    this.recipe = recipe;
    this.decoding = decoding;
  }

  /**
   * Writes all of them, and what they are.
   *
   * @throws UserError if there are none, or too many are unusable
   */
  void writeTo(OutputStream file) throws IOException {
    CheckedOutputStream out = CacheFile.begin(file);
    if (source.count() == 0) {
      throw new UserError(
          "%s: holds no images of data set '%s'".formatted(source.place(), source.name()));
    }
    Preparation preparation = new Preparation(recipe, source.publishedSize());
    try (OrderedWorkers<Preparation.Prepared> workers =
        new OrderedWorkers<>(decoding.workers(), image -> write(image, out))) {
      source.visit(
          (name, label, image) -> workers.add(() -> preparation.prepare(name, label, image)));
      workers.finish();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (unusable > 0) {
      decoding.listener().message(source.place() + ": " + leftOut());
    }
    int[] sizes = {labels.size(), recipe.side(), recipe.side(), recipe.channels()};
    boolean labelled = !source.classNames().isEmpty();
    CacheFile.writeEnd(
        out,
        new CacheTrailer(
            sizes,
            labelled ? labels.stream().mapToInt(label -> label).toArray() : null,
            source.classNames(),
            origin()));
  }

  private void write(Preparation.Prepared image, OutputStream out) {
    done++;
    if (image.fault() == null) {
      try {
        out.write(image.pixels());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      labels.add(image.label());
      note(image.size());
    } else {
      unusable++;
      firstFault = firstFault == null ? image.fault() : firstFault;
      requireFew();
    }
    decoding.listener().progress(source.name(), done, source.count());
  }

  private void requireFew() {
    if ((long) unusable * TOLERATED > source.count()) {
      throw new UserError(
          source.count() == 1
              ? firstFault
              : "%s: more than 1 %% of its %,d images cannot be used; the first: %s"
                  .formatted(source.place(), source.count(), firstFault));
    }
  }

  private void note(Size size) {
    if (smallest == null || area(size) < area(smallest)) {
      smallest = size;
    }
    if (largest == null || area(size) > area(largest)) {
      largest = size;
    }
  }

  private static long area(Size size) {
    return (long) size.width() * size.height();
  }

  private String leftOut() {
    return "%,d of %,d images left out, the first: %s"
        .formatted(unusable, source.count(), firstFault);
  }

  private String origin() {
    String sizes = smallest.equals(largest) ? "%s" : "%s to %s";
    String text =
        "%,d images of ".formatted(source.count())
            + sizes.formatted(smallest, largest)
            + " pixels, crop "
            + recipe.crop();
    return text
        + (unusable == 0 ? "" : "; " + leftOut())
        + (source.otherFiles() == 0
            ? ""
            : "; %,d other files beside them".formatted(source.otherFiles()));
  }
}
