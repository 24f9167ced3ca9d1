package ganengine.gan.reproduce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReproductionTest {
  static List<String> names() {
    return Reproduction.NAMES;
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyOneHasTrialsMeasuresAndBothScales(String name) {
    Reproduction reproduction = Reproduction.named(name);
    assertThat(reproduction.scales()).containsKeys("full", "quick");
    assertThat(reproduction.columns()).isNotEmpty();
    assertThat(TrialMeasures.named(reproduction.measure())).isNotNull();
    reproduction
        .scales()
        .forEach(
            (word, scale) -> {
              TrialSet trials =
                  new TrialSet(
                      reproduction, scale, 3, Map.of("data", "somewhere"), Path.of("nowhere"));
              assertThat(trials.trials())
                  .hasSize(3 * reproduction.systems(scale).size())
                  .extracting(Trial::id)
                  .doesNotHaveDuplicates();
              if (scale.systems() != null) {
                assertThat(reproduction.systems(scale)).hasSameSizeAs(scale.systems());
              }
            });
  }

  @ParameterizedTest
  @MethodSource("names")
  void thePapersFiguresAreOfColumns(String name) {
    Reproduction reproduction = Reproduction.named(name);
    for (TrialSystem system : reproduction.systems()) {
      if (system.paper() != null) {
        assertThat(reproduction.columns())
            .extracting(Reproduction.Column::key)
            .containsAll(system.paper().keySet());
      }
    }
  }

  @Test
  void namesThatThereAreNotAreMistakes() {
    assertThatThrownBy(() -> Reproduction.named("pacgan-rong"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is no reproduction 'pacgan-rong'")
        .hasMessageContaining("did you mean 'pacgan-ring'?");
    assertThatThrownBy(() -> Reproduction.named("pacgan-ring").scale("huge"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("full, quick");
  }
}
