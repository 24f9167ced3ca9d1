package ganengine.gan.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What images are made before a network sees them: grey, or of colours. */
public enum Colour {
  /** Left as they are; where they differ, the first says. */
  AUTO(0),
  /** The luma of ITU-R BT.601. */
  GREY(1),
  /** Red, green, blue; grey images have the same in all three. */
  RGB(3);

  private final int channels;

  Colour(int channels) {
    this.channels = channels;
  }

  /** As users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As {@link ImageRecipe} has it: 1, 3, or 0 for what the images are. */
  public int channels() {
    return channels;
  }

  /** All words. */
  public static List<String> words() {
    return Stream.of(values()).map(Colour::word).toList();
  }

  /**
   * The colour of this word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Colour parse(String word) {
    return Stream.of(values())
        .filter(colour -> colour.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no colour: " + word));
  }
}
