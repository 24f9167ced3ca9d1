package ganengine.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProcFilesTest {
  @Test
  void busyIsAllButIdleWaitingAndGuests() {
    String stat =
        "cpu  1 20 300 4000 50000 600000 7000000 80000000 9 9\ncpu0 5 5 5 5 5 5 5 5 5 5\n";
    assertThat(ProcFiles.busyTicks(stat)).isEqualTo(87_600_321);
  }

  @Test
  void aProgramsNameMayHoldBracketsAndSpaces() {
    String stat = "12 (a ) b) (c) S 1 12 12 0 -1 4194304 9 9 9 9 321 45 7 7 20 0 8 0 100";
    assertThat(ProcFiles.processTicks(stat)).isEqualTo(366);
  }

  @Test
  void peakIsInBytes() {
    String status = "Name:\tjava\nVmPeak:\t  900 kB\nVmHWM:\t    12 kB\nVmRSS:\t   8 kB\n";
    assertThat(ProcFiles.peakBytes(status)).isEqualTo(12_288);
    assertThatThrownBy(() -> ProcFiles.peakBytes("Name:\tjava\n")).hasMessageContaining("VmHWM");
  }
}
