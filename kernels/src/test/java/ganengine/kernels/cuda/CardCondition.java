package ganengine.kernels.cuda;

import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Whether there is a card, real or emulated; says which one the tests ran on. */
final class CardCondition implements ExecutionCondition, BeforeAllCallback {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Boolean.getBoolean("ganengine.cuda.real")) {
      return ConditionEvaluationResult.enabled("on the card at hand");
    }
    String folder = System.getProperty("ganengine.emulation", "");
    if (Files.exists(Path.of(folder, "libcuda.so.1"))) {
      System.setProperty("ganengine.cuda.path", folder);
      return ConditionEvaluationResult.enabled("emulated, not a GPU");
    }
    return ConditionEvaluationResult.disabled(
        "no emulated card in '%s'; it is built where there is g++".formatted(folder));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    try (var device = Devices.open("cuda", DeviceOptions.DEFAULT)) {
      boolean real = Boolean.getBoolean("ganengine.cuda.real");
      System.out.printf(
          "%s: %s, %s%n",
          context.getDisplayName(), device.description(), real ? "a GPU" : "emulated, not a GPU");
    }
  }
}
