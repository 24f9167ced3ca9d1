package ganengine.gan.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.UserError;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {
  private static String proxy(Map<String, String> variables, String address) {
    ProxySelector selector = ProxySettings.of(new Properties(), variables);
    List<Proxy> proxies = selector.select(URI.create(address));
    assertThat(proxies).hasSize(1);
    InetSocketAddress socket = (InetSocketAddress) proxies.get(0).address();
    return socket == null ? "none" : socket.getHostString() + ":" + socket.getPort();
  }

  @ParameterizedTest
  @CsvSource({
    "https_proxy, http://127.0.0.2:3128, https://a.example/x, 127.0.0.2:3128",
    "https_proxy, 127.0.0.2:3128, https://a.example/x, 127.0.0.2:3128",
    "https_proxy, http://127.0.0.2/, https://a.example/x, 127.0.0.2:80",
    "https_proxy, http://name:secret@127.0.0.2:1, https://a.example/x, 127.0.0.2:1",
    "HTTPS_PROXY, http://127.0.0.2:3128, https://a.example/x, 127.0.0.2:3128",
    "https_proxy, http://127.0.0.2:3128, http://a.example/x, none",
    "http_proxy, http://127.0.0.2:3128, http://a.example/x, 127.0.0.2:3128",
    "all_proxy, http://127.0.0.2:3128, http://a.example/x, 127.0.0.2:3128",
    "https_proxy, '', https://a.example/x, none",
  })
  void variablesThatOthersObey(String name, String value, String address, String expected) {
    assertThat(proxy(Map.of(name, value), address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a.example, none",
    ".example, none",
    "example, none",
    "*.example, none",
    "'other, a.example', none",
    "*, none",
    "ample, 127.0.0.2:1",
    "b.example, 127.0.0.2:1",
    "'', 127.0.0.2:1",
  })
  void hostsThatAreReachedDirectly(String exceptions, String expected) {
    Map<String, String> variables =
        Map.of("https_proxy", "http://127.0.0.2:1", "no_proxy", exceptions);
    assertThat(proxy(variables, "https://A.example/x")).isEqualTo(expected);
  }

  @Test
  void propertiesOfJavaGoFirst() {
    Properties properties = new Properties();
    properties.setProperty("https.proxyHost", "127.0.0.3");
    assertThat(ProxySettings.of(properties, Map.of("https_proxy", "http://127.0.0.2:1")))
        .isSameAs(ProxySelector.getDefault());
  }

  @ParameterizedTest
  @CsvSource({"socks5://name:secret@127.0.0.2:1", "http://", "'http://name:secret@ x'"})
  void valueThatIsNotUnderstoodIsNotShown(String value) {
    assertThatThrownBy(() -> proxy(Map.of("https_proxy", value), "https://a.example/"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("the environment's https_proxy is not understood")
        .hasMessageNotContaining("secret");
  }

  @Test
  void downloadGoesThroughTheProxy(@TempDir Path folder) throws IOException {
    byte[] contents = {1, 2, 3, 4};
    try (ScriptedServer proxy = new ScriptedServer(contents)) {
      proxy.script(proxy::honest);
      ProxySelector settings =
          ProxySettings.of(
              new Properties(), Map.of("http_proxy", "http://" + proxy.address("").getAuthority()));
      RemoteFile file =
          new RemoteFile(
              "f",
              List.of(URI.create("http://nowhere.invalid/f")),
              4,
              Checksum.md5("08d6c05a21512a79a1dfeb9d2a8f262f"));
      new Download(Patience.STANDARD, settings, new Silent()).fetch(file, folder);
      assertThat(Files.readAllBytes(folder.resolve("f"))).isEqualTo(contents);
    }
  }

  private static final class Silent implements DownloadListener {
    @Override
    public void progress(RemoteFile file, long bytes) {}

    @Override
    public void message(String line) {}
  }
}
