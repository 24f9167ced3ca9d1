package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.measure.Classifier.Reading;
import ganengine.gan.measure.Features;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six samples, z of two numbers: (0, 1), (2, 3), ... */
class ConceptsTest {
  private static final SeedSamples SAMPLES =
      new SeedSamples(
          new LatentSet(new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 2, new int[0]));

  /** All of class 7, and of these sure: 0, 2, 3 and 5. */
  private static final float[] CONFIDENCE = {0.9f, 0.89f, 1, 0.95f, 0.2f, 0.99f};

  private static final Concepts CONCEPTS =
      new Concepts(
          SAMPLES,
          Map.of(
              "class", new ClassSamples(SAMPLES, ConceptsTest::reading),
              "latents", new StoredLatents(2)));

  @TempDir Path folder;

  private static Reading reading() {
    float[] probabilities = new float[60];
    for (int i = 0; i < 6; i++) {
      probabilities[i * 10 + 7] = CONFIDENCE[i];
    }
    return new Reading(
        new Features(new float[6], 6, 1),
        new Features(probabilities, 6, 10),
        new int[] {7, 7, 7, 7, 7, 7});
  }

  @Test
  void samplesAreTakenByNumber() {
    Concept concept = CONCEPTS.find("5, 0");
    assertThat(concept.samples()).containsExactly(5, 0);
    assertThat(concept.vectors().z()).containsExactly(10, 11, 0, 1);
    assertThat(concept.mean()).containsExactly(5, 6);
  }

  @Test
  void aClassIsItsFirstThreeSureSamples() {
    Concept concept = CONCEPTS.find("class:7");
    assertThat(concept.samples()).containsExactly(0, 2, 3);
    assertThat(concept.given()).isEqualTo("class:7");
  }

  @Test
  void aFileIsTakenWhole() {
    LatentSet stored = new LatentSet(new float[] {1, 2, 5, 6}, 2, new int[] {4, 4});
    stored.write(folder.resolve("z.npz"));
    Concept concept = CONCEPTS.find("latents:" + folder.resolve("z.npz"));
    assertThat(concept.samples()).isEqualTo(List.of());
    assertThat(concept.mean()).containsExactly(3, 4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,x | '1,x': expected numbers of samples, such as 3,17,40, found 'x'",
        "1,,2 | '1,,2': expected numbers of samples, such as 3,17,40, found ''",
        "-1 | '-1': expected numbers of samples, such as 3,17,40, found '-1'",
        "3,6 | '3,6': there is no sample 6; expected 0 to 5 (more with --among)",
        "clas:7 | 'clas:7': expected numbers of samples, such as 3,17,40, or one of class:, latents:"
            + " with its argument; did you mean 'class'?",
        "class:x | 'class:x': there is no class 'x'; expected 0 to 9",
        "class:10 | 'class:10': there is no class '10'; expected 0 to 9",
        "class:3 | 'class:3': of 6 samples the classifier is sure of this class in 0, expected 3; try"
            + " --among with more, or another --seed",
      })
  void whatIsNotThereIsAUserError(String given, String message) {
    assertThatThrownBy(() -> CONCEPTS.find(given))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }
}
