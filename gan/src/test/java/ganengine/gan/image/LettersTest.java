package ganengine.gan.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LettersTest {
  private static final String ALL = "0123456789abcdefghijklmnopqrstuvwxyz+-=.,:/%()?";

  private static String drawn(String text, int width) {
    BufferedImage picture = new BufferedImage(width, 7, BufferedImage.TYPE_BYTE_GRAY);
    Letters.write(text, picture, 0, 0, 1);
    StringBuilder rows = new StringBuilder();
    for (int y = 0; y < 7; y++) {
      for (int x = 0; x < width; x++) {
        rows.append(picture.getRaster().getSample(x, y, 0) == 0 ? '.' : '#');
      }
      rows.append('\n');
    }
    return rows.toString();
  }

  @Test
  void everyLetterDiffersFromEveryOther() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < ALL.length(); i++) {
      String letter = ALL.substring(i, i + 1);
      String drawn = drawn(letter, 5);
      assertThat(drawn).as("%s", letter).contains("#");
      assertThat(seen.add(drawn)).as("%s", letter).isTrue();
    }
    assertThat(drawn("a", 5)).isEqualTo(".....\n.....\n.###.\n....#\n.####\n#...#\n.####\n");
  }

  @Test
  void capitalsAreSmallAndStrangersQuestionMarks() {
    assertThat(drawn("A b", 17)).isEqualTo(drawn("a b", 17));
    assertThat(drawn("\u00e9", 5)).isEqualTo(drawn("?", 5));
    assertThat(Letters.width("a b")).isEqualTo(17);
    assertThat(Letters.width("")).isZero();
  }

  @Test
  void whatIsOutsideIsCutOff() {
    assertThat(drawn("ab", 5)).isEqualTo(drawn("a", 5));
  }
}
