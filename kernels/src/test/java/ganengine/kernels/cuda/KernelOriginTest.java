package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KernelOriginTest {
  private static final String PROPERTY = "ganengine.cuda.example";

  @AfterEach
  void forget() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void isOursUnlessThePropertySaysOtherwise() {
    assertThat(KernelOrigin.of("example")).isEqualTo(KernelOrigin.OWN);
    System.setProperty(PROPERTY, "cudnn");
    assertThat(KernelOrigin.of("example")).isEqualTo(KernelOrigin.CUDNN);
    System.setProperty(PROPERTY, "Own");
    assertThat(KernelOrigin.of("example")).isEqualTo(KernelOrigin.OWN);
  }

  @Test
  void refusesOtherNames() {
    System.setProperty(PROPERTY, "cublas");
    assertThatThrownBy(() -> KernelOrigin.of("example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("system property ganengine.cuda.example is cublas; it can be own or cudnn");
  }
}
