package ganengine.gan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrientationTest {
  /** Two rows, 1 2 3 and 4 5 6, as stored. */
  @ParameterizedTest
  @CsvSource({
    "1, 3, 123456",
    "2, 3, 321654",
    "3, 3, 654321",
    "4, 3, 456123",
    "5, 2, 142536",
    "6, 2, 415263",
    "7, 2, 635241",
    "8, 2, 362514",
  })
  void upright(int tag, int width, String expected) {
    RawImage stored = new RawImage(2, 3, 1, new byte[] {1, 2, 3, 4, 5, 6});
    RawImage upright = new Orientation(tag).upright(stored);
    assertThat(upright.width()).isEqualTo(width);
    String found =
        IntStream.range(0, 6)
            .mapToObj(i -> Integer.toString(upright.bytes()[i]))
            .reduce("", String::concat);
    assertThat(found).isEqualTo(expected);
  }
}
