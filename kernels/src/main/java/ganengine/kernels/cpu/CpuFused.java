package ganengine.kernels.cpu;

import ganengine.kernels.Activation;
import ganengine.kernels.Buffer;
import ganengine.kernels.FusedKernels;

/** Fused kernels: bias and activation here, the losses each in its class. */
final class CpuFused implements FusedKernels {
  private final BiasActivation biasActivation;
  private final BinaryCrossEntropy binaryCrossEntropy;
  private final CrossEntropy crossEntropy;

  CpuFused(CpuThreads threads) {
    biasActivation = new BiasActivation(threads);
    binaryCrossEntropy = new BinaryCrossEntropy(threads);
    crossEntropy = new CrossEntropy(threads);
  }

  @Override
  public void biasActivation(
      int rows, int columns, Activation activation, Buffer x, Buffer bias, Buffer y) {
    biasActivation.forward(
        rows, columns, activation, CpuBuffer.of(x), CpuBuffer.of(bias), CpuBuffer.of(y));
  }

  @Override
  public void biasActivationGradient(
      int rows,
      int columns,
      Activation activation,
      Buffer gradY,
      Buffer y,
      Buffer gradX,
      Buffer gradBias) {
    biasActivation.gradient(
        rows,
        columns,
        activation,
        CpuBuffer.of(gradY),
        CpuBuffer.of(y),
        CpuBuffer.of(gradX),
        CpuBuffer.of(gradBias));
  }

  @Override
  public void binaryCrossEntropy(
      int n, double target, Buffer logits, Buffer loss, Buffer gradLogits) {
    binaryCrossEntropy.run(
        n, target, CpuBuffer.of(logits), CpuBuffer.of(loss), CpuBuffer.of(gradLogits));
  }

  @Override
  public void crossEntropy(
      int rows, int columns, Buffer logits, Buffer targets, Buffer loss, Buffer gradLogits) {
    crossEntropy.run(
        rows,
        columns,
        CpuBuffer.of(logits),
        CpuBuffer.of(targets),
        CpuBuffer.of(loss),
        CpuBuffer.of(gradLogits));
  }
}
