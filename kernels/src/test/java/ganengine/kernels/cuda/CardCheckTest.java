package ganengine.kernels.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import jcuda.driver.CUresult;
import org.junit.jupiter.api.Test;

/** What is said of a card that can't be used. */
class CardCheckTest {
  private static final long GIB = 1L << 30;

  @Test
  void noCard() {
    assertThat(CardCheck.noCard(CUresult.CUDA_ERROR_NO_DEVICE))
        .startsWith("no NVIDIA card that the driver can see; ")
        .isEqualTo(CardCheck.noCard(CUresult.CUDA_SUCCESS));
    assertThat(CardCheck.noCard(CUresult.CUDA_ERROR_SYSTEM_DRIVER_MISMATCH)).contains("restart");
    assertThat(CardCheck.noCard(CUresult.CUDA_ERROR_STUB_LIBRARY)).contains("stub");
    assertThat(CardCheck.noCard(CUresult.CUDA_ERROR_UNKNOWN))
        .isEqualTo("the driver doesn't start: CUDA_ERROR_UNKNOWN; check nvidia-smi");
  }

  @Test
  void aCardTooOld() {
    assertThat(CardCheck.tooOld(card(90), 13)).isEmpty();
    assertThat(CardCheck.tooOld(card(75), 13)).isEmpty();
    assertThat(CardCheck.tooOld(card(70), 12)).isEmpty();
    assertThat(CardCheck.tooOld(card(70), 13).orElseThrow())
        .startsWith("Card is too old: compute capability 7.0, CUDA 13 begins with 7.5; CUDA 12 ")
        .contains("pip install nvidia-cublas-cu12");
    assertThat(CardCheck.tooOld(card(35), 13).orElseThrow()).doesNotContain("pip");
    assertThat(CardCheck.tooOld(card(35), 12).orElseThrow())
        .isEqualTo("Card is too old: compute capability 3.5, CUDA 12 begins with 5.0");
  }

  @Test
  void allMemoryTaken() {
    assertThat(CardCheck.full(card(90), GIB)).isEmpty();
    assertThat(CardCheck.full(card(90), 100L << 20).orElseThrow())
        .startsWith("the memory of Card is taken: 100 MiB of 8,192 MiB free; nvidia-smi ");
    assertThat(CardCheck.noContext(card(90), CUresult.CUDA_ERROR_OUT_OF_MEMORY))
        .startsWith("the memory of Card is taken: none of 8,192 MiB free; ");
    assertThat(CardCheck.noContext(card(90), CUresult.CUDA_ERROR_DEVICE_UNAVAILABLE))
        .isEqualTo("Card can't be taken: CUDA_ERROR_DEVICE_UNAVAILABLE; check nvidia-smi");
  }

  private static Card card(int capability) {
    return new Card(null, "Card", capability, 4, 8 * GIB);
  }
}
