package ganengine.gan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** The pieces of HTML that {@link Report} is made of; pictures are inside it, as base64. */
final class Html {
  /**
   * Of the title, newest samples, losses, samples over time, numbers, settings, sessions, the
   * collapse watch's words.
   */
  static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { font: 16px/1.5 system-ui, sans-serif; color: #222; max-width: 1100px; margin: 2em auto;
        padding: 0 1em; }
      h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; }
      img { max-width: 100%%; }
      figure { display: inline-block; margin: 0 1em 1em 0; vertical-align: top; }
      figure img { image-rendering: pixelated; display: block; }
      figcaption { color: #666; font-size: 0.9em; }
      table { border-collapse: collapse; }
      th, td { text-align: left; padding: 0.15em 1.5em 0.15em 0; border-bottom: 1px solid #e4e4e4;
        vertical-align: top; }
      th { font-weight: normal; color: #666; }
      .tables { display: flex; flex-wrap: wrap; gap: 3em; }
      </style>
      </head>
      <body>
      <h1>%1$s</h1>
      <h2>Newest samples</h2>
      %2$s
      <h2>Losses</h2>
      %3$s
      <h2>What the watch saw</h2>
      %8$s
      <h2>Samples over time</h2>
      %4$s
      <div class="tables">
      <div><h2>Last numbers</h2>%5$s</div>
      <div><h2>Settings</h2>%6$s</div>
      </div>
      <h2>Computed with</h2>
      %7$s
      </body>
      </html>
      """;

  private Html() {}

  /** A picture, and what it shows for those who cannot see it. */
  static String image(Path png, String description) throws IOException {
    return "<img alt=\"%s\" src=\"data:image/png;base64,%s\">"
        .formatted(description, Base64.getEncoder().encodeToString(Files.readAllBytes(png)));
  }

  /** Two columns: names and values, which are escaped. */
  static String table(Map<String, String> rows) {
    return rows.entrySet().stream()
        .map(
            row ->
                "<tr><th>%s</th><td>%s</td></tr>"
                    .formatted(escape(row.getKey()), escape(row.getValue())))
        .collect(Collectors.joining("\n", "<table>\n", "\n</table>"));
  }

  /** Text as it must stand in HTML. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
