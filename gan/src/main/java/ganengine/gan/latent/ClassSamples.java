package ganengine.gan.latent;

import ganengine.gan.UserError;
import ganengine.gan.measure.Classifier.Reading;
import ganengine.gan.measure.ClassifierNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Concepts by class: the first of a seed's samples that a classifier is sure of. */
public final class ClassSamples implements ConceptSource {
  /** Vectors of a concept, as in the paper. */
  public static final int VECTORS = 3;

  /** From this probability on the classifier counts as sure. */
  public static final float SURE = 0.9f;

  private final SeedSamples samples;
  private final Supplier<Reading> reading;
  private Reading read;

  /**
   * Chooses among these.
   *
   * @param reading what the classifier says about all of them; asked for when first needed
   * @throws UserError from {@code reading} where no classifier knows the images
   */
  public ClassSamples(SeedSamples samples, Supplier<Reading> reading) {
    this.samples = samples;
    this.reading = reading;
  }

  /** The first {@value #VECTORS} samples that are surely of this class, a number from 0. */
  @Override
  public Concept find(String given, String argument) {
    if (!argument.matches("\\d") || Integer.parseInt(argument) >= ClassifierNetwork.CLASSES) {
      throw new UserError(
          "'%s': there is no class '%s'; expected 0 to %d"
              .formatted(given, argument, ClassifierNetwork.CLASSES - 1));
    }
    if (read == null) {
      read = reading.get();
    }
    int asked = Integer.parseInt(argument);
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < read.classes().length && found.size() < VECTORS; i++) {
      if (read.classes()[i] == asked && read.confidence(i) >= SURE) {
        found.add(i);
      }
    }
    if (found.size() < VECTORS) {
      throw new UserError(
          ("'%s': of %d samples the classifier is sure of this class in %d, expected %d; try"
                  + " --among with more, or another --seed")
              .formatted(given, read.classes().length, found.size(), VECTORS));
    }
    return samples.concept(given, found);
  }
}
