package ganengine.kernels.cuda.emulation;

import static ganengine.kernels.cuda.emulation.EmulatedCard.done;
import static ganengine.kernels.cuda.emulation.FixtureKernels.text;
import static jcuda.driver.CUresult.CUDA_ERROR_ILLEGAL_ADDRESS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import jcuda.Pointer;
import jcuda.driver.CUdeviceptr;
import jcuda.driver.CUevent;
import jcuda.driver.JCudaDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Copies to and from pinned memory are under way until the host waits. */
class EmulatedTransferTest {
  private static final int COUNT = 4;
  private static final long BYTES = COUNT * 4;

  private EmulatedCard card;
  private Pointer pinned;

  @BeforeEach
  void open() {
    card = new EmulatedCard();
    pinned = new Pointer();
    done(JCudaDriver.cuMemAllocHost(pinned, BYTES));
  }

  @AfterEach
  void close() {
    if (pinned != null) {
      done(JCudaDriver.cuMemFreeHost(pinned));
      card.close();
    }
  }

  private FloatBuffer host() {
    return pinned.getByteBuffer(0, BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
  }

  @Test
  void downloadArrivesWhenTheHostWaits() {
    CUdeviceptr buffer = card.floats(1, 2, 3, 4);
    done(JCudaDriver.cuMemcpyDtoHAsync(pinned, buffer, BYTES, card.stream()));
    assertThat(host().get(0)).isNaN();
    done(JCudaDriver.cuStreamSynchronize(card.stream()));
    assertThat(host().get(0)).isEqualTo(1);
    assertThat(host().get(3)).isEqualTo(4);
  }

  @Test
  void waitingForAnEventIsEnough() {
    CUdeviceptr buffer = card.floats(1, 2, 3, 4);
    CUevent before = new CUevent();
    CUevent after = new CUevent();
    done(JCudaDriver.cuEventCreate(before, 0));
    done(JCudaDriver.cuEventCreate(after, 0));
    done(JCudaDriver.cuEventRecord(before, card.stream()));
    done(JCudaDriver.cuMemcpyDtoHAsync(pinned, buffer, BYTES, card.stream()));
    done(JCudaDriver.cuEventRecord(after, card.stream()));
    done(JCudaDriver.cuEventSynchronize(after));
    assertThat(host().get(0)).isEqualTo(1);
    float[] milliseconds = new float[1];
    done(JCudaDriver.cuEventElapsedTime(milliseconds, before, after));
    assertThat(milliseconds[0]).isNotNegative();
    done(JCudaDriver.cuEventDestroy(before));
    done(JCudaDriver.cuEventDestroy(after));
  }

  @Test
  void uploadFromMemoryThatTheHostOverwritesTooEarly() {
    CUdeviceptr buffer = card.unwritten(BYTES);
    host().put(0, 1);
    done(JCudaDriver.cuMemcpyHtoDAsync(buffer, pinned, BYTES, card.stream()));
    host().put(0, 2);
    int status = JCudaDriver.cuStreamSynchronize(card.stream());
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("cuMemcpyHtoDAsync", "still being copied");
  }

  @Test
  void uploadAfterDownloadThroughTheSameMemory() {
    CUdeviceptr from = card.floats(1, 2, 3, 4);
    CUdeviceptr to = card.unwritten(BYTES);
    done(JCudaDriver.cuMemcpyDtoHAsync(pinned, from, BYTES, card.stream()));
    done(JCudaDriver.cuMemcpyHtoDAsync(to, pinned, BYTES, card.stream()));
    assertThat(card.readFloats(to, COUNT)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void pinnedMemoryThatWasFreed() {
    Pointer gone = new Pointer();
    done(JCudaDriver.cuMemAllocHost(gone, BYTES));
    done(JCudaDriver.cuMemFreeHost(gone));
    CUdeviceptr buffer = card.floats(1, 2, 3, 4);
    int status = JCudaDriver.cuMemcpyDtoHAsync(gone, buffer, BYTES, card.stream());
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("inside a freed pinned buffer of 16 bytes");
  }

  @Test
  void pastTheEndOfPinnedMemory() {
    CUdeviceptr buffer = card.floats(new float[COUNT + 1]);
    int status = JCudaDriver.cuMemcpyDtoHAsync(pinned, buffer, BYTES + 4, card.stream());
    assertThat(status).isEqualTo(CUDA_ERROR_ILLEGAL_ADDRESS);
    assertThat(text(status)).contains("past the end of a pinned buffer of 16 bytes");
  }
}
