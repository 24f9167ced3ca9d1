package ganengine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Losses;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.MovingAverage;
import ganengine.engine.optim.Schedule;
import ganengine.kernels.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Work becomes one launch after its warm-up where it can, and computes the same either way. */
@ExtendWith(LiveMemoryExtension.class)
@SuppressWarnings("try") // Scopes work by being open.
class RepeatedStepTest {
  private static final int RUNS = 7;

  /** Fits a weight to noise, with a schedule and an average that warms up; the weights it met. */
  private static List<double[]> fit(Device device, boolean capturing) {
    List<double[]> met = new ArrayList<>();
    try (Scope model = Scope.open(device)) {
      Parameter weight = Parameter.trainable("w", Tensor.full(Shape.of(5), 1));
      Map<String, Parameter> network = Map.of("w", weight);
      Adam adam = new Adam(network, 0.1);
      adam.schedule(Schedule.linearDecay(0.5, 1, 6), 5);
      MovingAverage average = MovingAverage.of(network, 0.9);
      average.warmUp(0);
      RandomSource random = new RandomSource(7);
      Runnable work =
          () -> {
            random.nextStep();
            try (Scope step = Scope.open()) {
              Tensor loss = Losses.meanSquaredError(random.normal(Shape.of(5), 0, 1), weight);
              adam.step(Gradients.of(loss, List.of(weight)));
              average.update();
            }
          };
      try (RepeatedStep repeated = new RepeatedStep(device, work)) {
        for (int run = 1; run <= RUNS; run++) {
          repeated.run();
          assertThat(repeated.captured()).isEqualTo(capturing && run > 2);
          met.add(weight.toDoubles());
          met.add(average.averages().get("w").toDoubles());
          // Takes what the step returned, and would spoil a replay that isn't protected from it.
          try (Scope stranger = Scope.open()) {
            Tensor.full(Shape.of(5), Double.NaN);
          }
        }
      }
    }
    return met;
  }

  @Test
  void eagerAndReplayedRunsAreTheSameBitForBit(Device device) {
    RecordingDevice recording = new RecordingDevice(device);
    List<double[]> replayed = fit(recording.device(), true);
    assertThat(recording.captures()).isEqualTo(1);
    assertThat(replayed).doesNotHaveDuplicates().containsExactlyElementsOf(fit(device, false));
  }

  @Test
  void workThatTransfersStaysEagerAndSaysWhy(Device device) {
    RecordingDevice recording = new RecordingDevice(device);
    List<String> said = new ArrayList<>();
    try (Scope scope = Scope.open(recording.device());
        Listener listener = new Listener(said)) {
      Indices counter = Indices.of(0);
      Runnable work = () -> counter.set(counter.toLongs()[0] + 1);
      try (RepeatedStep repeated = new RepeatedStep(recording.device(), work)) {
        for (int run = 0; run < RUNS; run++) {
          repeated.run();
          assertThat(repeated.captured()).isFalse();
        }
      }
      assertThat(counter.toLongs()).containsExactly(RUNS);
    }
    assertThat(said).containsExactly("runs eagerly: download can't be part of a captured launch");
  }

  @Test
  void workOfChangingShapesStaysEager(Device device) {
    RecordingDevice recording = new RecordingDevice(device);
    List<String> said = new ArrayList<>();
    int[] runs = {0};
    try (Scope scope = Scope.open(recording.device());
        Listener listener = new Listener(said)) {
      Runnable work =
          () -> {
            try (Scope step = Scope.open()) {
              Tensor.full(Shape.of(Math.min(++runs[0], 4)), 1);
            }
          };
      try (RepeatedStep repeated = new RepeatedStep(recording.device(), work)) {
        for (int run = 1; run <= RUNS; run++) {
          repeated.run();
          assertThat(repeated.captured()).isEqualTo(run > 5);
        }
      }
    }
    assertThat(said)
        .containsExactly(
            "run 2 is not captured yet: it took new buffers",
            "run 3 is not captured yet: it took new buffers",
            "run 4 is not captured yet: it took new buffers");
  }

  @Test
  void aDeviceThatDoesNotCaptureIsAskedOnce(Device device) {
    List<String> said = new ArrayList<>();
    try (Listener listener = new Listener(said);
        RepeatedStep repeated = new RepeatedStep(device, () -> {})) {
      repeated.run();
      repeated.run();
      repeated.run();
    }
    assertThat(said).containsExactly("runs eagerly: device reference doesn't capture launches");
  }

  @Test
  void aClosedStepBeginsWithANewWarmUp(Device device) {
    RecordingDevice recording = new RecordingDevice(device);
    try (Scope scope = Scope.open(recording.device())) {
      Indices counter = Indices.of(0);
      Device counting = recording.device();
      try (RepeatedStep repeated =
          new RepeatedStep(counting, () -> counting.random().advance(counter.buffer(), 1))) {
        for (int run = 0; run < 3; run++) {
          repeated.run();
        }
        assertThat(repeated.captured()).isTrue();
        repeated.close();
        for (int run = 0; run < 2; run++) {
          repeated.run();
          assertThat(repeated.captured()).isFalse();
        }
        repeated.run();
        assertThat(repeated.captured()).isTrue();
      }
      assertThat(counter.toLongs()).containsExactly(6);
    }
  }

  /** Collects the debug lines. */
  private static final class Listener extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(RepeatedStep.class.getName());
    private final List<String> lines;

    Listener(List<String> lines) {
      this.lines = lines;
      logger.setLevel(Level.FINE);
      logger.setUseParentHandlers(false);
      logger.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
      lines.add(new java.util.logging.SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
      logger.setLevel(null);
      logger.setUseParentHandlers(true);
    }
  }
}
