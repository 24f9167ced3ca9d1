package ganengine.kernels.cuda;

import ganengine.kernels.cuda.library.CudaLibraries;
import ganengine.kernels.cuda.library.FoundLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What {@code doctor} tells of CUDA: libraries, card, and what is missing. */
final class CudaReport {
  private static final String ROW = "%-17s%-16s%-10s%s";

  private CudaReport() {}

  static List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<FoundLibrary> found = CudaLibraries.found();
    if (!found.isEmpty()) {
      lines.add(ROW.formatted("library", "version", "relinked", "path"));
      found.forEach(library -> lines.add(row(library)));
    }
    OptionalInt driver = CudaLibraries.driverVersion();
    driver.ifPresent(
        version ->
            lines.add(
                "the driver runs CUDA up to %d.%d".formatted(version / 1000, version % 1000 / 10)));
    if (CudaLibraries.load().isEmpty() && CardCheck.problem().isEmpty()) {
      lines.add(card(Card.of(0), CardCheck.freeBytes()));
    }
    CudaLibraries.missing().forEach(missing -> lines.add("missing: " + missing));
    return lines;
  }

  private static String row(FoundLibrary library) {
    return ROW.formatted(
        library.library().title(),
        library.version(),
        library.relinked() ? "yes" : "no",
        library.path());
  }

  private static String card(Card card, long freeBytes) {
    return "card: %s, compute capability %s, %d multiprocessors, %s of %s free"
        .formatted(
            card.name(),
            card.capabilityText(),
            card.multiprocessors(),
            CardCheck.mebibytes(freeBytes),
            CardCheck.mebibytes(card.memory()));
  }
}
