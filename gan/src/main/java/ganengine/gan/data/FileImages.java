package ganengine.gan.data;

import ganengine.gan.data.files.FileTree;
import ganengine.gan.data.pixels.ImageDecoder;
import ganengine.gan.data.pixels.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A data set of one encoded image a file, in a folder or an archive. */
final class FileImages implements ImageSource {
  private final String name;
  private final FileTree tree;
  private final Map<String, Integer> labels;
  private final List<String> classNames;
  private final int channels;
  private final Optional<Size> published;

  /**
   * Some of a tree's files.
   *
   * @param name the data set's
   * @param labels the label of each file by path, -1 for none; other files are left alone
   * @param classNames what the labels stand for; empty without
   * @param channels 1 or 3, where the recipe leaves them open
   * @param published the one size of all images where there is one
   */
  FileImages(
      String name,
      FileTree tree,
      Map<String, Integer> labels,
      List<String> classNames,
      int channels,
      Optional<Size> published) {
    this.name = name;
    this.tree = tree;
    this.labels = labels;
    this.classNames = classNames;
    this.channels = channels;
    this.published = published;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String place() {
    return tree.name();
  }

  @Override
  public String fingerprint() {
    return tree.fingerprint() + "\n" + labels + "\n" + classNames;
  }

  @Override
  public int count() {
    return labels.size();
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public Optional<Size> publishedSize() {
    return published;
  }

  @Override
  public int otherFiles() {
    return tree.entries().size() - labels.size();
  }

  @Override
  public void visit(Visitor visitor) {
    tree.visit(
        labels::containsKey,
        (path, contents) ->
            visitor.image(path, labels.get(path), () -> ImageDecoder.decode(contents.bytes())));
  }

  @Override
  public void close() {
    tree.close();
  }
}
