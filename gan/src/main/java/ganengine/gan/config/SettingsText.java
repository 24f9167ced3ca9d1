package ganengine.gan.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import ganengine.gan.UserError;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings as YAML (files of the user, {@code config.yaml}) and as JSON (in checkpoints). */
public final class SettingsText {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();
  private static final ObjectMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .disable(Feature.WRITE_DOC_START_MARKER)
              .disable(Feature.SPLIT_LINES)
              .enable(Feature.MINIMIZE_QUOTES)
              .enable(Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private SettingsText() {}

  /** One setting a line; {@link Settings#resolve} reads it back as the same settings. */
  public static String toYaml(TrainConfig config) {
    return write(YAML, config);
  }

  /** One line of JSON. */
  public static String toJson(TrainConfig config) {
    return write(JSON, config);
  }

  /**
   * Reads what {@link #toJson} wrote; settings that an older version did not know get their
   * defaults.
   *
   * @param source where the text is from, for messages
   * @throws UserError if it is damaged or from a version with other settings
   */
  public static TrainConfig fromJson(String json, String source) {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      return Settings.resolve(List.of(read(parser, source)));
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** Names and values, in the order of {@link TrainConfig}; limits that do not apply are null. */
  public static Map<String, Object> toMap(TrainConfig config) {
    return JSON.convertValue(config, new TypeReference<Map<String, Object>>() {});
  }

  /** What the file gives, in its order. */
  static List<Given> readYaml(Path file) {
    try {
      return readYaml(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** As the other, of text from this source. */
  static List<Given> readYaml(String text, String source) {
    try (JsonParser parser = YAML.createParser(text)) {
      return read(parser, source);
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** The record of these values, one for each of its components. */
  static TrainConfig toRecord(Map<String, Object> values) {
    return JSON.convertValue(values, TrainConfig.class);
  }

  private static List<Given> read(JsonParser parser, String source) throws IOException {
    List<Given> given = new ArrayList<>();
    JsonToken first = parser.nextToken();
    if (first == null || first == JsonToken.VALUE_NULL) {
      return given;
    }
    if (first != JsonToken.START_OBJECT) {
      throw new UserError(
          "%s: expected settings, one 'name: value' a line, found other text".formatted(source));
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      String where =
          "%s, line %d: %s".formatted(source, parser.currentTokenLocation().getLineNr(), key);
      if (given.stream().anyMatch(earlier -> earlier.key().equals(key))) {
        throw new UserError(where + ": is given a second time; remove one of them");
      }
      JsonToken value = parser.nextToken();
      if (!value.isScalarValue()) {
        throw new UserError(where + ": expected a single value, found a list or a block");
      }
      given.add(new Given(where, key, value == JsonToken.VALUE_NULL ? null : parser.getText()));
    }
    if (parser.nextToken() != null) {
      throw new UserError(
          "%s, line %d: goes on after the settings; expected one document"
              .formatted(source, parser.currentTokenLocation().getLineNr()));
    }
    return given;
  }

  private static String write(ObjectMapper mapper, TrainConfig config) {
    try {
      return mapper.writeValueAsString(config);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings that cannot be written: " + config, e);
    }
  }

  private static UserError unreadable(String source, IOException cause) {
    if (cause instanceof JsonProcessingException syntax) {
      return new UserError(
          "%s%s: %s"
              .formatted(
                  source,
                  syntax.getLocation() == null ? "" : ", line " + syntax.getLocation().getLineNr(),
                  oneLine(syntax.getOriginalMessage())),
          cause);
    }
    if (cause instanceof NoSuchFileException) {
      return new UserError(source + ": there is no such file of settings", cause);
    }
    if (cause instanceof MalformedInputException) {
      return new UserError(source + ": is not text in UTF-8; expected settings in YAML", cause);
    }
    return new UserError(source + ": cannot be read: " + cause.getMessage(), cause);
  }

  /** Without the YAML parser's indented lines, which point at the place again. */
  private static String oneLine(String message) {
    return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
  }
}
