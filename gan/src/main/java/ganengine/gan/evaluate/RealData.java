package ganengine.gan.evaluate;

import ganengine.gan.config.TrainConfig;
import ganengine.gan.data.DataSet;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.Decoding;

/** The data that a run is trained on and measured by. */
public final class RealData {
  private RealData() {}

  /**
   * At the run's image size.
   *
   * @param data the folder they are in; null where the set needs none
   * @param decoding where encoded images are decoded to, and on how many threads
   * @throws ganengine.gan.UserError if they can't be read
   */
  public static DataSet of(TrainConfig config, String data, Decoding decoding) {
    return DataSets.open(config.dataset(), data, config.seed(), config.recipe(), decoding);
  }
}
