package ganengine.gan.cli;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command as the user would type it. */
final class Invocation {
  private Invocation() {}

  /** With the jar that runs now; words with blanks are put in quotes. */
  static String of(Object... words) {
    String classPath = System.getProperty("java.class.path");
    Stream<String> program =
        classPath.endsWith(".jar") && classPath.indexOf(File.pathSeparatorChar) < 0
            ? Stream.of("java", "-jar", classPath)
            : Stream.of("gan-engine");
    return Stream.concat(program, Arrays.stream(words).map(Object::toString))
        .map(word -> word.contains(" ") ? "'" + word + "'" : word)
        .collect(Collectors.joining(" "));
  }
}
