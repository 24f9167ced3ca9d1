package ganengine.engine.autograd;

import ganengine.kernels.ConvolutionKernels;
import ganengine.kernels.Device;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/** A device that counts which convolution kernels were called. */
final class CountingDevice {
  private final Map<String, Integer> calls = new HashMap<>();
  private final Device device;

  CountingDevice(Device real) {
    ConvolutionKernels convolution = counting(ConvolutionKernels.class, real.convolution());
    device =
        (Device)
            Proxy.newProxyInstance(
                Device.class.getClassLoader(),
                new Class<?>[] {Device.class},
                (proxy, method, arguments) ->
                    method.getName().equals("convolution")
                        ? convolution
                        : invoke(method, real, arguments));
  }

  Device device() {
    return device;
  }

  int calls(String kernel) {
    return calls.getOrDefault(kernel, 0);
  }

  private <T> T counting(Class<T> family, T real) {
    return family.cast(
        Proxy.newProxyInstance(
            family.getClassLoader(),
            new Class<?>[] {family},
            (proxy, method, arguments) -> {
              calls.merge(method.getName(), 1, Integer::sum);
              return invoke(method, real, arguments);
            }));
  }

  private static Object invoke(java.lang.reflect.Method method, Object real, Object... arguments)
      throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
