package ganengine.gan.data;

import ganengine.gan.UserError;

/** Puts the two files of an IDX data set together, and checks that they fit. */
final class LabelledImages {
  /** All IDX sets that we know have ten. */
  private static final int CLASSES = 10;

  private LabelledImages() {}

  /** Grey images with labels. */
  static ImageSet join(String name, IdxFile imageFile, IdxFile labelFile) {
    IdxFile.Contents images = imageFile.images();
    IdxFile.Contents labelled = labelFile.labels();
    int count = images.sizes()[0];
    if (labelled.sizes()[0] != count) {
      throw new UserError(
          "%s: holds %,d labels, but %s holds %,d images; the two are not of one set"
              .formatted(labelFile.name(), labelled.sizes()[0], imageFile.name(), count));
    }
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = labelled.bytes()[i] & 0xFF;
      if (labels[i] >= CLASSES) {
        throw new UserError(
            "%s: label %,d is %d, expected 0 to %d; the file is damaged, get it again"
                .formatted(labelFile.name(), i, labels[i], CLASSES - 1));
      }
    }
    return new ImageSet(
        name, count, images.sizes()[1], images.sizes()[2], 1, images.bytes(), labels, CLASSES);
  }
}
