package ganengine.gan.cli;

import ganengine.engine.check.CheckTable;
import ganengine.engine.check.GradientCheckSuite;
import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gan-engine gradcheck}: proves on this machine that the gradients are right. */
@Command(
    name = "gradcheck",
    header = "Check every op's gradients against finite differences.",
    sortOptions = false,
    description = {
      "",
      "In double, on the device reference: first and second derivatives against central",
      "differences, and the adjoint of every linear op. Then every other device against reference:",
      "values, first and second derivatives. Exit code 1 if any check fails."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  gan-engine gradcheck",
      "  gan-engine gradcheck --device cpu --op conv2d --seed 7",
      GanEngine.STANDS_FOR
    })
final class GradcheckCommand extends DeviceCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      defaultValue = "all",
      description = "all, or one: doctor tells which there are. Default: ${DEFAULT-VALUE}")
  private String device;

  @Option(names = "--op", paramLabel = "NAME", description = "Only this op. Default: all of them")
  private String op;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of the random inputs. Default: ${DEFAULT-VALUE}")
  private long seed;

  @Override
  public Integer call() {
    if (op != null) {
      requireKnown(op);
    }
    if (!device.equals("all")) {
      DeviceChoice.of(device);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("random inputs from seed " + seed);
    CheckTable table = new CheckTable(out);
    boolean passed =
        GradientCheckSuite.run(
            new GradientCheckSuite.Options(device, Optional.ofNullable(op), seed), table);
    table.summary();
    return passed ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void requireKnown(String op) {
    Collection<String> known = GradientCheckSuite.ops();
    if (!known.contains(op)) {
      throw new UserError(
          "there is no op '%s', there are %s%s"
              .formatted(op, String.join(", ", known), DidYouMean.among(op, known)));
    }
  }
}
