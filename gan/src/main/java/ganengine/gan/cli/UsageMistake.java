package ganengine.gan.cli;

import java.util.Collection;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one line what was wrong with the words typed. */
final class UsageMistake {
  private UsageMistake() {}

  static String describe(ParameterException error) {
    if (error instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), error.getCommandLine());
    }
    return lowerFirst(error.getMessage());
  }

  private static String unknown(String word, CommandLine command) {
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      return "there is no option '%s'%s".formatted(option, "");
    }
    Collection<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return "'%s' is one word too many".formatted(word);
    }
    return "there is no command '%s'%s".formatted(word, "");
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
