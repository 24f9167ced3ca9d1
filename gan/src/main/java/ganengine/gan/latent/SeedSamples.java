package ganengine.gan.latent;

import ganengine.gan.UserError;
import ganengine.gan.train.Sampler;
import java.util.ArrayList;
import java.util.List;

/**
 * The first samples of a seed, to choose concepts from.
 *
 * @param vectors the z of all of them
 */
public record SeedSamples(LatentSet vectors) implements ConceptSource {
  /** The first {@code count} z of this seed, those that {@link Sampler#draw} takes too. */
  public static SeedSamples of(Sampler sampler, int count, long seed) {
    int length = sampler.latents().length();
    return new SeedSamples(new LatentSet(sampler.latents(count, seed), length, new int[0]));
  }

  /** The samples of these numbers, from 0, with commas between them. */
  @Override
  public Concept find(String given, String argument) {
    List<Integer> numbers = new ArrayList<>();
    for (String word : argument.split(",", -1)) {
      numbers.add(number(given, word.strip()));
    }
    return concept(given, numbers);
  }

  private int number(String given, String word) {
    if (!word.matches("\\d{1,9}")) {
      throw new UserError(
          "'%s': expected numbers of samples, such as 3,17,40, found '%s'".formatted(given, word));
    }
    int number = Integer.parseInt(word);
    if (number >= vectors.count()) {
      throw new UserError(
          "'%s': there is no sample %d; expected 0 to %d (more with --among)"
              .formatted(given, number, vectors.count() - 1));
    }
    return number;
  }

  /** The samples of these numbers. */
  Concept concept(String given, List<Integer> numbers) {
    int length = vectors.length();
    float[] chosen = new float[numbers.size() * length];
    for (int i = 0; i < numbers.size(); i++) {
      System.arraycopy(vectors.z(), numbers.get(i) * length, chosen, i * length, length);
    }
    return new Concept(given, List.copyOf(numbers), new LatentSet(chosen, length, new int[0]));
  }
}
