package ganengine.gan.cli;

/** One line of {@code doctor}: what, then how it stands. */
final class Report {
  private Report() {}

  static String line(String what, String how) {
    return "%-12s%s".formatted(what, how);
  }
}
