package ganengine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Philox against the known answers that Random123 publishes, and the laws of its numbers. */
class PhiloxTest {
  private static final RandomStream STREAM = new RandomStream(42, 3);

  private static int[] block(long key, int c0, int c1, int c2, int c3) {
    int[] words = new int[4];
    Philox.block(key, c0, c1, c2, c3, words);
    return words;
  }

  @Test
  void zerosGiveTheKnownAnswer() {
    assertThat(block(0, 0, 0, 0, 0))
        .containsExactly(0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8);
  }

  @Test
  void onesGiveTheKnownAnswer() {
    assertThat(block(-1, -1, -1, -1, -1))
        .containsExactly(0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd);
  }

  @Test
  void digitsOfPiGiveTheKnownAnswer() {
    assertThat(block(0x299f31d0_a4093822L, 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344))
        .containsExactly(0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1);
  }

  @Test
  void aStreamsCounterIsIndexStreamAndStep() {
    int[] words = new int[4];
    Philox.block(new RandomStream(5, 7), 0x0000_0003_0000_0002L, 11, words);
    assertThat(words).containsExactly(block(5, 11, 7, 2, 3));
  }

  @Test
  void uniformNumbersStayInsideTheirInterval() {
    assertThat(Philox.uniform(0)).isEqualTo(0x1p-24);
    assertThat(Philox.uniform(-1)).isEqualTo(1 - 0x1p-24);
    assertThat((float) Philox.uniform(-1)).isLessThan(1);
  }

  @Test
  void uniformNumbersHaveTheirMoments() {
    double[] x = draw(false);
    assertThat(moment(x, 0, 1)).isCloseTo(0.5, within(4 * 0.289 / 1000));
    assertThat(moment(x, 0.5, 2)).isCloseTo(1 / 12.0, within(4 * 0.075 / 1000));
  }

  @Test
  void normalNumbersHaveTheirMoments() {
    double[] x = draw(true);
    assertThat(moment(x, 0, 1)).isCloseTo(0, within(4 / 1000.0));
    assertThat(moment(x, 0, 2)).isCloseTo(1, within(4 * Math.sqrt(2) / 1000));
    assertThat(moment(x, 0, 3)).isCloseTo(0, within(4 * Math.sqrt(15) / 1000));
    assertThat(moment(x, 0, 4)).isCloseTo(3, within(4 * Math.sqrt(96) / 1000));
  }

  @Test
  void neighbouringNormalNumbersAreUncorrelated() {
    double[] x = draw(true);
    for (int distance = 1; distance <= 4; distance++) {
      double sum = 0;
      for (int i = distance; i < x.length; i++) {
        sum += x[i] * x[i - distance];
      }
      assertThat(sum / x.length).isCloseTo(0, within(4 / 1000.0));
    }
  }

  /** A million numbers: means are off by a thousandth of the deviation, 4 of those are allowed. */
  private static double[] draw(boolean normal) {
    int count = 1_000_000;
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT)) {
      Buffer step = OnDevice.integers(device, 1);
      Buffer out = OnDevice.room(device, count);
      if (normal) {
        device.random().normal(STREAM, step, 0, 1, out);
      } else {
        device.random().uniform(STREAM, step, 0, 1, out);
      }
      return OnDevice.read(device, out);
    }
  }

  private static double moment(double[] x, double around, int power) {
    double sum = 0;
    for (double each : x) {
      sum += Math.pow(each - around, power);
    }
    return sum / x.length;
  }
}
