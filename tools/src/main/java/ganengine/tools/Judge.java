package ganengine.tools;

import ai.onnxruntime.OrtException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Judges generated digits with a classifier that this project didn't train. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    description = "Says how many of a set of 28 x 28 images a digit classifier is sure about.",
    footer = {
      "",
      "On the 10,000 real digits of MNIST's test set 97.8 %% are confident.",
      "The classifier is mnist-8.onnx of the ONNX model zoo (validated/vision/classification/mnist)."
    })
final class Judge implements Callable<Integer> {
  private static final class Source {
    @Option(
        names = "--samples",
        required = true,
        paramLabel = "DIR_OR_NPZ",
        description = "Folder of PNG files, or NPZ file with [count, 28, 28, 1].")
    private Path samples;

    @Option(
        names = "--idx",
        required = true,
        paramLabel = "IMAGES.gz",
        description = "Real images instead, as MNIST's files come.")
    private Path idx;
  }

  @Option(names = "--model", required = true, description = "The classifier, mnist-8.onnx.")
  private Path model;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--gate",
      defaultValue = "0.9",
      description = "Probability that counts as confident; default ${DEFAULT-VALUE}.")
  private double gate;

  @Option(names = "--json", description = "Print JSON instead of a table.")
  private boolean json;

  private Judge() {}

  /** The program. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Judge())
            .setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                  command.getErr().println("judge: " + message(failure));
                  return 1;
                })
            .execute(arguments));
  }

  private static String message(Exception failure) {
    return failure instanceof NoSuchFileException
        ? "there is no file " + failure.getMessage()
        : failure.getMessage();
  }

  @Override
  public Integer call() throws IOException, OrtException {
    List<float[]> images =
        source.idx != null ? DigitImages.idx(source.idx) : DigitImages.samples(source.samples);
    if (images.isEmpty()) {
      throw new IOException("there are no images in " + source.samples);
    }
    List<double[]> probabilities = new ArrayList<>(images.size());
    try (DigitClassifier classifier = new DigitClassifier(model)) {
      for (float[] image : images) {
        probabilities.add(classifier.probabilities(image));
      }
    }
    Verdict verdict = Verdict.of(probabilities, gate);
    System.out.print(
        json ? new ObjectMapper().writeValueAsString(verdict) + "\n" : verdict.table());
    return 0;
  }
}
