package ganengine.gan.image;

import ganengine.gan.AtomicFile;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Writes moving pictures as GIF files that start again for ever. Greys are kept exactly; colours
 * become the 256 of each frame that ImageIO chooses.
 */
public final class AnimatedGif {
  private static final String FRAME_FORMAT = "javax_imageio_gif_image_1.0";
  private static final int LEVELS = 256;

  private AnimatedGif() {}

  /**
   * One of its pictures.
   *
   * @param picture of one or three bands of 8 bits; all frames of one size
   * @param centiseconds that it stands, from 2, below which viewers take 10
   */
  public record Frame(BufferedImage picture, int centiseconds) {}

  /**
   * Writes the file, whole or not at all.
   *
   * @param frames at least one
   * @throws RuntimeException that {@link AtomicFile#failure} makes if it cannot be written
   */
  public static void write(List<Frame> frames, Path file) {
    try {
      AtomicFile.write(file, out -> encode(frames, out));
    } catch (IOException e) {
      throw AtomicFile.failure("cannot write %s: %s".formatted(file, AtomicFile.reason(e)), e);
    }
  }

  private static void encode(List<Frame> frames, OutputStream out) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
      for (Frame frame : frames) {
        BufferedImage picture = indexed(frame.picture());
        writer.writeToSequence(new IIOImage(picture, null, facts(writer, picture, frame)), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
  }

  /** Greys by number: ImageIO's own way from grey to a palette would change their levels. */
  private static BufferedImage indexed(BufferedImage picture) {
    if (picture.getRaster().getNumBands() != 1) {
      return picture;
    }
    byte[] ramp = new byte[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      ramp[level] = (byte) level;
    }
    BufferedImage indexed =
        new BufferedImage(
            picture.getWidth(),
            picture.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, LEVELS, ramp, ramp, ramp));
    indexed.getRaster().setRect(picture.getRaster());
    return indexed;
  }

  /** How long the frame stands, and that the first one follows the last (NETSCAPE2.0, 0 times). */
  private static IIOMetadata facts(ImageWriter writer, BufferedImage picture, Frame frame)
      throws IIOInvalidTreeException {
    IIOMetadata facts = writer.getDefaultImageMetadata(new ImageTypeSpecifier(picture), null);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "none");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("delayTime", Integer.toString(frame.centiseconds()));
    control.setAttribute("transparentColorIndex", "0");
    IIOMetadataNode loop = new IIOMetadataNode("ApplicationExtension");
    loop.setAttribute("applicationID", "NETSCAPE");
    loop.setAttribute("authenticationCode", "2.0");
    loop.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(loop);
    IIOMetadataNode root = new IIOMetadataNode(FRAME_FORMAT);
    root.appendChild(control);
    root.appendChild(extensions);
    facts.mergeTree(FRAME_FORMAT, root);
    return facts;
  }
}
