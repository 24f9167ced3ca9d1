package ganengine.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test a fresh {@code reference} device as its {@link Device} parameter, and fails the
 * test if it leaves memory live on it or a scope open.
 */
public final class LiveMemoryExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private Device device;
  private long before;

  @Override
  public void beforeEach(ExtensionContext context) {
    open();
    before = device.memory().liveBytes();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    long after = device.memory().liveBytes();
    device.close();
    device = null;
    assertThat(after).as("live bytes after the test").isEqualTo(before);
    boolean scopeOpen;
    try {
      Scope.current();
      scopeOpen = true;
    } catch (IllegalStateException none) {
      scopeOpen = false;
    }
    assertThat(scopeOpen).as("a scope is still open after the test").isFalse();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Device.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    open();
    return device;
  }

  private void open() {
    if (device == null) {
      device = Devices.open("reference", DeviceOptions.DEFAULT);
    }
  }
}
