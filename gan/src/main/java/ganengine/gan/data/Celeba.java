package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.Size;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
          (data, part) -> find(data, part, null));

  private static final Size PUBLISHED = new Size(178, 218);
  private static final Pattern FACE = Pattern.compile("(?:.*/)?(\\d{6}\\.jpg)");

  private Celeba() {}

  /**
   * Finds the files.
   *
   * @param attribute one of the 40, by which the images are labelled: 0 without, 1 with it; null
   *     for no labels
   */
  static Optional<ImageSource> find(Path data, Part part, String attribute) {
    Places places = Places.of(data, "celeba", "CelebA", "Img");
    return places
        .find("img_align_celeba", "img_align_celeba*.zip")
        .flatMap(images -> read(images, new CelebaLists(data, images), part, attribute));
  }

  private static Optional<ImageSource> read(
      Path images, CelebaLists lists, Part part, String attribute) {
    Map<String, Integer> parts = lists.partition();
    if (parts.isEmpty() && part == Part.TEST) {
      throw new UserError(
          images + ": which images are for tests stands in list_eval_partition.txt; put it beside");
    }
    Map<String, Integer> groups = attribute == null ? Map.of() : lists.attribute(attribute);
    FileTree tree = FileTree.open(images);
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (FileTree.Entry file : tree.entries()) {
      var face = FACE.matcher(file.path());
      if (face.matches() && lists.isIn(part, parts, face.group(1))) {
        labels.put(file.path(), groups.getOrDefault(face.group(1), -1));
      }
    }
    if (attribute != null) {
      labels.values().removeIf(label -> label < 0);
    }
    return Optional.of(
        new FileImages(
            SET.name(),
            tree,
            labels,
            attribute == null ? List.of() : List.of("not " + attribute, attribute),
            3,
            Optional.of(PUBLISHED)));
  }
}
