package ganengine.engine.tensor;

import ganengine.kernels.Buffer;
import ganengine.kernels.CaptureException;
import ganengine.kernels.Device;
import ganengine.kernels.ElementType;
import ganengine.kernels.LaunchGraph;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * A real device that can capture launches as a graphics card does: while it captures, kernel calls
 * are noted with the buffers they are given instead of being run, transfers and new buffers are
 * refused, and the buffers taken stay the launch's own.
 */
public final class RecordingDevice {
  private final Device real;
  private final Device device;
  private final List<Launch> launches = new ArrayList<>();
  private Launch capturing;
  private int captures;
  private int transfers;

  /** Decorates this device; close the real one, not this. */
  public RecordingDevice(Device real) {
    this.real = real;
    this.device = proxy(Device.class, this::onDevice);
  }

  /** The device to compute on. */
  public Device device() {
    return device;
  }

  /** How often something was captured. */
  public int captures() {
    return captures;
  }

  /** How many transfers and transfers there have been. */
  public int transfers() {
    return transfers;
  }

  private interface Call {
    Object on(Method method, Object... arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.on(method, arguments)));
  }

  private Object onDevice(Method method, Object... arguments) {
    return switch (method.getName()) {
      case "captures" -> true;
      case "capture" -> capture((Runnable) arguments[0]);
      case "allocate" ->
          capturing == null ? invoke(real, method, arguments) : capturing.take(arguments);
      case "release" -> release((Buffer) arguments[0]);
      case "upload", "download", "synchronize" -> transfer(method, arguments);
      default -> {
        Object result = invoke(real, method, arguments);
        Class<?> type = method.getReturnType();
        yield type.getSimpleName().endsWith("Kernels") ? family(type, result) : result;
      }
    };
  }

  private Object transfer(Method method, Object... arguments) {
    transfers++;
    if (capturing != null) {
      throw new CaptureException(method.getName() + " can't be part of a captured launch");
    }
    return invoke(real, method, arguments);
  }

  private <T> T family(Class<T> type, Object kernels) {
    return proxy(
        type,
        (method, arguments) -> {
          if (capturing == null) {
            return invoke(kernels, method, arguments);
          }
          Object[] now = arguments.clone();
          for (int i = 0; i < now.length; i++) {
            now[i] = now[i] instanceof Buffer[] buffers ? buffers.clone() : now[i];
          }
          capturing.kernels.add(() -> invoke(kernels, method, now));
          return null;
        });
  }

  private Launch capture(Runnable work) {
    Launch launch = new Launch();
    launches.add(launch);
    capturing = launch;
    try {
      work.run();
      captures++;
      return launch;
    } catch (CaptureException e) {
      launch.close();
      throw e;
    } finally {
      capturing = null;
    }
  }

  private Object release(Buffer buffer) {
    for (Launch launch : launches) {
      if (launch.taken.contains(buffer)) {
        launch.resting.push(buffer);
        return null;
      }
    }
    real.release(buffer);
    return null;
  }

  private static Object invoke(Object target, Method method, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Launch implements LaunchGraph {
    private final List<Runnable> kernels = new ArrayList<>();
    private final Deque<Buffer> resting = new ArrayDeque<>();
    private final Set<Buffer> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private Buffer take(Object... arguments) {
      ElementType type = (ElementType) arguments[0];
      long length = (Long) arguments[1];
      for (Buffer free : resting) {
        if (free.type() == type && free.length() == length) {
          resting.remove(free);
          return free;
        }
      }
      long allocations = real.memory().allocations();
      Buffer buffer = real.allocate(type, length);
      if (real.memory().allocations() != allocations) {
        real.release(buffer);
        throw new CaptureException("a new buffer can't be part of a captured launch");
      }
      taken.add(buffer);
      return buffer;
    }

    @Override
    public void replay() {
      kernels.forEach(Runnable::run);
    }

    @Override
    public void close() {
      launches.remove(this);
      resting.forEach(real::release);
    }
  }
}
