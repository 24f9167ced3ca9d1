package ganengine.gan.latent;

import ganengine.gan.UserError;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Concepts from files of latent vectors, {@link LatentSet}s.
 *
 * @param length numbers that a z of the run has
 */
public record StoredLatents(int length) implements ConceptSource {
  /** All vectors of the file; their labels, if any, don't count. */
  @Override
  public Concept find(String given, String argument) {
    try {
      return new Concept(given, List.of(), LatentSet.read(Path.of(argument), length));
    } catch (InvalidPathException e) {
      throw new UserError("'%s': expected the name of a file".formatted(given), e);
    }
  }
}
