package ganengine.gan.project;

import ganengine.engine.autograd.Gradients;
import ganengine.engine.op.Sum;
import ganengine.engine.optim.Adam;
import ganengine.engine.optim.Schedule;
import ganengine.engine.optim.WeightClip;
import ganengine.engine.tensor.Parameter;
import ganengine.engine.tensor.RepeatedStep;
import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.gan.measure.Stage;
import ganengine.gan.train.Latents;
import ganengine.kernels.StridedCopy;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All restarts of some images side by side, on the device: z, their optimiser, and a step that
 * takes nothing from the host and tells it nothing, so that it becomes one launch where the device
 * captures. Rows don't touch each other: the loss is their sum.
 */
final class ProjectionBatch implements AutoCloseable {
  /** Steps from one look at the losses, which waits for the device, to the next. */
  private static final int LOOK = 20;

  private final ProjectionSettings settings;
  private final ProjectionLoss loss;
  private final Parameter z;
  private final Parameter losses;
  private final Adam adam;
  private final Optional<WeightClip> cube;
  private final RepeatedStep step;

  /**
   * Tensors belong to the innermost scope, which outlives this.
   *
   * @param start [rows, latent]
   */
  ProjectionBatch(
      ProjectionLoss loss, float[] start, Latents latents, ProjectionSettings settings) {
    this.settings = settings;
    this.loss = loss;
    int rows = start.length / latents.length();
    z = Parameter.trainable("z", Tensor.of(Shape.of(rows, latents.length()), start));
    losses = Parameter.statistic("losses", Tensor.full(Shape.of(rows), 0));
    adam = new Adam(Map.of(z.name(), z), settings.rate());
    adam.schedule(Schedule.cosine(settings.rate(), 0, settings.steps()), settings.steps());
    cube =
        latents.distribution().equals("uniform")
            ? Optional.of(new WeightClip(List.of(z), 1))
            : Optional.empty();
    step = new RepeatedStep(z.device(), this::step);
  }

  private void step() {
    try (Scope scope = Scope.recordingAgain()) {
      Tensor rows = loss.of(z);
      adam.step(Gradients.of(Sum.sum(rows), List.of(z)));
      cube.ifPresent(WeightClip::apply);
      int[] all = {losses.shape().elements()};
      int[] one = {1};
      StridedCopy copy = StridedCopy.of(all, one, 0, one, 0);
      scope.device().layout().copy(copy, rows.buffer(), losses.buffer());
    }
  }

  /** Takes a step. */
  void run() {
    step.run();
  }

  /** Descends to the last step, or until no row improves any more. */
  Restarts descend(Stage done) {
    Restarts restarts = new Restarts(losses.shape().elements(), latent(), settings.patience());
    int steps = 0;
    while (steps < settings.steps() && !restarts.allStopped()) {
      run();
      steps++;
      if (steps % LOOK == 0) {
        restarts.look(steps, losses.toFloats(), z.toFloats());
        done.reached((double) steps / settings.steps());
      }
    }
    restarts.end(steps, z.toFloats());
    return restarts;
  }

  /** The loss of each row for these z, [rows, latent]. */
  @SuppressWarnings("try") // The scope works by being open.
  float[] losses(float[] latents) {
    try (Scope scope = Scope.inference()) {
      return loss.of(Tensor.of(z.shape(), latents)).toFloats();
    }
  }

  private int latent() {
    return z.shape().size(1);
  }

  @Override
  public void close() {
    step.close();
  }
}
