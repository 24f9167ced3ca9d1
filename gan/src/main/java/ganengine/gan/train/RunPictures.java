package ganengine.gan.train;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.image.PngFile;
import ganengine.gan.image.SampleSheet;
import ganengine.gan.run.LossPlot;
import ganengine.gan.run.MetricsLog;
import ganengine.gan.run.Report;
import ganengine.gan.run.RunFolder;

/** What a run shows of itself: grids of samples, the loss plot, the report. */
final class RunPictures {
  private final RunFolder folder;
  private final TrainConfig config;
  private final ProgressListener listener;
  private boolean plotMissed;

  RunPictures(RunFolder folder, TrainConfig config, ProgressListener listener) {
    this.folder = folder;
    this.config = config;
    this.listener = listener;
  }

  /**
   * Draws all of it as it stands after this step. A machine without fonts gets no plot, and told
   * so.
   */
  void draw(Training training, long step) {
    SampleSheet sheet =
        new SampleSheet(training.image().side(), training.image().channels(), training.classes());
    PngFile.write(sheet.draw(training.samples(sheet.suggested())), folder.sample(step));
    LossPlot.write(MetricsLog.read(folder.metrics()), folder.lossPlot()).ifPresent(this::sayOnce);
    Report.write(folder, config);
  }

  private void sayOnce(String why) {
    if (!plotMissed) {
      listener.message(why);
      plotMissed = true;
    }
  }
}
