package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Size;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * CelebA, aligned and cropped (Liu et al., 2015): {@code 000001.jpg} and so on, 178 x 218, in the
 * folder {@code img_align_celeba} or its zip archive. With {@code list_eval_partition.txt} beside
 * it or in {@code Eval}, the parts are its makers'; without, all is to learn from. Copies of half
 * the size do as well.
 */
final class Celeba {
  /** The part that PacGAN's experiments use (Lin et al., 2018): the centre 108 x 108. */
  static final PublishedImages SET =
      new PublishedImages(
          "celeba",
          new ImageRecipe(Crop.window(108, 108), 64, 3),
          "img_align_celeba.zip or folder img_align_celeba",
          "https://mmlab.ie.cuhk.edu.hk/projects/CelebA.html",
          Celeba::find);

  private static final Size PUBLISHED = new Size(178, 218);
  private static final Pattern FACE = Pattern.compile("(?:.*/)?(\\d{6}\\.jpg)");

  private Celeba() {}

  private static Optional<ImageSource> find(Path data, Part part) {
    return located(data).map(images -> of(images, files(data, images, part)));
  }

  /**
   * The faces to learn from that have some attributes and lack others.
   *
   * @param wanted whether each of these attributes is to be there; names are among the makers' 40
   * @param count how many, chosen by seed
   * @throws UserError if the files are not there or damaged, there is no such attribute, or there
   *     are fewer faces
   */
  static ImageSource showing(Path data, Map<String, Boolean> wanted, int count, long seed) {
    PublishedImages.Finder finder =
        (place, part) -> located(place).map(images -> showing(place, images, wanted, count, seed));
    return new PublishedImages(SET.name(), SET.recipe(), SET.files(), SET.origin(), finder)
        .open(data, Part.TRAIN);
  }

  private static ImageSource showing(
      Path data, Path images, Map<String, Boolean> wanted, int count, long seed) {
    CelebaLists lists = new CelebaLists(data, images);
    List<String> found = new ArrayList<>(files(data, images, Part.TRAIN));
    wanted.forEach(
        (name, there) -> {
          Map<String, Integer> shown = lists.attribute(name);
          found.removeIf(path -> shown.getOrDefault(face(path), -1) != (there ? 1 : 0));
        });
    if (found.size() < count) {
      throw new UserError(
          "%s: %,d faces have the attributes asked for, expected at least %d"
              .formatted(images, found.size(), count));
    }
    int[] order = Shuffle.order(seed, 0, found.size());
    return of(images, IntStream.of(order).limit(count).mapToObj(found::get).toList());
  }

  private static Optional<Path> located(Path data) {
    return Places.of(data, "celeba", "CelebA", "Img")
        .find("img_align_celeba", "img_align_celeba*.zip");
  }

  /** The paths of a part's faces. */
  private static List<String> files(Path data, Path images, Part part) {
    CelebaLists lists = new CelebaLists(data, images);
    Map<String, Integer> parts = lists.partition();
    if (parts.isEmpty() && part == Part.TEST) {
      throw new UserError(
          images + ": which images are for tests stands in list_eval_partition.txt; put it beside");
    }
    try (FileTree tree = FileTree.open(images)) {
      return tree.entries().stream()
          .map(FileTree.Entry::path)
          .filter(path -> face(path) != null && lists.isIn(part, parts, face(path)))
          .toList();
    }
  }

  /** The name that the lists know a file by; null if it is no face. */
  private static String face(String path) {
    Matcher face = FACE.matcher(path);
    return face.matches() ? face.group(1) : null;
  }

  private static ImageSource of(Path images, List<String> files) {
    Map<String, Integer> labels = new LinkedHashMap<>();
    files.forEach(path -> labels.put(path, -1));
    return new FileImages(
        SET.name(), FileTree.open(images), labels, List.of(), 3, Optional.of(PUBLISHED));
  }
}
