package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX, the format of the MNIST files (LeCun, Cortes, Burges): big-endian 32-bit magic number,
 * count and sizes, then unsigned bytes. Plain or gzip, told apart by the first two bytes, not by
 * the name. Every fault is a {@link UserError} of one line that begins with the file's name.
 */
final class IdxFile {
  private static final int IMAGES = 2051;
  private static final int LABELS = 2049;

  /** Digits pack to a fifth; of less than a hundredth none are. */
  private static final int LARGEST_RATIO = 100;

  /** Bytes below which any ratio is harmless. */
  private static final int HARMLESS = 1 << 24;

  /**
   * The bytes of one file.
   *
   * @param sizes count, and for images height and width
   * @param bytes as many as the sizes' product
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on at once, never compared.
  record Contents(int[] sizes, byte[] bytes) {}

  /** Where the bytes come from: a file, or a resource in the jar. */
  @FunctionalInterface
  interface Source {
    /** A stream from the first byte. */
    InputStream open() throws IOException;

    /** Bytes in it, as far as that is to be doubted: what is in the jar is harmless. */
    default long size() throws IOException {
      return Long.MAX_VALUE;
    }
  }

  /** A file on the disk. */
  private record OnDisk(Path path) implements Source {
    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(path);
    }

    @Override
    public long size() throws IOException {
      return Files.size(path);
    }
  }

  private final String name;
  private final Source source;

  /** A source, and its name for messages. */
  IdxFile(String name, Source source) {
    this.name = name;
    this.source = source;
  }

  /** A file on the disk. */
  static IdxFile at(Path path) {
    return new IdxFile(path.toString(), new OnDisk(path));
  }

  /** What messages call it. */
  String name() {
    return name;
  }

  /** All images: sizes are count, height, width. */
  Contents images() {
    return read(IMAGES, 3, "images");
  }

  /** All labels: the size is their count. */
  Contents labels() {
    return read(LABELS, 1, "labels");
  }

  private Contents read(int magic, int rank, String what) {
    try (InputStream raw = new BufferedInputStream(source.open(), 1 << 16);
        InputStream in = unpacked(raw)) {
      byte[] header = in.readNBytes(4 + 4 * rank);
      int[] sizes = sizes(ByteBuffer.wrap(header), header.length, magic, rank, what);
      int length = length(sizes);
      if (in instanceof GZIPInputStream) {
        requireHarmless(length);
      }
      byte[] bytes = in.readNBytes(length);
      if (bytes.length < length) {
        throw fault(
            "ends after %,d of %,d bytes; it was copied incompletely, get it again"
                .formatted(header.length + bytes.length, (long) header.length + length));
      }
      if (in.read() >= 0) {
        throw fault(
            "goes on after the %,d bytes that its header announces; it is damaged, get it again"
                .formatted((long) header.length + length));
      }
      return new Contents(sizes, bytes);
    } catch (NoSuchFileException e) {
      throw fault("there is no such file", e);
    } catch (AccessDeniedException e) {
      throw fault("may not be read; give yourself the right to (chmod +r)", e);
    } catch (EOFException e) {
      throw fault("its gzip data ends early; it was copied incompletely, get it again", e);
    } catch (ZipException e) {
      throw fault("its gzip data is damaged (" + e.getMessage() + "); get it again", e);
    } catch (IOException e) {
      throw fault("cannot be read: " + e.getMessage(), e);
    }
  }

  private InputStream unpacked(InputStream raw) throws IOException {
    raw.mark(2);
    int first = raw.read();
    int second = raw.read();
    raw.reset();
    if (first < 0) {
      throw fault("is empty; expected an IDX file, get it again");
    }
    return first == 0x1F && second == 0x8B ? new GZIPInputStream(raw, 1 << 16) : raw;
  }

  private int[] sizes(ByteBuffer header, int found, int magic, int rank, String what) {
    int foundMagic = found < 4 ? 0 : header.getInt();
    if (found >= 4 && foundMagic != magic) {
      throw fault(
          "is no IDX file of %s: it begins with the number %d%s, expected %d"
              .formatted(what, foundMagic, meaning(foundMagic), magic));
    }
    if (found < 4 + 4 * rank) {
      throw fault(
          "ends after %d of %d bytes of its header; it was copied incompletely, get it again"
              .formatted(found, 4 + 4 * rank));
    }
    int[] sizes = new int[rank];
    for (int i = 0; i < rank; i++) {
      sizes[i] = header.getInt();
    }
    return sizes;
  }

  private static String meaning(int magic) {
    return switch (magic) {
      case IMAGES -> " (images)";
      case LABELS -> " (labels)";
      default -> "";
    };
  }

  /** The sizes' product, if each is at least 1 and an array can hold it. */
  private int length(int[] sizes) {
    long length = 1;
    boolean sane = true;
    for (int size : sizes) {
      // Each factor is below 2^31, so the product of a checked one and the next cannot overflow.
      sane &= size >= 1 && (length *= size) <= Integer.MAX_VALUE - 16;
      if (!sane) {
        throw fault("its header is damaged: it announces " + describe(sizes) + "; get it again");
      }
    }
    return (int) length;
  }

  /** Before memory is taken for what a small file may unpack to. */
  private void requireHarmless(int length) throws IOException {
    if (length > HARMLESS && length / LARGEST_RATIO > source.size()) {
      throw fault(
          "unpacks to more than %d times its size, as no images do; it is damaged or made to do harm"
              .formatted(LARGEST_RATIO));
    }
  }

  private static String describe(int[] sizes) {
    return sizes.length == 1
        ? "%d labels".formatted(sizes[0])
        : "%d images of %d x %d".formatted(sizes[0], sizes[1], sizes[2]);
  }

  private UserError fault(String what) {
    return new UserError(name + ": " + what);
  }

  private UserError fault(String what, Throwable cause) {
    return new UserError(name + ": " + what, cause);
  }
}
