package ganengine.gan.data;

import ganengine.gan.UserError;
import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.Crop;
import ganengine.gan.data.pixels.ImageDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One category of LSUN (Yu et al., 2015): the LMDB folder that its makers publish, {@code
 * CATEGORY_train_lmdb} or {@code CATEGORY_val_lmdb}, or its images unpacked into any folder.
 */
final class Lsun {
  static final PublishedImages SET =
      new PublishedImages(
          "lsun",
          new ImageRecipe(Crop.SQUARE, 64, 3),
          "CATEGORY_train_lmdb (with data.mdb) or images",
          "https://www.yf.io/p/lsun (dataset download lsun)",
          Lsun::find);

  private static final Map<Part, String> FOLDERS =
      Map.of(Part.TRAIN, "*_train_lmdb", Part.TEST, "*_val_lmdb");

  private Lsun() {}

  private static Optional<ImageSource> find(Path data, Part part) {
    Places places = Places.of(data, "lsun", "LSUN");
    List<Path> databases =
        places.all(FOLDERS.get(part)).stream().filter(LmdbImages::isThere).toList();
    if (databases.isEmpty() && part == Part.TRAIN && LmdbImages.isThere(data)) {
      databases = List.of(data);
    }
    if (databases.size() > 1) {
      throw new UserError(
          "--data %s: holds more than one category, %s and %s; name the folder of one"
              .formatted(data, databases.get(0).getFileName(), databases.get(1).getFileName()));
    }
    if (databases.size() == 1) {
      return Optional.of(LmdbImages.open(SET.name(), databases.get(0)));
    }
    return part == Part.TRAIN && Files.isDirectory(data) ? images(data) : Optional.empty();
  }

  /** Without labels, whatever the sub-folders: LSUN's own exporter spreads images over many. */
  private static Optional<ImageSource> images(Path folder) {
    FileTree tree = FileTree.open(folder);
    Map<String, Integer> labels = new LinkedHashMap<>();
    for (FileTree.Entry file : tree.entries()) {
      if (ImageDecoder.reads(file.path())) {
        labels.put(file.path(), -1);
      }
    }
    if (labels.isEmpty()) {
      tree.close();
      return Optional.empty();
    }
    return Optional.of(new FileImages(SET.name(), tree, labels, List.of(), 3, Optional.empty()));
  }
}
