package ganengine.gan.latent;

/** A way to find a concept's vectors. */
@FunctionalInterface
public interface ConceptSource {
  /**
   * The concept.
   *
   * @param given all that the user wrote, for messages
   * @param argument what stands behind the source's name and colon in it; all of it for samples
   * @throws ganengine.gan.UserError if there is none
   */
  Concept find(String given, String argument);
}
