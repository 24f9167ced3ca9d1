package ganengine.gan.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SmoothnessTest {
  @Test
  void evenStepsAreOne() {
    assertThat(Smoothness.of(new float[] {0, 2, 4, 6}, 4)).isEqualTo(new Smoothness(2, 2, 1));
  }

  /** Steps of length 5, 0 and 10 in the plane. */
  @Test
  void aLongStepStandsOut() {
    float[] points = {0, 0, 3, 4, 3, 4, 9, 12};
    assertThat(Smoothness.of(points, 4)).isEqualTo(new Smoothness(10, 5, 2));
  }

  @Test
  void aSingleJumpIsAsManyAsThereAreSteps() {
    assertThat(Smoothness.of(new float[] {1, 1, 1, 9, 9, 9}, 6).ratio()).isEqualTo(5);
  }

  @Test
  void whereNothingMovesNothingJumps() {
    assertThat(Smoothness.of(new float[] {1, 1, 1}, 3)).isEqualTo(new Smoothness(0, 0, 1));
  }

  @Test
  void rowsAreSummedUpByTheirRatios() {
    List<Smoothness> rows = List.of(new Smoothness(9, 9, 1), new Smoothness(6, 2, 3));
    assertThat(Smoothness.Overall.of(rows)).isEqualTo(new Smoothness.Overall(2, 3));
  }

  @Test
  void oneImageIsNoRow() {
    assertThatThrownBy(() -> Smoothness.of(new float[] {1, 2}, 1)).hasMessageContaining("no row");
  }
}
