package ganengine.gan.data.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.gan.RunFailure;
import ganengine.gan.UserError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Against servers on this machine, honest ones and others; nothing leaves it. Long, since it is a
 * list: one test for each way in which a download goes wrong.
 */
class DownloadTest {
  private static final int SIZE = 200_000;
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(5),
          Duration.ofMillis(700),
          3,
          Duration.ofMillis(1),
          Duration.ofMillis(5));

  @TempDir Path folder;

  private final byte[] contents = new byte[SIZE];
  private final List<String> messages = new ArrayList<>();
  private final List<Long> progress = new ArrayList<>();
  private ScriptedServer server;

  @BeforeEach
  void start() throws IOException {
    new Random(5).nextBytes(contents);
    server = new ScriptedServer(contents);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private final DownloadListener listener =
      new DownloadListener() {
        @Override
        public void progress(RemoteFile file, long bytes) {
          progress.add(bytes);
        }

        @Override
        public void message(String line) {
          messages.add(line);
        }
      };

  private RemoteFile file(URI... addresses) throws IOException {
    Path whole = Files.write(folder.resolve("original"), contents);
    Checksum checksum = Checksum.sha256("").of(whole);
    Files.delete(whole);
    return new RemoteFile("data.gz", List.of(addresses), SIZE, checksum);
  }

  private void fetch(RemoteFile file) {
    ProxySelector direct = ProxySettings.of(new Properties(), Map.of());
    new Download(PATIENCE, direct, listener).fetch(file, folder);
  }

  private void fetch() throws IOException {
    fetch(file(server.address("/data.gz")));
  }

  private void assertFetched() {
    assertThat(folder.resolve("data.gz")).hasBinaryContent(contents);
    assertOnly("data.gz");
  }

  private void assertOnly(String... names) {
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder(names);
  }

  private void assertFails(RemoteFile file, String... parts) {
    assertThatThrownBy(() -> fetch(file))
        .isInstanceOf(RunFailure.class)
        .hasMessageStartingWith("data.gz: could not be fetched: http://127.0.0.1:")
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("\n");
    assertThat(folder.resolve("data.gz")).doesNotExist();
  }

  @Test
  void wholeFileIsCheckedAndNamed() throws IOException {
    server.script(server::honest);
    fetch();
    assertFetched();
    assertThat(progress).startsWith(0L).endsWith((long) SIZE).isSorted();
    assertThat(messages).isEmpty();
  }

  @Test
  void fileThatIsThereIsNotFetchedAgain() throws IOException {
    Files.write(folder.resolve("data.gz"), contents);
    server.script(ScriptedServer.status(500));
    fetch();
    assertThat(server.ranges()).isEmpty();
    assertThat(messages).singleElement().asString().endsWith("is there already, and right");
  }

  @Test
  void anotherFileOfThatNameIsLeftAlone() throws IOException {
    Files.write(folder.resolve("data.gz"), new byte[] {1, 2, 3});
    server.script(server::honest);
    assertThatThrownBy(this::fetch)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data.gz: has SHA-256 039058c6")
        .hasMessageContaining("move it away");
    assertThat(folder.resolve("data.gz")).hasBinaryContent(new byte[] {1, 2, 3});
  }

  @Test
  void brokenConnectionGoesOnWhereItStopped() throws IOException {
    server.script(server.breaksOffAfter(80_000), server.breaksOffAfter(50_000), server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).hasSize(3).startsWith("-");
    assertThat(server.ranges().get(2)).matches("bytes=1[0-3]\\d{4}-");
    assertThat(messages).hasSize(2).allMatch(line -> line.contains("the connection broke off"));
  }

  @Test
  void silentServerIsGivenUp() throws IOException {
    server.script(server.stallsAfter(60_000), server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges().get(1)).isEqualTo("bytes=60000-");
    assertThat(messages).singleElement().asString().contains("nothing arrived for 0.7 s");
  }

  @Test
  void laterProgramGoesOnWhereAnEarlierOneStopped() throws IOException {
    server.script(
        server.breaksOffAfter(80_000),
        ScriptedServer.status(503),
        ScriptedServer.status(503),
        ScriptedServer.status(503),
        server::honest);
    assertFails(
        file(server.address("/data.gz")),
        "answers with status 503",
        "of 0.2 MB are kept, the same command goes on from there");
    assertOnly(".data.gz.part", ".data.gz.origin");
    fetch();
    assertFetched();
    assertThat(server.ranges().get(server.ranges().size() - 1)).startsWith("bytes=");
  }

  @Test
  void anotherVersionOnTheServerIsFetchedFromItsBeginning() throws IOException {
    Files.write(folder.resolve(".data.gz.part"), new byte[1000]);
    Files.writeString(
        folder.resolve(".data.gz.origin"), server.address("/data.gz") + "\n\"old\"\n");
    server.script(server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).containsExactly("bytes=1000-");
  }

  @Test
  void damagedBeginningIsNoticedAtTheEndAndFetchedAnew() throws IOException {
    Files.write(folder.resolve(".data.gz.part"), new byte[1000]);
    server.script(server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).containsExactly("bytes=1000-", "-");
  }

  @Test
  void partThatIsWholeIsOnlyChecked() throws IOException {
    Files.write(folder.resolve(".data.gz.part"), contents);
    server.script(ScriptedServer.status(500));
    fetch();
    assertFetched();
    assertThat(server.ranges()).isEmpty();
  }

  @Test
  void serverThatIgnoresRanges() throws IOException {
    server.script(server.breaksOffAfter(80_000), server::ignoresRanges);
    fetch();
    assertFetched();
    assertThat(server.ranges().get(1)).startsWith("bytes=");
  }

  @Test
  void serverThatGivesAnotherRange() throws IOException {
    server.script(server.breaksOffAfter(80_000), server::givesAnotherRange, server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).hasSize(3).endsWith("-");
    assertThat(messages.get(1)).contains("gives another range than the one asked for");
  }

  @Test
  void rangeThatTheServerDoesNotHave() throws IOException {
    Files.write(folder.resolve(".data.gz.part"), Arrays.copyOf(contents, 1000));
    server.script(ScriptedServer.status(416), server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).containsExactly("bytes=1000-", "-");
  }

  @Test
  void wrongFileIsNotKept() throws IOException {
    server.script(server::givesAnotherFile);
    assertFails(
        file(server.address("/data.gz")), "gives another file: SHA-256 ", ", expected SHA-256 ");
    assertOnly();
    assertThat(server.ranges()).hasSize(1);
  }

  @Test
  void lengthsThatAreNotTheFiles() throws IOException {
    server.script(ScriptedServer::logInPage);
    assertFails(file(server.address("/data.gz")), "has a file of 19 bytes, expected 200,000");
    assertOnly();
  }

  @Test
  void bodyWithoutLengthThatIsTooShortOrTooLong() throws IOException {
    server.script(server.chunked(SIZE - 5), server.chunked(SIZE + 5));
    assertFails(file(server.address("/data.gz")), "sends more than the file's 200,000 bytes");
    assertThat(messages.get(0)).contains("ended after 199,995 of 200,000 bytes");
    assertOnly();
  }

  @Test
  void missingFileIsNotAskedForTwice() throws IOException {
    server.script(ScriptedServer.status(404));
    assertFails(file(server.address("/data.gz")), "/data.gz answers with status 404");
    assertThat(server.ranges()).hasSize(1);
    assertOnly();
  }

  @Test
  void busyServerIsAskedAgain() throws IOException {
    server.script(ScriptedServer.busyFor("1000"), ScriptedServer.status(429), server::honest);
    fetch();
    assertFetched();
    assertThat(server.ranges()).hasSize(3);
  }

  @Test
  void patienceEnds() throws IOException {
    server.script(ScriptedServer.status(503));
    assertFails(file(server.address("/data.gz")), "answers with status 503");
    assertThat(server.ranges()).hasSize(PATIENCE.rounds());
    assertOnly();
  }

  @Test
  void redirectsAreFollowed() throws IOException {
    try (ScriptedServer other = new ScriptedServer(contents)) {
      other.script(other.breaksOffAfter(500), other::honest);
      server.script(ScriptedServer.redirectTo(other.address("/elsewhere")));
      fetch();
      assertFetched();
      assertThat(other.ranges()).hasSize(2).endsWith("bytes=500-");
    }
  }

  @Test
  void redirectInACircleEnds() throws IOException {
    server.script(ScriptedServer.redirectTo(server.address("/data.gz")));
    assertFails(file(server.address("/data.gz")), "/data.gz ");
    assertOnly();
  }

  @Test
  void nextAddressIsTried() throws IOException {
    server.script(server::honest);
    int deaf;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      deaf = socket.getLocalPort();
    }
    URI unreachable = URI.create("http://127.0.0.1:" + deaf + "/data.gz");
    fetch(file(unreachable, server.address("/data.gz")));
    assertFetched();
    assertThat(messages).singleElement().asString().endsWith("/data.gz cannot be reached");
  }

  @Test
  void diskWithoutRoomIsNoticedBefore() throws IOException {
    RemoteFile real = file(server.address("/data.gz"));
    RemoteFile huge =
        new RemoteFile("data.gz", real.addresses(), Long.MAX_VALUE / 2, real.checksum());
    assertThatThrownBy(() -> fetch(huge))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(folder + ": has room for ")
        .hasMessageContaining("make room");
    assertThat(server.ranges()).isEmpty();
    assertOnly();
  }

  @Test
  void secondProgramKeepsAway() throws IOException {
    server.script(server::honest);
    try (FileChannel other =
        FileChannel.open(
            folder.resolve(".data.gz.part"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      other.lock();
      assertThatThrownBy(this::fetch)
          .isInstanceOf(UserError.class)
          .hasMessageContaining("another gan-engine is fetching it");
    }
  }

  @Test
  void folderThatIsNone() throws IOException {
    folder = folder.resolve("gone");
    RemoteFile file = new RemoteFile("data.gz", List.of(), 1, Checksum.md5(""));
    assertThatThrownBy(() -> fetch(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("data.gz: cannot be written: there is no such folder");
  }
}
