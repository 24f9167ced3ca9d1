package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.ImageDecoder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Any folder or archive of images. Where all of them lie in sub-folders, those are the classes;
 * where these are called train and test, they are the parts, and their sub-folders the classes.
 */
final class ImageFolder {
  static final PublishedImages SET =
      new PublishedImages(
          "folder",
          new ImageRecipe(Crop.SQUARE, 64, 0),
          "images (jpg, png, webp, bmp, pgm)",
          "",
          ImageFolder::find);

  private static final Map<Part, String> PART_FOLDER =
      Map.of(Part.TRAIN, "train", Part.TEST, "test");
  private static final Set<String> PART_NAMES =
      Set.of("train", "test", "val", "valid", "validation");

  /** Files looked at to see whether a folder is of grey or of colour images. */
  private static final int LOOKED_AT = 8;

  private ImageFolder() {}

  private static Optional<ImageSource> find(Path data, Part part) {
    FileTree tree = FileTree.open(data);
    try {
      List<String> paths =
          tree.entries().stream().map(FileTree.Entry::path).filter(ImageDecoder::reads).toList();
      if (paths.isEmpty()) {
        tree.close();
        return Optional.empty();
      }
      return Optional.of(of(tree, paths, part));
    } catch (RuntimeException e) {
      tree.close();
      throw e;
    }
  }

  private static ImageSource of(FileTree tree, List<String> all, Part part) {
    List<String> paths = ofPart(tree, all, part);
    int from = commonFolders(paths).length();
    boolean labelled = paths.stream().allMatch(path -> path.indexOf('/', from) > 0);
    List<String> classNames = labelled ? classNames(tree, paths, from) : List.of();
    Map<String, Integer> numbers = new HashMap<>();
    classNames.forEach(name -> numbers.put(name, numbers.size()));
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (String path : paths) {
      labels.put(path, labelled ? numbers.get(first(path, from)) : -1);
    }
    return new FileImages(
        SET.name(), tree, labels, classNames, channels(tree, paths), Optional.empty());
  }

  private static List<String> ofPart(FileTree tree, List<String> paths, Part part) {
    int from = commonFolders(paths).length();
    boolean parted = paths.stream().allMatch(path -> PART_NAMES.contains(first(path, from)));
    if (!parted && part == Part.TRAIN) {
      return paths;
    }
    List<String> chosen =
        paths.stream().filter(path -> first(path, from).equals(PART_FOLDER.get(part))).toList();
    if (chosen.isEmpty()) {
      throw new UserError(
          "%s: has no sub-folder '%s' with images".formatted(tree.name(), PART_FOLDER.get(part)));
    }
    return chosen;
  }

  /** The folders that all paths begin with, the last '/' included. */
  private static String commonFolders(List<String> paths) {
    String common = paths.get(0).substring(0, paths.get(0).lastIndexOf('/') + 1);
    for (String path : paths) {
      while (!path.startsWith(common)) {
        common = common.substring(0, common.lastIndexOf('/', common.length() - 2) + 1);
      }
    }
    return common;
  }

  /** The first folder after the common ones; empty if the file lies in those. */
  private static String first(String path, int from) {
    return path.substring(from, Math.max(from, path.indexOf('/', from)));
  }

  private static List<String> classNames(FileTree tree, List<String> paths, int from) {
    Set<String> names =
        paths.stream()
            .map(path -> first(path, from))
            .collect(Collectors.toCollection(TreeSet::new));
    Map<String, String> plain = new HashMap<>();
    for (String name : names) {
      String other = plain.put(name.strip().toLowerCase(Locale.ROOT), name);
      if (other != null) {
        throw new UserError(
            "%s: the sub-folders '%s' and '%s' would be two classes of one name; rename or join them"
                .formatted(tree.name(), other, name));
      }
    }
    return List.copyOf(names);
  }

  /** Those of the first image that can be decoded. */
  private static int channels(FileTree tree, List<String> paths) {
    Predicate<String> looked =
        Set.copyOf(paths.subList(0, Math.min(LOOKED_AT, paths.size())))::contains;
    int[] found = {0};
    tree.visit(
        looked,
        (path, contents) -> {
          try {
            found[0] = found[0] == 0 ? ImageDecoder.decode(contents.bytes()).channels() : found[0];
          } catch (IOException e) {
            // It is counted, and said, where all images are decoded.
          }
        });
    return found[0] == 0 ? 3 : found[0];
  }
}
