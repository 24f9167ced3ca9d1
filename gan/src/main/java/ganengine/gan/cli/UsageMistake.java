package ganengine.gan.cli;

import ganengine.gan.DidYouMean;
import java.util.Collection;
import java.util.List;
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
    String message = error.getMessage().replaceFirst("^Error: ", "");
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unknown(String word, CommandLine command) {
    if (word.startsWith("-")) {
      String option = word.replaceFirst("=.*", "");
      return "there is no option '%s'%s"
          .formatted(option, DidYouMean.among(option, options(command)));
    }
    Collection<String> commands = command.getSubcommands().keySet();
    if (commands.isEmpty()) {
      return "'%s' is one word too many".formatted(word);
    }
    return "there is no command '%s'%s".formatted(word, DidYouMean.among(word, commands));
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().optionsMap().keySet().stream()
        .filter(name -> name.startsWith("--"))
        .toList();
  }
}
