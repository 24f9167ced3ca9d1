package ganengine.gan.model;

import ganengine.engine.nn.BatchNorm;
import ganengine.engine.nn.Initialiser;
import ganengine.engine.nn.LayerNorm;
import ganengine.engine.nn.Module;
import ganengine.engine.nn.SpectralNorm;
import ganengine.engine.nn.WeightedLayer;
import ganengine.engine.tensor.RandomSource;
import ganengine.engine.tensor.Shape;
import java.util.Optional;

/**
 * What is done to a discriminator's layers, whatever its kind.
 *
 * @param norm {@code batch}, {@code layer} (over a whole example) or {@code none}
 * @param spectral whether weights are divided by their largest singular value
 */
record DiscriminatorStyle(String norm, boolean spectral) {
  /** Whether a normalisation with a shift of its own follows hidden layers, which spares a bias. */
  boolean normalises() {
    return !norm.equals("none");
  }

  /** The layer, its weight normalised if that is the style. */
  Module linear(WeightedLayer layer, RandomSource random) {
    return spectral ? new SpectralNorm(layer, random) : layer;
  }

  /** What normalises hidden examples of this shape, channels last; empty for nothing. */
  Optional<Module> norm(Shape example, RandomSource random) {
    return switch (norm) {
      case "batch" ->
          Optional.of(new BatchNorm(example.size(-1), Initialiser.dcganScale(), random));
      case "layer" -> Optional.of(new LayerNorm(example.toArray()));
      default -> Optional.empty();
    };
  }
}
