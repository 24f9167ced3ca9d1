package ganengine.gan.config;

import ganengine.gan.data.pixels.Crop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One setting: how its text is understood, and what it is if nobody says.
 *
 * @param key a component of {@link TrainConfig}
 * @param standard the default; null for none
 * @param expected what may stand here, for messages and help: "a whole number from 1 to 8"
 * @param words all values, if they are a few words; else empty
 * @param parser text to value; {@link IllegalArgumentException} or {@link ArithmeticException} if
 *     it is not what is expected
 */
public record Setting(
    String key,
    Object standard,
    String expected,
    List<String> words,
    Function<String, Object> parser) {

  /** One of these words. */
  static Setting choice(String key, String standard, List<String> words) {
    return new Setting(
        key,
        standard,
        "one of " + String.join(", ", words),
        words,
        text -> require(text, words.contains(text)));
  }

  /** Yes or no. */
  static Setting flag(String key, boolean standard) {
    List<String> words = List.of("true", "false");
    return new Setting(
        key,
        standard,
        "true or false",
        words,
        text -> Boolean.valueOf(require(text, words.contains(text))));
  }

  /** A path of this file system. */
  static Setting folder(String key) {
    return new Setting(
        key,
        null,
        "a folder",
        List.of(),
        text -> require(Path.of(text).toString(), !text.isBlank()));
  }

  /** The part of an image that is used. */
  static Setting crop(String key) {
    return new Setting(
        key, null, Crop.EXPECTED, List.of("square", "whole"), text -> Crop.parse(text).toString());
  }

  /** A whole number in int's range. */
  static Setting whole(String key, int standard, int low, int high) {
    return new Setting(
        key,
        standard,
        "a whole number from %d to %d".formatted(low, high),
        List.of(),
        text -> {
          int value = new BigDecimal(text).intValueExact();
          return require(value, low <= value && value <= high);
        });
  }

  /** A whole number in long's range. */
  static Setting wholeLong(String key, Long standard, long low) {
    return new Setting(
        key,
        standard,
        low == Long.MIN_VALUE ? "a whole number" : "a whole number from " + low,
        List.of(),
        text -> {
          long value = new BigDecimal(text).longValueExact();
          return require(value, low <= value);
        });
  }

  /** A number; {@code range} says in words what {@code allowed} tests. */
  static Setting number(String key, Double standard, String range, Predicate<Double> allowed) {
    return new Setting(
        key,
        standard,
        "a number " + range,
        List.of(),
        text -> {
          double value = new BigDecimal(text).doubleValue();
          return require(value, Double.isFinite(value) && allowed.test(value));
        });
  }

  private static <T> T require(T value, boolean allowed) {
    if (!allowed) {
      throw new IllegalArgumentException("not allowed: " + value);
    }
    return value;
  }
}
