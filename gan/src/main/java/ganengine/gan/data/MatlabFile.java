package ganengine.gan.data;

import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import us.hebi.matlab.mat.format.Mat5;
import us.hebi.matlab.mat.format.Mat5File;
import us.hebi.matlab.mat.format.Mat5Reader;
import us.hebi.matlab.mat.types.MatFile;
import us.hebi.matlab.mat.types.Matrix;
import us.hebi.matlab.mat.types.Source;
import us.hebi.matlab.mat.types.Sources;

/**
 * A MATLAB 5 file (save -v6 or -v7), one array of which is read at a time. Every fault is a {@link
 * UserError} of one line that begins with the file's name.
 *
 * @param path where it is
 */
record MatlabFile(Path path) {
  private static final String MAGIC = "MATLAB 5.0 MAT-file";

  /** Header, then at least one tag. */
  private static final int SMALLEST = 136;

  /**
   * Reads one array of numbers; the others are passed over.
   *
   * @param name the array's
   * @param check looks at its type and sizes before memory is taken for it, and throws if it does
   *     not want it
   */
  Matrix matrix(String name, Consumer<Mat5Reader.EntryHeader> check) {
    requireMagic();
    Wanted wanted = new Wanted(name, check);
    try (Source source = Sources.openFile(path.toFile())) {
      Mat5File file =
          Mat5.newReader(source).disableSubsystemProcessing().setEntryFilter(wanted).readMat();
      for (MatFile.Entry entry : file.getEntries()) {
        if (entry.getValue() instanceof Matrix matrix) {
          return matrix;
        }
      }
    } catch (IOException | RuntimeException e) {
      // The library meets damage with whatever exception it runs into.
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw wanted.refused != null
          ? wanted.refused
          : new UserError(
              "%s: is damaged or was copied incompletely (%s); get it again".formatted(path, why),
              e);
    }
    throw wanted.refused != null
        ? wanted.refused
        : new UserError(
            "%s: holds no array %s; it is no file of this data set".formatted(path, name));
  }

  /** Lets one array pass. It keeps what the check throws, which the library would wrap. */
  private static final class Wanted implements Mat5Reader.EntryFilter {
    private final String name;
    private final Consumer<Mat5Reader.EntryHeader> check;
    private UserError refused;

    Wanted(String name, Consumer<Mat5Reader.EntryHeader> check) {
      this.name = name;
      this.check = check;
    }

    @Override
    public boolean isAccepted(Mat5Reader.EntryHeader header) {
      if (!header.getName().equals(name)) {
        return false;
      }
      try {
        check.accept(header);
        return true;
      } catch (UserError e) {
        refused = e;
        return false;
      }
    }
  }

  private void requireMagic() {
    byte[] start;
    long size;
    try (var in = Files.newInputStream(path)) {
      start = in.readNBytes(MAGIC.length());
      size = Files.size(path);
    } catch (NoSuchFileException e) {
      throw new UserError(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    }
    if (!new String(start, StandardCharsets.US_ASCII).equals(MAGIC)) {
      throw new UserError(
          "%s: is no MATLAB 5 file: it doesn't begin with '%s'; get it again"
              .formatted(path, MAGIC));
    }
    if (size < SMALLEST) {
      throw new UserError(
          "%s: ends after %,d bytes; it was copied incompletely, get it again"
              .formatted(path, size));
    }
  }

  /** Its name, size and time of change. */
  String fingerprint() {
    try {
      return "%s %d %d"
          .formatted(
              path.getFileName(), Files.size(path), Files.getLastModifiedTime(path).toMillis());
    } catch (IOException e) {
      throw new UserError("%s: cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }
}
