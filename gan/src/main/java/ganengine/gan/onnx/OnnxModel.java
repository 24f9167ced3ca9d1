package ganengine.gan.onnx;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** A network that an ONNX file holds, not yet on any device. */
public final class OnnxModel {
  private static final int OLDEST_OPSET = 7;

  private final Path file;
  private final OnnxGraph graph;
  private final ImageInput input;

  private OnnxModel(Path file, OnnxGraph graph) {
    this.file = file;
    this.graph = graph;
    this.input = graph.images();
  }

  /**
   * Reads a file.
   *
   * @throws UserError if it can't be read, is no ONNX file, damaged, keeps its weights in other
   *     files, or takes anything but images
   */
  public static OnnxModel read(Path file) {
    try (FileChannel channel = FileChannel.open(file)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new UserError("%s: over 2 GB, no ONNX file is".formatted(file));
      }
      OnnxGraph graph =
          ModelParser.parse(new ProtoReader(channel.map(MapMode.READ_ONLY, 0, channel.size())));
      if (graph.opset() < OLDEST_OPSET) {
        throw new OnnxException(
            "its operator set is %d, expected %d or newer; export it anew"
                .formatted(graph.opset(), OLDEST_OPSET));
      }
      return new OnnxModel(file, graph);
    } catch (OnnxException e) {
      throw new UserError("%s: no ONNX model to use: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new UserError("%s: there is no such file".formatted(file), e);
    } catch (IOException e) {
      throw new UserError("%s: can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Where it was read from. */
  public Path file() {
    return file;
  }

  /** What images it takes. */
  public ImageInput input() {
    return input;
  }

  /** The names of its outputs. */
  public List<String> outputs() {
    return graph.outputs();
  }

  OnnxGraph graph() {
    return graph;
  }
}
