package ganengine.gan.latent;

import ganengine.gan.DidYouMean;
import ganengine.gan.UserError;
import java.util.Map;

/**
 * Finds concepts by what users write: {@code 3,17,40} for samples, {@code class:7}, {@code
 * latents:FILE.npz}.
 *
 * @param samples for what has no name and colon in front
 * @param named the other sources, by name
 */
public record Concepts(ConceptSource samples, Map<String, ConceptSource> named) {
  /**
   * The concept of this notation.
   *
   * @throws UserError if it can't be understood, or there is no such concept
   */
  public Concept find(String given) {
    int colon = given.indexOf(':');
    if (colon < 0) {
      return samples.find(given, given);
    }
    String name = given.substring(0, colon);
    ConceptSource source = named.get(name);
    if (source == null) {
      throw new UserError(
          "'%s': expected numbers of samples, such as 3,17,40, or one of %s with its argument%s"
              .formatted(
                  given,
                  String.join(
                      ", ", named.keySet().stream().sorted().map(word -> word + ":").toList()),
                  DidYouMean.among(name, named.keySet())));
    }
    return source.find(given, given.substring(colon + 1));
  }
}
