package ganengine.gan.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The flags of a JVM that trains: the launcher's child is started with them, and benchmarks are.
 */
public final class JvmFlags {
  private static final Pattern COLLECTOR = Pattern.compile("-XX:\\+Use\\w*GC");

  /** The last Java for which the experimental flag below is known to exist. */
  private static final int EXPANDING = 25;

  private JvmFlags() {}

  /** Those for a child of this JVM, as its Java, its system and the user's flags allow. */
  public static List<String> ofThisJvm() {
    return of(RunningJvm.inspect());
  }

  static List<String> of(RunningJvm jvm) {
    List<String> flags = new ArrayList<>();
    if (jvm.vectorModule()) {
      flags.add("--add-modules");
      flags.add(RunningJvm.VECTOR_MODULE);
    }
    // A quarter of the memory, Java's default, is little for the one program that trains.
    flags.add("-XX:MaxRAMPercentage=70");
    if (jvm.flags().stream().noneMatch(flag -> COLLECTOR.matcher(flag).matches())) {
      flags.addAll(collector(jvm.feature()));
    }
    if (jvm.hugePages()) {
      flags.add("-XX:+UseTransparentHugePages");
    }
    if (jvm.feature() >= 22) {
      flags.add("--enable-native-access=ALL-UNNAMED");
    }
    return flags;
  }

  /**
   * G1, with a heap that follows what is in use. Left alone it takes several times as much: vectors
   * of code that is not compiled yet are objects, gigabytes a minute, which it would give a large
   * part of the machine before it collects them; it would then take the collections' share of the
   * time for a want of memory; and after each marking it would add two thirds of what is in use,
   * against objects that a training step doesn't make.
   */
  private static List<String> collector(int feature) {
    List<String> flags = new ArrayList<>();
    // Of its own, Java takes the serial collector on small machines; under G1 arrays of half a
    // region and more begin at a region's start, so vector loads from them are aligned alike in
    // every run, and with small regions little lies unused behind them.
    flags.add("-XX:+UseG1GC");
    flags.add("-XX:G1HeapRegionSize=2m");
    flags.add("-XX:MaxNewSize=64m");
    flags.add("-XX:MinHeapFreeRatio=10");
    flags.add("-XX:MaxHeapFreeRatio=30");
    if (feature <= EXPANDING) {
      flags.add("-XX:+UnlockExperimentalVMOptions");
      flags.add("-XX:G1ExpandByPercentOfAvailable=0");
    }
    return flags;
  }
}
