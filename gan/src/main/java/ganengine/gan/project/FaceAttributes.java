package ganengine.gan.project;

import ganengine.gan.UserError;
import ganengine.gan.data.CelebaFaces;
import ganengine.gan.data.DataSets;
import ganengine.gan.data.ImageRecipe;
import ganengine.gan.evaluate.EvaluationListener;
import ganengine.gan.latent.ClassSamples;
import ganengine.gan.latent.Concept;
import ganengine.gan.latent.ConceptSource;
import ganengine.gan.latent.LatentSet;
import ganengine.gan.run.Checkpoint;
import ganengine.gan.train.Sampler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Concepts by CelebA's attributes: real faces that have them, projected; {@code Smiling,-Male} are
 * smiling women.
 */
public final class FaceAttributes implements ConceptSource {
  private static final String CELEBA = "celeba";

  private final Checkpoint checkpoint;
  private final Sampler sampler;
  private final String data;
  private final Integer label;
  private final long seed;
  private final EvaluationListener listener;
  private final Consumer<String> found;

  /**
   * Where the faces come from, and how they are projected.
   *
   * @param data the folder of CelebA; null for the run's own data, if that is CelebA
   * @param label the class of all images where labels condition the generator; else null
   * @param seed of the choice of faces, and of the z that projections begin with
   * @param listener is told how the projections go
   * @param found is told in a line which faces were taken, and how near their projections are
   */
  public FaceAttributes(
      Checkpoint checkpoint,
      Sampler sampler,
      String data,
      Integer label,
      long seed,
      EvaluationListener listener,
      Consumer<String> found) {
    boolean own = checkpoint.config().dataset().equals(CELEBA);
    this.checkpoint = checkpoint;
    this.sampler = sampler;
    this.data = data == null && own ? checkpoint.config().data() : data;
    this.label = label;
    this.seed = seed;
    this.listener = listener;
    this.found = found;
  }

  /** The z of {@value ClassSamples#VECTORS} faces. */
  @Override
  public Concept find(String given, String argument) {
    if (data == null) {
      throw new UserError(
          "'%s': %s tells no attributes of its images; give CelebA's folder with --data DIR"
              .formatted(given, checkpoint.config().dataset()));
    }
    List<Target> targets = targets(wanted(given, argument));
    List<Projection> projections =
        new Projector(sampler, null, ProjectionSettings.STANDARD)
            .project(
                Target.pixels(targets),
                label,
                seed,
                share -> listener.working("projecting " + given, share));
    int length = sampler.latents().length();
    float[] z = new float[targets.size() * length];
    List<String> words = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Projection projection = projections.get(i);
      System.arraycopy(projection.latent(), 0, z, i * length, length);
      words.add(
          String.format(Locale.ROOT, "%s (%.1f dB)", targets.get(i).name(), projection.psnr()));
    }
    found.accept(given + ": " + String.join(", ", words));
    return new Concept(given, List.of(), new LatentSet(z, length, new int[0]));
  }

  private List<Target> targets(Map<String, Boolean> wanted) {
    ImageRecipe usual =
        checkpoint.config().dataset().equals(CELEBA)
            ? checkpoint.config().recipe()
            : DataSets.recipe(CELEBA);
    ImageRecipe recipe =
        usual.withSide(sampler.image().side()).withChannels(sampler.image().channels());
    return CelebaFaces.showing(data, wanted, ClassSamples.VECTORS, seed, recipe).stream()
        .map(face -> new Target(face.file(), -1, Target.floats(face.pixels())))
        .toList();
  }

  /** By name, whether it is to be there. */
  private static Map<String, Boolean> wanted(String given, String argument) {
    Map<String, Boolean> wanted = new LinkedHashMap<>();
    for (String word : argument.split(",", -1)) {
      String name = word.strip();
      boolean there = !name.startsWith("-");
      wanted.put(there ? name : name.substring(1), there);
    }
    if (wanted.containsKey("")) {
      throw new UserError(
          "'%s': expected names of attributes, such as Smiling,-Male for smiling women"
              .formatted(given));
    }
    return wanted;
  }
}
