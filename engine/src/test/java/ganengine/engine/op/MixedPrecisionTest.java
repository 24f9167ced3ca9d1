package ganengine.engine.op;

import static org.assertj.core.api.Assertions.assertThat;

import ganengine.engine.tensor.Scope;
import ganengine.engine.tensor.Shape;
import ganengine.engine.tensor.Tensor;
import ganengine.kernels.Activation;
import ganengine.kernels.Device;
import ganengine.kernels.DeviceOptions;
import ganengine.kernels.Devices;
import ganengine.kernels.ElementType;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** What ops keep as bfloat16 on a device that computes in it; shapes and types, no numbers. */
@SuppressWarnings("try") // Scopes work by being open.
class MixedPrecisionTest {
  /** The reference device, saying that its activations are bfloat16. */
  private static Device bfloat16(Device real) {
    return (Device)
        Proxy.newProxyInstance(
            Device.class.getClassLoader(),
            new Class<?>[] {Device.class},
            (proxy, method, arguments) ->
                method.getName().equals("activationType")
                    ? ElementType.BFLOAT16
                    : method.invoke(real, arguments));
  }

  @Test
  void lossesAreRealWhateverTheLogitsAre() {
    try (Device device = Devices.open("reference", DeviceOptions.DEFAULT);
        Scope model = Scope.open(bfloat16(device));
        Scope shapes = Scope.shapesOnly()) {
      Tensor bias = Tensor.allocate(Shape.of(3));
      Tensor product =
          MatMul.matMul(Tensor.allocate(Shape.of(4, 2)), Tensor.allocate(Shape.of(2, 3)));
      Tensor logits = BiasActivation.biasActivation(product, bias, Activation.RELU);
      Tensor normalised = BatchNorm.batchNorm(product, bias, bias, 1e-5, Activation.RELU).y();
      assertThat(product.type()).isEqualTo(ElementType.BFLOAT16);
      assertThat(logits.type()).isEqualTo(ElementType.BFLOAT16);
      assertThat(normalised.type()).isEqualTo(ElementType.BFLOAT16);
      for (Tensor output : new BinaryCrossEntropy(1).applyAll(logits)) {
        assertThat(output.type()).isEqualTo(ElementType.REAL);
      }
      for (Tensor output : new CrossEntropy().applyAll(logits, Tensor.allocate(logits.shape()))) {
        assertThat(output.type()).isEqualTo(ElementType.REAL);
      }
    }
  }
}
