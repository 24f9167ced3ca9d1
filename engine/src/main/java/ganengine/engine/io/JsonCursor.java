package ganengine.engine.io;

/**
 * Reads the few kinds of JSON tokens that a safetensors header is made of: strings, non-negative
 * integers, punctuation. The caller knows which comes next, so nesting can't be deeper than the
 * format is.
 */
final class JsonCursor {
  private final String file;
  private final String text;
  private int at;

  JsonCursor(String file, String text) {
    this.file = file;
    this.text = text;
  }

  /** Skips this character if it is the next one. */
  boolean skip(char wanted) {
    blanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  void expect(char wanted) {
    if (!skip(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  void expectEnd() {
    blanks();
    if (at < text.length()) {
      throw unexpected("its end");
    }
  }

  /** Whether a list goes on after an element, which a comma says; otherwise skips its end. */
  boolean more(char end) {
    if (skip(',')) {
      return true;
    }
    if (!skip(end)) {
      throw unexpected("',' or '" + end + "'");
    }
    return false;
  }

  String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at);
      if (c < ' ') {
        throw unexpected("an escaped control character");
      }
      at++;
      value.append(c == '\\' ? escaped() : c);
    }
    if (at == text.length()) {
      throw unexpected("'\"'");
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    int index = at < text.length() ? "\"\\/bfnrtu".indexOf(text.charAt(at)) : -1;
    if (index < 0) {
      throw unexpected("an escape");
    }
    at++;
    return index < 8 ? "\"\\/\b\f\n\r\t".charAt(index) : codeUnit();
  }

  private char codeUnit() {
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw unexpected("four hexadecimal digits");
      }
      unit = unit * 16 + digit;
    }
    return (char) unit;
  }

  long integer() {
    blanks();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    boolean leadingZero = at - start > 1 && text.charAt(start) == '0';
    if (at == start || at - start > 18 || leadingZero) {
      at = start;
      throw unexpected("an integer from 0 to 10^18");
    }
    return Long.parseLong(text, start, at, 10);
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private DamagedFileException unexpected(String wanted) {
    String found = at < text.length() ? "'" + printable(text.charAt(at)) + "'" : "its end";
    return new DamagedFileException(
        file,
        "its header is not the JSON of a safetensors file: expected %s at character %d, found %s"
            .formatted(wanted, at, found));
  }

  private static String printable(char c) {
    return c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c);
  }

  /** A string as JSON writes it. */
  static String quoted(String value) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append("\\u%04x".formatted((int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
