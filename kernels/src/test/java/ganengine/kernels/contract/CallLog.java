package ganengine.kernels.contract;

import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes down which kernels, and which pointwise functions, are called on a device. */
final class CallLog {
  private final Set<String> calls = new TreeSet<>();

  /** The device, with every kernel call noted. */
  Device listening(Device device) {
    return listening(
        Device.class,
        (proxy, method, arguments) -> {
          Object result = invoke(device, method, arguments);
          return isFamily(method.getReturnType())
              ? listening(method.getReturnType(), noting(result))
              : result;
        });
  }

  /**
   * All calls so far: {@code Family.method}, with {@code Function.VALUE} for pointwise ones and
   * {@code Family.method KIND} for ones with an activation.
   */
  Set<String> calls() {
    return calls;
  }

  /** The kernel families: the interfaces that a device hands out. */
  static List<Class<?>> families() {
    return Arrays.stream(Device.class.getMethods())
        .<Class<?>>map(Method::getReturnType)
        .filter(CallLog::isFamily)
        .toList();
  }

  static String nameOf(Method kernel) {
    return kernel.getDeclaringClass().getSimpleName() + "." + kernel.getName();
  }

  static String nameOf(Method kernel, Activation.Kind kind) {
    return nameOf(kernel) + " " + kind;
  }

  static String nameOf(Enum<?> function) {
    return function.getDeclaringClass().getSimpleName() + "." + function.name();
  }

  private static boolean isFamily(Class<?> type) {
    return type.isInterface() && type.getSimpleName().endsWith("Kernels");
  }

  private InvocationHandler noting(Object family) {
    return (proxy, method, arguments) -> {
      calls.add(nameOf(method));
      if (arguments[0] instanceof Enum<?> function) {
        calls.add(nameOf(function));
      }
      for (Object argument : arguments) {
        if (argument instanceof Activation activation) {
          calls.add(nameOf(method, activation.kind()));
        }
      }
      return invoke(family, method, arguments);
    };
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      // The implementing classes are not public; their interfaces' methods are.
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T listening(Class<T> type, InvocationHandler handler) {
    Object proxy = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    return type.cast(proxy);
  }
}
