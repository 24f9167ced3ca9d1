package ganengine.gan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CropTest {
  private static final Size CELEBA = new Size(178, 218);

  @Test
  void partsLieAtTheCentre() {
    assertThat(Crop.SQUARE.of(CELEBA, Optional.empty())).isEqualTo(new Window(20, 0, 178, 178));
    assertThat(Crop.WHOLE.of(CELEBA, Optional.empty())).isEqualTo(new Window(0, 0, 218, 178));
    assertThat(Crop.window(112, 152).of(CELEBA, Optional.of(CELEBA)))
        .isEqualTo(new Window(33, 33, 152, 112));
    assertThat(Crop.window(108, 108).of(CELEBA, Optional.of(CELEBA)))
        .isEqualTo(new Window(55, 35, 108, 108));
  }

  @Test
  void windowsShrinkWithTheImages() {
    assertThat(Crop.window(112, 152).of(new Size(89, 109), Optional.of(CELEBA)))
        .isEqualTo(new Window(16, 16, 76, 56));
    assertThat(Crop.window(108, 108).of(new Size(89, 109), Optional.of(CELEBA)))
        .isEqualTo(new Window(27, 17, 54, 54));
  }

  @Test
  void windowLargerThanTheImage() {
    assertThatThrownBy(() -> Crop.window(20, 30).of(new Size(25, 29), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("is 25 x 29, smaller than the part 20 x 30 that is to be cut out of it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"square", "whole", "112x152"})
  void textIsReadAsWritten(String text) {
    assertThat(Crop.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "round", "112", "0x5", "5x0", "112 x 152", "123456x1", "-1x1"})
  void otherText(String text) {
    assertThatThrownBy(() -> Crop.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
