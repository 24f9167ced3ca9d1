package ganengine.engine.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of damage is one line that names the file and what is wrong. */
class SafeTensorsDamageTest {
  @TempDir Path folder;

  /** Headers over 8 bytes of data, with ' for ". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          nonsense | expected '{' at character 0, found 'n'
          {} | describes 0 bytes of data, but 8 follow
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]} | expected ',' or '}'
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} x | expected its end at character 55, found 'x'
          {'a':{'dtype':'BF16','shape':[4],'data_offsets':[0,8]}} | tensor 'a' has dtype 'BF16'; this program reads [F32, F64, I64, U8]
          {'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}} | F32[3] takes 12 bytes, but its data_offsets are [0, 8]
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[8,0]}} | data_offsets are [8, 0]
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}} | begins at byte 4 of the data, where the one before it ends at 0
          {'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | describes 4 bytes of data, but 8 follow
          {'a':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}} | describes 16 bytes of data, but 8 follow
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | 'b' begins at byte 4 of the data, where the one before it ends at 8
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | 'a' stands in its header twice
          {'a':{'dtype':'F32','shape':[65536,65536],'data_offsets':[0,8]}} | more than 2^31 - 1 elements
          {'a':{'dtype':'F32','shape':[2147483647,2147483647,2147483647],'data_offsets':[0,8]}} | more than 2^31 - 1 elements
          {'a':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}} | an integer from 0 to 10^18
          {'a':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}} | expected ',' or ']'
          {'a':{'dtype':'F32','shape':[2],'data_offsets':[0]}} | needs dtype, shape and data_offsets
          {'a':{'dtype':'F32','shape':[2]}} | needs dtype, shape and data_offsets
          {'a':{'dtype':'F32','dtype':'F32'}} | unknown or repeated field 'dtype'
          {'a':{'colour':'red'}} | unknown or repeated field 'colour'
          {'a':[[[[[[[[ | expected '{'
          {'a\\q':1} | expected an escape
          {'a\\u12g4':1} | four hexadecimal digits
          {'__metadata__':{'a':'1','a':'2'}} | 'a' stands in its header twice
          {'__metadata__':{'a':1}} | expected '"'
          {'__metadata__':{},'__metadata__':{}} | '__metadata__' stands in its header twice
          {'unfinished | expected '"' at character 12, found its end
          """)
  void headerDamage(String header, String message) throws IOException {
    byte[] json = header.replace('\'', '"').replace("\\\\", "\\").getBytes(StandardCharsets.UTF_8);
    assertDamaged(file(json.length, json, new byte[8]), message);
  }

  @Test
  void headerThatIsNotText() throws IOException {
    assertDamaged(file(2, new byte[] {'{', (byte) 0xff}, new byte[0]), "its header is not UTF-8");
  }

  @Test
  void shortAndAbsurdLengths() throws IOException {
    Path file = folder.resolve("short.safetensors");
    Files.write(file, new byte[5]);
    assertDamaged(file, "it has 5 bytes");
    assertDamaged(file(3, new byte[] {'{', '}'}, new byte[0]), "a header of 3 bytes, but 2 follow");
    assertDamaged(
        file(-1, new byte[] {'{', '}'}, new byte[0]), "a header of 18446744073709551615 bytes");
  }

  @Test
  void everyTruncationIsNoticed() throws IOException {
    Path whole = folder.resolve("whole.safetensors");
    SafeTensors.write(
        whole, Map.of("w", HostTensor.of(new int[] {3}, 1f, 2f, 3f)), Map.of("a", "b"));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = folder.resolve("cut.safetensors");
    for (int length = 0; length < bytes.length; length++) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      assertDamaged(cut, "");
    }
  }

  private Path file(long length, byte[] header, byte[] data) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(length).put(header).put(data);
    Path file = folder.resolve("damaged.safetensors");
    Files.write(file, bytes.array());
    return file;
  }

  private static void assertDamaged(Path file, String message) {
    assertThatThrownBy(() -> SafeTensors.read(file))
        .isInstanceOf(DamagedFileException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
