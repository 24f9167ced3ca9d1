package ganengine.gan.data;

import ganengine.gan.data.pixels.RawImage;
import ganengine.gan.data.pixels.Size;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A data set as its makers publish it, still encoded. It is read once, into a cache ({@link
 * ImageCache}); what its readers do is to know names, formats and labels.
 */
public interface ImageSource extends AutoCloseable {
  /** An image before it is decoded, on whatever thread asks. */
  @FunctionalInterface
  interface Encoded {
    /**
     * Decodes it.
     *
     * @throws IOException if this one image cannot be; the message goes on after its name
     */
    RawImage decode() throws IOException;
  }

  /** Is shown the images one after the other. */
  @FunctionalInterface
  interface Visitor {
    /**
     * An image.
     *
     * @param name for messages
     * @param label its class, from 0; -1 where the set has none
     * @param image to be decoded while the source is open
     */
    void image(String name, int label, Encoded image);
  }

  /** The data set's name. */
  String name();

  /** The folder or file that it is read from, for messages. */
  String place();

  /** Changes whenever the files do. */
  String fingerprint();

  /** How many images there are to visit. */
  int count();

  /** What the labels stand for; empty where the set has none. */
  List<String> classNames();

  /** Channels of the images where the recipe leaves them open: 1 or 3. */
  int channels();

  /** The one size of all images where their makers publish them in one; see {@code Crop}. */
  default Optional<Size> publishedSize() {
    return Optional.empty();
  }

  /** Files in the same place that are no images of the set. */
  default int otherFiles() {
    return 0;
  }

  /**
   * Shows every image, always in the same order.
   *
   * @throws ganengine.gan.UserError if the files as a whole are damaged
   */
  void visit(Visitor visitor);

  @Override
  default void close() {}
}
