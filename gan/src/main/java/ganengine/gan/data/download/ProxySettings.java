package ganengine.gan.data.download;

import ganengine.gan.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Which proxy to go through: Java's properties ({@code https.proxyHost} ...) if any is set, else
 * the variables that curl and others obey: {@code https_proxy}, {@code http_proxy}, {@code
 * all_proxy}, and {@code no_proxy} with hosts and domains that are reached directly. Lower case
 * goes before upper case. Java itself ignores the variables.
 */
public final class ProxySettings extends ProxySelector {
  private static final List<String> PROPERTIES =
      List.of("http.proxyHost", "https.proxyHost", "socksProxyHost");

  private final Map<String, String> variables;

  private ProxySettings(Map<String, String> variables) {
    this.variables = variables;
  }

  /**
   * What is in force.
   *
   * @param properties Java's system properties
   * @param variables the environment's
   */
  public static ProxySelector of(Properties properties, Map<String, String> variables) {
    boolean given = PROPERTIES.stream().anyMatch(name -> properties.getProperty(name) != null);
    return given ? ProxySelector.getDefault() : new ProxySettings(variables);
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (Stream.of(variable("no_proxy").split(",")).anyMatch(entry -> covers(entry, host))) {
      return List.of(Proxy.NO_PROXY);
    }
    String name = uri.getScheme().toLowerCase(Locale.ROOT) + "_proxy";
    String proxy = variable(name);
    if (proxy.isEmpty()) {
      name = "all_proxy";
      proxy = variable(name);
    }
    return List.of(proxy.isEmpty() ? Proxy.NO_PROXY : parse(name, proxy));
  }

  private static boolean covers(String entry, String host) {
    String plain = entry.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", "");
    return plain.equals("*")
        || (!plain.isEmpty() && (host.equals(plain) || host.endsWith("." + plain)));
  }

  private String variable(String name) {
    String value = variables.get(name);
    return value != null ? value : variables.getOrDefault(name.toUpperCase(Locale.ROOT), "");
  }

  /** The value may hold a password: messages don't show it. */
  private static Proxy parse(String name, String value) {
    try {
      URI uri = URI.create(value.contains("://") ? value : "http://" + value);
      if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
      }
    } catch (IllegalArgumentException e) {
      throw malformed(name, e);
    }
    throw malformed(name, null);
  }

  private static UserError malformed(String name, Throwable cause) {
    return new UserError(
        "the environment's %s is not understood, expected http://HOST:PORT; set it so or unset it"
            .formatted(name),
        cause);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    // Whoever asked hears of it, and there is no other proxy to try.
  }
}
