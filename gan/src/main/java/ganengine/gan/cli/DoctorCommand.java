package ganengine.gan.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gan-engine doctor}: what this machine offers, and what is missing. */
@Command(
    name = "doctor",
    header = "Show what training would run on, and what is missing.",
    description = {
      "",
      "Shows what training would run on: Java, memory, the Vector API, every device and why it",
      "can or can't be used. For a machine where something is slow or fails."
    })
final class DoctorCommand extends DeviceCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.println(spec.root().version()[0]);
    JavaReport.lines().forEach(out::println);
    DeviceReport.lines().forEach(out::println);
    PlaceReport.lines().forEach(out::println);
    out.flush();
  }
}
