package ganengine.gan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageSidesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "28|0|28 14 7 4",
        "28|2|28 14 7 4 2",
        "64|0|64 32 16 8 4",
        "112|0|112 56 28 14 7",
        "112|7|112 56 28 14 7",
        "80|0|80 40 20 10 5",
        "48|0|48 24 12 6 3",
        "96|6|96 48 24 12 6",
        "27|0|27 14 7 4",
        "8|0|8 4",
      })
  void halvesDownToTheStartSize(int side, int start, String expected) {
    assertThat(ImageSides.of(side, start)).isEqualTo(numbers(expected));
  }

  @ParameterizedTest
  @CsvSource({"28, 28 14 7", "32, 32 16 8 4", "112, 112 56 28 14 7", "20, 20 10 5"})
  void exactHalves(int side, String expected) {
    assertThat(ImageSides.exact(side)).isEqualTo(numbers(expected));
  }

  private static List<Integer> numbers(String text) {
    return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
  }
}
