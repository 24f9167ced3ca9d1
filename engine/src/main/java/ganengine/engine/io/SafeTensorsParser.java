package ganengine.engine.io;

import ganengine.engine.io.SafeTensorsHeader.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The grammar of a safetensors header, and what must hold for each tensor by itself. */
final class SafeTensorsParser {
  private final String file;
  private final JsonCursor json;
  private final Map<String, Entry> entries = new HashMap<>();
  private Map<String, String> metadata;

  SafeTensorsParser(String file, String text) {
    this.file = file;
    this.json = new JsonCursor(file, text);
  }

  SafeTensorsHeader header() {
    json.expect('{');
    if (!json.skip('}')) {
      do {
        member();
      } while (json.more('}'));
    }
    json.expectEnd();
    Comparator<Map.Entry<String, Entry>> byPlace =
        Comparator.comparingLong(member -> member.getValue().begin());
    Map<String, Entry> ordered = new LinkedHashMap<>();
    entries.entrySet().stream()
        .sorted(
            byPlace
                .thenComparingLong(member -> member.getValue().end())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(member -> ordered.put(member.getKey(), member.getValue()));
    return new SafeTensorsHeader(ordered, metadata == null ? Map.of() : metadata);
  }

  private void member() {
    String name = json.string();
    json.expect(':');
    if (name.equals(SafeTensorsHeader.METADATA)) {
      if (metadata != null) {
        throw twice(name);
      }
      metadata = texts();
    } else if (entries.put(name, entry(name)) != null) {
      throw twice(name);
    }
  }

  private Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    json.expect('{');
    if (!json.skip('}')) {
      do {
        String key = json.string();
        json.expect(':');
        if (texts.put(key, json.string()) != null) {
          throw twice(key);
        }
      } while (json.more('}'));
    }
    return texts;
  }

  private Entry entry(String name) {
    String dtype = null;
    List<Long> shape = null;
    List<Long> offsets = null;
    json.expect('{');
    do {
      String key = json.string();
      json.expect(':');
      if (key.equals("dtype") && dtype == null) {
        dtype = json.string();
      } else if (key.equals("shape") && shape == null) {
        shape = integers();
      } else if (key.equals("data_offsets") && offsets == null) {
        offsets = integers();
      } else {
        throw wrong(name, "has an unknown or repeated field '%s'".formatted(key));
      }
    } while (json.more('}'));
    if (dtype == null || shape == null || offsets == null || offsets.size() != 2) {
      throw wrong(name, "needs dtype, shape and data_offsets [begin, end]");
    }
    return checked(name, dtype, shape, offsets.get(0), offsets.get(1));
  }

  private List<Long> integers() {
    List<Long> values = new ArrayList<>();
    json.expect('[');
    if (!json.skip(']')) {
      do {
        values.add(json.integer());
      } while (json.more(']'));
    }
    return values;
  }

  private Entry checked(String name, String dtype, List<Long> shape, long begin, long end) {
    StoredType type =
        StoredType.named(dtype)
            .orElseThrow(
                () ->
                    wrong(
                        name,
                        "has dtype '%s'; this program reads %s"
                            .formatted(dtype, Arrays.toString(StoredType.values()))));
    long elements = 1;
    for (long size : shape) {
      if (size > Integer.MAX_VALUE || elements * size > Integer.MAX_VALUE) {
        throw wrong(name, "of shape %s has more than 2^31 - 1 elements".formatted(shape));
      }
      elements *= size;
    }
    long bytes = elements * type.bytes();
    if (end - begin != bytes) {
      throw wrong(
          name,
          "%s%s takes %,d bytes, but its data_offsets are [%d, %d]"
              .formatted(type, shape, bytes, begin, end));
    }
    return new Entry(type, shape.stream().mapToInt(Math::toIntExact).toArray(), begin, end);
  }

  private DamagedFileException wrong(String name, String what) {
    return new DamagedFileException(file, "tensor '%s' %s".formatted(name, what));
  }

  private DamagedFileException twice(String name) {
    return new DamagedFileException(file, "'%s' stands in its header twice".formatted(name));
  }
}
