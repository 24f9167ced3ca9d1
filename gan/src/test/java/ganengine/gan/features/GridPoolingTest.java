package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GridPoolingTest {
  @Test
  void takesTheLargestOfEachCell() {
    float[] map = {
      1, 2, 3, 4, //
      5, 6, 7, 8, //
      -1, -2, -3, -4, //
      -5, -6, -7, 0,
    };
    assertThat(GridPooling.max(map, 4, 4, 1, 2)).containsExactly(6, 8, -1, 0);
  }

  @Test
  void cellsOverlapWhereTheyDoNotDivideTheMap() {
    float[] map = {
      1, 2, 3, //
      4, 9, 5, //
      6, 7, 8,
    };
    assertThat(GridPooling.max(map, 3, 3, 1, 2)).containsExactly(9, 9, 9, 9);
  }

  @Test
  void mapsAndImagesStayApart() {
    // Two images of 1 x 2 pixels with two maps.
    float[] maps = {1, 10, 2, 20, 3, 30, 4, 40};
    assertThat(GridPooling.max(maps, 1, 2, 2, 1)).containsExactly(2, 20, 4, 40);
  }

  @Test
  void smallMapsStayAsTheyAre() {
    float[] maps = {1, 2, 3, 4};
    assertThat(GridPooling.max(maps, 2, 2, 1, 4)).containsExactly(maps);
  }
}
