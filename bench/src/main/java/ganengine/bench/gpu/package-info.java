/**
 * What runs on a card: its limits, our kernels' rates as shares of them, and checks that need the
 * real thing. {@code tools/gpu-check} calls these programs.
 */
package ganengine.bench.gpu;
