package ganengine.engine.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON object a safetensors file begins with: for each tensor its dtype, its shape and where
 * its bytes lie in the data that follows.
 *
 * @param entries by name, in the order of their data
 * @param metadata free text by key
 */
record SafeTensorsHeader(Map<String, Entry> entries, Map<String, String> metadata) {
  static final String METADATA = "__metadata__";

  /**
   * Where one tensor lies.
   *
   * @param begin first byte, counted from the end of the header
   * @param end one after its last byte
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Entry(StoredType type, int[] shape, long begin, long end) {}

  /** Lays tensors out one after another: wide elements first, so that all are aligned; by name. */
  static SafeTensorsHeader of(Map<String, HostTensor> tensors, Map<String, String> metadata) {
    Comparator<String> widest = Comparator.comparing(name -> -tensors.get(name).type().bytes());
    List<String> names = new ArrayList<>(tensors.keySet());
    names.sort(widest.thenComparing(Comparator.naturalOrder()));
    Map<String, Entry> entries = new LinkedHashMap<>();
    long at = 0;
    for (String name : names) {
      if (name.equals(METADATA)) {
        throw new IllegalArgumentException("no tensor can be called " + METADATA);
      }
      HostTensor tensor = tensors.get(name);
      long end = at + (long) tensor.elements() * tensor.type().bytes();
      entries.put(name, new Entry(tensor.type(), tensor.shape(), at, end));
      at = end;
    }
    return new SafeTensorsHeader(entries, new TreeMap<>(metadata));
  }

  String toJson() {
    List<String> members = new ArrayList<>();
    if (!metadata.isEmpty()) {
      List<String> texts = new ArrayList<>();
      metadata.forEach(
          (key, text) -> texts.add(JsonCursor.quoted(key) + ":" + JsonCursor.quoted(text)));
      members.add("\"" + METADATA + "\":{" + String.join(",", texts) + "}");
    }
    // Joined, not formatted: the digits of "%d" depend on the user's locale.
    entries.forEach(
        (name, entry) ->
            members.add(
                JsonCursor.quoted(name)
                    + ":{\"dtype\":\""
                    + entry.type()
                    + "\",\"shape\":"
                    + Arrays.toString(entry.shape()).replace(" ", "")
                    + ",\"data_offsets\":["
                    + entry.begin()
                    + ","
                    + entry.end()
                    + "]}"));
    return "{" + String.join(",", members) + "}";
  }

  /**
   * Reads and checks a header.
   *
   * @param dataBytes how many bytes follow it; the tensors must fill them without hole or overlap
   */
  static SafeTensorsHeader parse(String file, String json, long dataBytes) {
    SafeTensorsHeader header = new SafeTensorsParser(file, json).header();
    long filled = 0;
    for (Map.Entry<String, Entry> member : header.entries.entrySet()) {
      Entry entry = member.getValue();
      if (entry.begin() != filled) {
        throw new DamagedFileException(
            file,
            "the data of tensor '%s' begins at byte %d of the data, where the one before it ends at %d"
                .formatted(member.getKey(), entry.begin(), filled));
      }
      filled = entry.end();
    }
    if (filled != dataBytes) {
      throw new DamagedFileException(
          file,
          "its header describes %,d bytes of data, but %,d follow".formatted(filled, dataBytes));
    }
    return header;
  }
}
