package ganengine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ganengine.engine.op.Reshape;
import ganengine.engine.op.Unary;
import ganengine.kernels.Device;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveMemoryExtension.class)
class ScopeTest {
  @Test
  void returnsItsMemoryWhenClosed(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor.full(Shape.of(10), 1);
      assertThat(device.memory().liveBytes()).isEqualTo(80);
    }
    assertThat(device.memory().liveBytes()).isZero();
  }

  @Test
  void tensorsBelongToTheInnermost(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor kept = Tensor.full(Shape.of(2), 1);
      try (Scope inner = Scope.open()) {
        Tensor.full(Shape.of(100), 1);
      }
      assertThat(device.memory().liveBytes()).isEqualTo(16);
      assertThat(kept.toDoubles()).containsExactly(1, 1);
    }
  }

  @Test
  void keepHandsATensorOutwards(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor kept;
      try (Scope inner = Scope.open()) {
        kept = inner.keep(Tensor.full(Shape.of(2), 3));
        inner.keep(kept);
      }
      assertThat(kept.toDoubles()).containsExactly(3, 3);
    }
  }

  @Test
  void keepingAViewKeepsTheMemoryBehindIt(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor kept;
      try (Scope inner = Scope.open()) {
        kept = inner.keep(Reshape.reshape(Tensor.of(Shape.of(4), 1.0, 2, 3, 4), 2, 2));
      }
      assertThat(kept.toDoubles()).containsExactly(1, 2, 3, 4);
      assertThat(device.memory().liveBytes()).isEqualTo(32);
    }
  }

  @Test
  void theOutermostCannotKeep(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor tensor = Tensor.scalar(1);
      assertThatThrownBy(() -> scope.keep(tensor))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the outermost scope has none around it to keep a tensor in; read its values instead");
    }
  }

  @Test
  void useAfterCloseSaysWhatToDo(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor lost;
      try (Scope inner = Scope.open()) {
        lost = Tensor.scalar(1);
      }
      assertThatThrownBy(lost::item)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("used after the scope that owned it was closed")
          .hasMessageContaining("keep(tensor)");
      assertThatThrownBy(() -> Unary.exp(lost)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void releaseReturnsMemoryAheadOfTheEnd(Device device) {
    try (Scope scope = Scope.open(device)) {
      Tensor tensor = Tensor.full(Shape.of(10), 1);
      scope.release(tensor);
      assertThat(device.memory().liveBytes()).isZero();
    }
  }

  @Test
  void releaseLeavesOtherScopesTensorsAlone(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor tensor = Tensor.full(Shape.of(10), 1);
      try (Scope inner = Scope.open()) {
        inner.release(tensor);
      }
      assertThat(tensor.toDoubles()).hasSize(10);
    }
  }

  @Test
  void withoutAScopeNothingIsComputed() {
    assertThatThrownBy(() -> Tensor.scalar(1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no scope is open on this thread");
  }

  @Test
  void recordsUnlessInferring(Device device) {
    try (Scope outer = Scope.open(device)) {
      Tensor x = Tensor.scalar(2);
      assertThat(Unary.exp(x).node()).isPresent();
      try (Scope inference = Scope.inference()) {
        assertThat(Unary.exp(x).node()).isEmpty();
        try (Scope inner = Scope.open()) {
          assertThat(Unary.exp(x).node()).isEmpty();
        }
        try (Scope again = Scope.recordingAgain()) {
          assertThat(Unary.exp(x).node()).isPresent();
        }
      }
    }
  }

  @Test
  void closesInnermostFirst(Device device) {
    Scope outer = Scope.open(device);
    Scope inner = Scope.open();
    assertThatThrownBy(outer::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("innermost first");
    inner.close();
    inner.close();
    outer.close();
  }

  @Test
  void isConfinedToItsThread(Device device) throws InterruptedException {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    try (Scope scope = Scope.open(device)) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  scope.close();
                } catch (IllegalStateException e) {
                  seen.set(e);
                }
              });
      thread.start();
      thread.join();
      assertThat(seen.get()).hasMessageContaining("on the thread that opened them");
    }
  }
}
