package ganengine.gan.cli;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import ganengine.kernels.DeviceUnavailableException;
import ganengine.kernels.OutOfDeviceMemoryException;
import ganengine.kernels.UnsupportedPrecisionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Every error becomes one line on standard error, and an exit code. */
final class Errors implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final int FAILED = 1;
  private static final int USER_MUST_CHANGE = 2;

  private final BooleanSupplier stacktrace;

  /**
   * @param stacktrace whether to show stack traces too
   */
  Errors(BooleanSupplier stacktrace) {
    this.stacktrace = stacktrace;
  }

  @Override
  public int handleParseException(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    String hint = " (see " + command.getCommandSpec().qualifiedName() + " --help)";
    print(error, UsageMistake.describe(error) + hint, command.getErr());
    return USER_MUST_CHANGE;
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    print(error, describe(error), command.getErr());
    return error instanceof UserError || error instanceof UnsupportedPrecisionException
        ? USER_MUST_CHANGE
        : FAILED;
  }

  private static String describe(Throwable error) {
    if (error instanceof UserError
        || error instanceof RunFailure
        || error instanceof DeviceUnavailableException
        || error instanceof UnsupportedPrecisionException
        || error instanceof OutOfDeviceMemoryException) {
      return error.getMessage();
    }
    if (error instanceof UncheckedIOException) {
      return describe(error.getCause());
    }
    if (error instanceof IOException) {
      // The message of a file's exception is often its name alone.
      return error.getClass().getSimpleName() + ": " + error.getMessage();
    }
    return "this is a mistake in gan-engine, --stacktrace shows where: " + error;
  }

  private void print(Exception error, String line, PrintWriter err) {
    err.println("gan-engine: " + line.strip().replaceAll("\\s*\\R\\s*", " "));
    if (stacktrace.getAsBoolean()) {
      error.printStackTrace(err);
    }
    err.flush();
  }
}
