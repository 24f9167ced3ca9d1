package ganengine.gan.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the child must know of the JVM that starts it.
 *
 * @param pid its process
 * @param home its {@code java.home}
 * @param feature its Java version: 17, 25
 * @param classPath its class path: the jar
 * @param flags what the user typed between {@code java} and {@code -jar}, and put in {@code
 *     JAVA_TOOL_OPTIONS} and its kin
 * @param vectorModule whether this Java has {@link #VECTOR_MODULE}
 * @param hugePages whether the system gives transparent huge pages to those who ask
 */
record RunningJvm(
    long pid,
    Path home,
    int feature,
    String classPath,
    List<String> flags,
    boolean vectorModule,
    boolean hugePages) {
  static final String VECTOR_MODULE = "jdk.incubator.vector";

  static RunningJvm inspect() {
    return new RunningJvm(
        ProcessHandle.current().pid(),
        Path.of(System.getProperty("java.home")),
        Runtime.version().feature(),
        System.getProperty("java.class.path"),
        ManagementFactory.getRuntimeMXBean().getInputArguments(),
        ModuleFinder.ofSystem().find(VECTOR_MODULE).isPresent(),
        hugePagesOnRequest());
  }

  /** Linux only; where they are off, asking for them makes Java print a warning. */
  private static boolean hugePagesOnRequest() {
    try {
      String setting = Files.readString(Path.of("/sys/kernel/mm/transparent_hugepage/enabled"));
      return !setting.contains("[never]");
    } catch (IOException e) {
      return false;
    }
  }
}
