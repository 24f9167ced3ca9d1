package ganengine.kernels.cuda.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;

/** A look into a library's file before it is loaded. */
final class LibraryFile {
  private LibraryFile() {}

  /** Whether it can be read and is a library for this kind of machine, not a text of that name. */
  static boolean usable(Path path) {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer head = ByteBuffer.allocate(20);
      file.read(head, 0);
      return ElfFile.isLibrary(head.flip());
    } catch (IOException e) {
      return false;
    }
  }

  /** The names of the libraries it needs; none if it is damaged. */
  static List<String> needed(Path path) {
    try (FileChannel file = FileChannel.open(path)) {
      return ElfFile.names(file.map(FileChannel.MapMode.READ_ONLY, 0, file.size())).stream()
          .filter(name -> name.role() == ElfFile.Role.NEEDED)
          .map(ElfFile.Name::text)
          .toList();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }
}
