package ganengine.gan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {
  private static final List<String> KEYS = List.of("batch", "beta1", "beta2", "imageSize", "seed");

  @Test
  void namesTheNearestWord() {
    assertThat(DidYouMean.among("bacth", KEYS)).isEqualTo("; did you mean 'batch'?");
    assertThat(DidYouMean.among("sed", KEYS)).isEqualTo("; did you mean 'seed'?");
  }

  @Test
  void caseAndHyphensDoNotCount() {
    assertThat(DidYouMean.among("image-size", KEYS)).isEqualTo("; did you mean 'imageSize'?");
  }

  @Test
  void saysNothingIfNothingIsNear() {
    assertThat(DidYouMean.among("temperature", KEYS)).isEmpty();
  }

  @Test
  void countsEdits() {
    assertThat(DidYouMean.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(DidYouMean.distance("ab", "ba")).isEqualTo(1);
    assertThat(DidYouMean.distance("", "abc")).isEqualTo(3);
  }
}
