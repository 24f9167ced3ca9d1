package ganengine.gan.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import ganengine.gan.model.ImageShape;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LabelledSplitTest {
  private static final ImageShape GREY = new ImageShape(28, 1);

  @Test
  void learnsFromAsManyOfEachClassAndTestsWithOthers() {
    LabelledSplit split = split(30, 200, 1);

    int[] counts = new int[10];
    IntStream.of(split.labelled().labels()).forEach(label -> counts[label]++);
    assertThat(counts).containsOnly(3);
    assertThat(split.heldOut().count()).isEqualTo(200);
    Set<Integer> heldOut = hashes(split.heldOut().pixels());
    assertThat(hashes(split.labelled().pixels())).hasSize(30).doesNotContainAnyElementsOf(heldOut);
  }

  @Test
  void theSeedChooses() {
    assertThat(split(30, 200, 1).labelled().pixels())
        .isEqualTo(split(30, 200, 1).labelled().pixels())
        .isNotEqualTo(split(30, 200, 2).labelled().pixels());
  }

  @Test
  void imagesAreBroughtToWhatTheNetworkTakes() {
    LabelledSplit split =
        LabelledSplit.of("digits", null, new ImageShape(16, 3), new LabelledSplit.Rule(20, 9, 1));
    assertThat(split.labelled().imageSize()).isEqualTo(16 * 16 * 3);
  }

  @Test
  void refusesTooFewAndTooMany() {
    assertThatThrownBy(() -> split(19, 200, 1))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--labels 19: expected 0 for all, or 20 to 9,800");
    assertThatThrownBy(() -> split(30, 10_000, 1)).hasMessageContaining("--held-out 10,000");
    assertThatThrownBy(() -> LabelledSplit.of("ring", null, GREY, new LabelledSplit.Rule(30, 0, 1)))
        .hasMessageContaining("needs single images");
  }

  private static LabelledSplit split(int labels, int heldOut, long seed) {
    return LabelledSplit.of("digits", null, GREY, new LabelledSplit.Rule(labels, heldOut, seed));
  }

  private static Set<Integer> hashes(byte[] pixels) {
    Set<Integer> hashes = new HashSet<>();
    for (int from = 0; from < pixels.length; from += 784) {
      hashes.add(Arrays.hashCode(Arrays.copyOfRange(pixels, from, from + 784)));
    }
    return hashes;
  }
}
